import type { PageAct } from '../../wire.ts';
import { SlackFailure } from '../api/failure.ts';
import { type Said, say } from '../page/said.ts';
import type { Channel, Person } from '../state.ts';
import { findChannel, isMember } from '../workspace/channels.ts';
import type { World } from '../world.ts';
import { commandText } from './command-text.ts';
import { deliver, notice } from './deliver.ts';
import { postReply } from './reply.ts';

type Command = Extract<PageAct, { act: 'command' }>;

function commandPayload(world: World, person: Person, channel: Channel, command: string, text: string) {
  const { team, bot } = world.state;
  return {
    token: 'practice-verification',
    team_id: team.id,
    team_domain: team.domain,
    channel_id: channel.id,
    channel_name: channel.dmWith ? 'directmessage' : channel.name,
    user_id: person.id,
    user_name: person.handle,
    command,
    text,
    api_app_id: bot.appId,
    is_enterprise_install: 'false',
    response_url: world.url + world.replyUrls.issue({ channel: channel.id, person: person.id }),
    trigger_id: world.triggers.issue(person.id),
  };
}

function showAnswer(world: World, person: Person, channel: Channel, payload: Record<string, unknown>): void {
  if (Object.keys(payload).length === 0) return;
  try {
    postReply(world, { channel: channel.id, person: person.id }, payload);
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    notice(world, person.id, `${world.app.name} gave an answer that Slack cannot show (${error.code}).`);
  }
}

/** Runs a slash command of the manifest; what the acknowledgement carries is shown to the person. */
export async function command(world: World, person: Person, act: Command): Promise<Said> {
  const channel = findChannel(world, act.channel);
  if (!channel || !isMember(channel, person.id)) return say('You are not in that channel.');
  const known = world.app.commands.find((one) => one.command === act.command);
  if (!known) return say(`${act.command} is not a valid command.`);
  const text = commandText(world.state, act.text, known.should_escape);
  const payload = commandPayload(world, person, channel, act.command, text);
  const ack = await deliver(world, person.id, 'slash_commands', payload);
  if (ack.acked) showAnswer(world, person, channel, ack.payload);
  return say();
}

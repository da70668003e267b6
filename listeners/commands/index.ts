import type { AllMiddlewareArgs, SlackCommandMiddlewareArgs } from '@slack/bolt';
import type { Deps } from '../../src/deps.ts';
import { greet } from '../../src/flows/welcome.ts';
import type { SlackApp } from '../../src/slack/receiver.ts';
import { loadingModal } from '../../src/views/loading-modal.ts';
import { fillModal } from '../fill-modal.ts';
import { openOnce } from '../redraw.ts';
import { respondWith } from '../respond.ts';
import { answers } from './answers.ts';
import { corrections } from './corrections.ts';
import { helpOf } from './help.ts';
import { influencers } from './influencers.ts';
import { log } from './log.ts';
import { preview } from './preview.ts';
import { queue } from './queue.ts';
import { report } from './report.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { status } from './status.ts';
import type { Subcommand, Typed } from './subcommand.ts';
import { watchAdd } from './watch-add.ts';
import { watchList } from './watch-list.ts';

const help: Subcommand = {
  words: 'help',
  does: 'This list.',
  run: async () => helpOf(subcommands),
};

/** Everything `/community` knows; help is generated from this list. */
export const subcommands: Subcommand[] = [
  help,
  log,
  queue,
  search,
  answers,
  influencers,
  watchList,
  watchAdd,
  settings,
  status,
  report,
  corrections,
  preview,
];

/** The subcommand a text begins with, and what stands behind it; upper and lower case are alike. Pure. */
export function findSubcommand(text: string): { subcommand: Subcommand | undefined; rest: string } {
  const words = text.trim().replaceAll(/\s+/g, ' ');
  const subcommand = subcommands.find((one) => `${words.toLowerCase()} `.startsWith(`${one.words} `));
  return { subcommand, rest: words.slice(subcommand?.words.length ?? 0).trim() };
}

/** Ties `/community` to its subcommands; an unknown word gets the help, not silence. */
export function registerCommands(app: SlackApp, deps: Deps): void {
  app.command('/community', async (args) => {
    await args.ack();
    const { subcommand, rest } = findSubcommand(args.command.text);
    const unknown = args.command.text.trim();
    const answer = subcommand
      ? await subcommand.run(deps, readTyped(args, rest))
      : helpOf(subcommands, unknown || undefined);
    deps.afterwards(() => greet(deps, args.command.user_id));
    if (answer) await respondWith(args.respond, { response_type: 'ephemeral' }, answer);
  });
}

function readTyped({ command, client }: SlackCommandMiddlewareArgs & AllMiddlewareArgs, rest: string): Typed {
  const show: Typed['show'] = async (title, fill) => {
    const opened = await openOnce(client, command.trigger_id, loadingModal(title));
    if (opened) await fillModal(client, opened, title, fill);
  };
  return { personId: command.user_id, rest, show };
}

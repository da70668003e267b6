import type { PageState, PracticeChannel } from '../../wire.ts';

/** "#community", or the name of whom one talks to. */
export function channelTitle(channel: PracticeChannel, state: PageState): string {
  if (!channel.isDm) return `#${channel.name}`;
  const other = channel.members.find((id) => id !== state.me);
  return state.people.find((person) => person.id === other)?.name ?? channel.name;
}

/** Is it this person's conversation with the bot? */
export function isBotDm(channel: PracticeChannel, state: PageState): boolean {
  return channel.isDm && channel.members.includes(state.bot) && channel.members.includes(state.me);
}

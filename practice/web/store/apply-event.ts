import type { PageEvent, PageState, PracticeChannel, PracticeMessage } from '../../wire.ts';

/** The state after one event; what the event does not touch keeps its identity, so that React draws only what changed. */
export function applyEvent(state: PageState, event: PageEvent): PageState {
  switch (event.type) {
    case 'message':
      return { ...state, messages: putMessage(state.messages, event.message) };
    case 'message_removed':
      return { ...state, messages: state.messages.filter((each) => !isAt(each, event.channel, event.ts)) };
    case 'channel':
      return putChannel(state, event.channel);
    case 'modals':
      return { ...state, modals: event.modals };
    case 'home':
      return { ...state, home: event.home };
    case 'bot':
      return { ...state, botOnline: event.online };
    case 'troubles':
      return { ...state, troubles: event.troubles };
    default:
      return state;
  }
}

function isAt(message: PracticeMessage, channel: string, ts: string): boolean {
  return message.channel === channel && message.ts === ts;
}

function putMessage(messages: PracticeMessage[], message: PracticeMessage): PracticeMessage[] {
  const at = messages.findIndex((each) => isAt(each, message.channel, message.ts));
  if (at >= 0) return messages.with(at, message);
  const after = messages.findLastIndex((each) => compareTs(each.ts, message.ts) <= 0);
  return messages.toSpliced(after + 1, 0, message);
}

/** A channel that this person has left is gone, with what was said in it. */
function putChannel(state: PageState, channel: PracticeChannel): PageState {
  if (!channel.members.includes(state.me)) {
    const channels = state.channels.filter((each) => each.id !== channel.id);
    return { ...state, channels, messages: state.messages.filter((each) => each.channel !== channel.id) };
  }
  const at = state.channels.findIndex((each) => each.id === channel.id);
  const channels = at >= 0 ? state.channels.with(at, channel) : [...state.channels, channel];
  return { ...state, channels };
}

/** Orders two Slack timestamps (seconds and a counter of equal width after the point). */
export function compareTs(one: string, other: string): number {
  const [seconds = '', rest = ''] = one.split('.');
  const [otherSeconds = '', otherRest = ''] = other.split('.');
  return Number(seconds) - Number(otherSeconds) || rest.localeCompare(otherRest);
}

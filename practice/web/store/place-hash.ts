/** What the address says after `#`: whose eyes, which channel (or the app's tab), which message and which thread. */
export type PagePlace = {
  as: string;
  channel: string;
  tab: 'messages' | 'home';
  /** The ts of a message a permalink leads to. */
  at: string;
  thread: string;
  /** What is open behind the scenes: the inspector, the switchboard or nothing. */
  look: '' | 'wire' | 'trouble';
};

/** Reads the address; whatever is missing is the empty string. */
export function parseHash(hash: string): PagePlace {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const read = (name: string) => {
    const value = params.get(name) ?? '';
    return /^[\w.-]*$/.test(value) ? value : '';
  };
  const tab = read('tab') === 'home' ? 'home' : 'messages';
  const looks = ['wire', 'trouble'] as const;
  const look = looks.find((each) => each === read('look')) ?? '';
  return { as: read('as'), channel: read('in'), tab, at: read('at'), thread: read('thread'), look };
}

/** Writes the address for a place. */
export function formatHash(place: PagePlace): string {
  const params = new URLSearchParams();
  if (place.as) params.set('as', place.as);
  if (place.channel) params.set('in', place.channel);
  if (place.tab === 'home') params.set('tab', 'home');
  if (place.at) params.set('at', place.at);
  if (place.thread) params.set('thread', place.thread);
  if (place.look) params.set('look', place.look);
  return `#${params}`;
}

/** Where a permalink's path leads: `/archives/C1/p1700000000123456?thread_ts=1699999999.000100`; null for another path. */
export function parsePermalink(path: string): Pick<PagePlace, 'channel' | 'at' | 'thread'> | null {
  const match = /^\/archives\/(\w+)(?:\/p(\d{7,}))?\/?(?:\?(.*))?$/.exec(path);
  if (!match) return null;
  const [, channel = '', digits = '', query = ''] = match;
  const thread = new URLSearchParams(query).get('thread_ts') ?? '';
  const at = digits ? `${digits.slice(0, -6)}.${digits.slice(-6)}` : '';
  return { channel, at, thread: /^\d+\.\d+$/.test(thread) && thread !== at ? thread : '' };
}

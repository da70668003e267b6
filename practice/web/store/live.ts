import type { ActAnswer, PageAct, PageEvent, PageState } from '../../wire.ts';

export type LiveHandlers = {
  onState: (state: PageState) => void;
  onEvent: (event: PageEvent) => void;
  onLink: (live: boolean) => void;
  /** The workspace knows nobody of that name. */
  onStranger: () => void;
};

const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 5_000;

class StrangerError extends Error {
  override name = 'StrangerError';
}

/** Asks for everything one person may see; without a name the server picks the person. */
export async function fetchState(as: string): Promise<PageState> {
  const answer = await fetch(`/practice/state${as ? `?as=${encodeURIComponent(as)}` : ''}`);
  if (answer.status === 404 && as) throw new StrangerError();
  if (!answer.ok) throw new Error(`state: ${answer.status}`);
  return (await answer.json()) as PageState;
}

/** Does one thing as a person; a lost answer becomes a sentence too. */
export async function sendAct(act: PageAct): Promise<ActAnswer> {
  try {
    const answer = await fetch('/practice/act', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(act),
    });
    return (await answer.json()) as ActAnswer;
  } catch {
    return { ok: false, error: 'The practice server did not answer. Is it still running?' };
  }
}

/** Keeps one WebSocket open and the state fresh: after every (re)connect the whole state is read again. Returns the way to stop. */
export function openLive(as: string, handlers: LiveHandlers): () => void {
  let socket: WebSocket | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wait = FIRST_WAIT_MS;
  let stopped = false;

  const connect = () => {
    clearTimeout(timer);
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const current = new WebSocket(`${scheme}://${location.host}/practice/live?as=${encodeURIComponent(as)}`);
    socket = current;
    /** Events that arrive while the state is on its way are newer than it or equal: they are applied after it. */
    let early: PageEvent[] | null = [];
    /** A channel that is not among these has just been joined: what was said in it must be read. */
    let known = new Set<string>();
    let reading = false;
    let again = false;
    const read = async () => {
      again = reading;
      if (reading) return;
      reading = true;
      early = [];
      try {
        const state = await fetchState(as);
        if (stopped || socket !== current) return;
        known = new Set(state.channels.map((each) => each.id));
        handlers.onState(state);
        for (const event of early ?? []) handlers.onEvent(event);
        early = null;
        reading = false;
        wait = FIRST_WAIT_MS;
        handlers.onLink(true);
        if (again) read();
      } catch (error) {
        if (error instanceof StrangerError && !stopped) handlers.onStranger();
        else current.close();
      }
    };
    current.onopen = read;
    current.onmessage = (frame) => {
      const event = readEvent(frame.data);
      if (!event || stopped) return;
      if (early) early.push(event);
      else handlers.onEvent(event);
      if (event.type === 'channel' && event.channel.members.includes(as) && !known.has(event.channel.id)) read();
    };
    current.onclose = () => {
      if (stopped || socket !== current) return;
      handlers.onLink(false);
      timer = setTimeout(connect, wait + Math.random() * 200);
      wait = Math.min(wait * 2, LONGEST_WAIT_MS);
    };
  };

  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}

function readEvent(data: unknown): PageEvent | null {
  try {
    return typeof data === 'string' ? (JSON.parse(data) as PageEvent) : null;
  } catch {
    return null;
  }
}

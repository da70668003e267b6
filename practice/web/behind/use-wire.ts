import { useEffect, useState } from 'react';
import type { WireDetail, WireEntry } from '../../wire.ts';

const MOST = 500;
const AGAIN_MS = 2_000;

/** What goes over the wire, from what the server still has to what comes; null until it has answered. */
export function useWire(): WireEntry[] | null {
  const [entries, setEntries] = useState<WireEntry[] | null>(null);
  useEffect(() => {
    let socket: WebSocket | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const connect = () => {
      const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
      socket = new WebSocket(`${scheme}://${location.host}/practice/wire`);
      let isFirst = true;
      socket.onmessage = (frame) => {
        const news = JSON.parse(frame.data) as WireEntry[];
        const whole = isFirst;
        isFirst = false;
        setEntries((before) => (whole ? news : [...(before ?? []), ...news].slice(-MOST)));
      };
      socket.onclose = () => {
        if (!stopped) timer = setTimeout(connect, AGAIN_MS);
      };
    };
    connect();
    return () => {
      stopped = true;
      clearTimeout(timer);
      socket?.close();
    };
  }, []);
  return entries;
}

/** One entry with all that was said; null when the server has forgotten it or does not answer. */
export async function fetchDetail(id: number): Promise<WireDetail | null> {
  try {
    const answer = await fetch(`/practice/wire/${id}`);
    return answer.ok ? ((await answer.json()) as WireDetail) : null;
  } catch {
    return null;
  }
}

import { useEffect, useRef, useState } from 'react';
import { channelTitle } from '../messages/channel-title.ts';
import { compareTs } from '../store/apply-event.ts';
import { usePage } from '../store/context.ts';
import { decodeEntities } from '../text/nodes.ts';

/** Says new messages of other people to whoever listens instead of looking. */
export function News() {
  const { state } = usePage();
  const last = state.messages.at(-1);
  const heard = useRef(last?.ts ?? '0');
  const [words, setWords] = useState('');
  useEffect(() => {
    if (!last || compareTs(last.ts, heard.current) <= 0) return;
    heard.current = last.ts;
    if (last.user === state.me) return;
    const channel = state.channels.find((each) => each.id === last.channel);
    const name = state.people.find((person) => person.id === last.user)?.name ?? 'Somebody';
    setWords(`${name} in ${channel ? channelTitle(channel, state) : 'a channel'}: ${decodeEntities(last.text)}`);
  }, [last, state]);
  return (
    <div className="visually-hidden" aria-live="polite" role="log">
      {words}
    </div>
  );
}

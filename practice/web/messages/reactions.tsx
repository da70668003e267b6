import { useRef, useState } from 'react';
import type { PracticeMessage } from '../../wire.ts';
import { EmojiMark } from '../emoji/emoji-mark.tsx';
import { EmojiPicker } from '../emoji/emoji-picker.tsx';
import { emojiWords } from '../emoji/names.ts';
import { Icon } from '../parts/icon.tsx';
import { useDirectory, usePage } from '../store/context.ts';

/** The reactions under a message: pressing one joins it or takes one's own away. */
export function Reactions({ message }: { message: PracticeMessage }) {
  const { act } = usePage();
  const { me, people } = useDirectory();
  const [picking, setPicking] = useState(false);
  const more = useRef<HTMLButtonElement>(null);
  const { channel, ts } = message;
  return (
    <div className="reactions">
      {message.reactions.map(({ name, users }) => {
        const mine = users.includes(me);
        const who = users.map((id) => (id === me ? 'you' : (people.get(id)?.name ?? id)));
        const label = `${users.length} reacted with ${emojiWords(name)}, press to ${mine ? 'take yours away' : 'react'}`;
        return (
          <button
            key={name}
            type="button"
            className={mine ? 'reaction reaction-mine' : 'reaction'}
            aria-pressed={mine}
            aria-label={label}
            title={`${sentence(who)} reacted with :${name}:`}
            onClick={() => act({ act: 'react', channel, ts, name, on: !mine })}
          >
            <span aria-hidden="true">
              <EmojiMark name={name} />
            </span>
            <span className="reaction-count">{users.length}</span>
          </button>
        );
      })}
      <button
        ref={more}
        type="button"
        className="reaction reaction-add"
        aria-label="Add reaction…"
        aria-expanded={picking}
        title="Add reaction…"
        onClick={() => setPicking(!picking)}
      >
        <Icon name="smile" size={16} />
      </button>
      {picking ? (
        <EmojiPicker
          anchor={more}
          onClose={() => setPicking(false)}
          onPick={(name) => act({ act: 'react', channel, ts, name, on: true })}
        />
      ) : null}
    </div>
  );
}

function sentence(names: string[]): string {
  const ordered = [...names.filter((name) => name === 'you'), ...names.filter((name) => name !== 'you')];
  const text = ordered.length > 1 ? `${ordered.slice(0, -1).join(', ')} and ${ordered.at(-1)}` : (ordered[0] ?? '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

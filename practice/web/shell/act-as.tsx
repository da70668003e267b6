import type { KeyboardEvent } from 'react';
import { Avatar } from '../parts/avatar.tsx';
import { useDirectory, usePage } from '../store/context.ts';

/** Whose eyes one looks through: the people of the workspace, one of them chosen. */
export function ActAs() {
  const { state, go } = usePage();
  const { people } = useDirectory();
  const persons = [...people.values()].filter((person) => !person.isBot);
  const choose = (as: string) => go({ as, thread: '' });
  const move = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const at = persons.findIndex((person) => person.id === state.me);
    const next = persons[(at + step + persons.length) % persons.length];
    if (!next) return;
    choose(next.id);
    document.getElementById(`act-as-${next.id}`)?.focus();
  };
  return (
    <div className="act-as">
      <span className="act-as-label" id="act-as-label">
        Act as
      </span>
      <div className="act-as-people" role="radiogroup" aria-labelledby="act-as-label" onKeyDown={move}>
        {persons.map((person) => {
          const isMe = person.id === state.me;
          return (
            // biome-ignore lint/a11y/useSemanticElements: a radio button drawn as a chip with a face
            <button
              key={person.id}
              id={`act-as-${person.id}`}
              type="button"
              role="radio"
              aria-checked={isMe}
              tabIndex={isMe ? 0 : -1}
              className={isMe ? 'act-as-person act-as-me' : 'act-as-person'}
              title={`${person.name}, ${person.title}`}
              onClick={() => choose(person.id)}
            >
              <Avatar person={person} size={22} />
              <span className="act-as-name">{person.name.split(' ')[0]}</span>
              {isMe ? <span className="act-as-title">{person.title}</span> : null}
            </button>
          );
        })}
      </div>
    </div>
  );
}

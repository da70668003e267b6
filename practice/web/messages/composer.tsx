import { type KeyboardEvent, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { PracticeChannel } from '../../wire.ts';
import { Icon } from '../parts/icon.tsx';
import { usePage } from '../store/context.ts';
import { ComposerTools } from './composer-tools.tsx';
import { outgoingText, splitCommand } from './outgoing.ts';
import { suggest } from './suggest.ts';
import { SuggestionList } from './suggestion-list.tsx';

type Props = { channel: PracticeChannel; threadTs?: string; placeholder: string };

/** What somebody has begun to write, kept while they look elsewhere. */
const drafts = new Map<string, string>();

/** Where one writes: Enter sends, Shift+Enter breaks the line, a known command at the start is run. */
export function Composer({ channel, threadTs, placeholder }: Props) {
  const { state, act, notify } = usePage();
  const draftKey = `${state.me}/${channel.id}/${threadTs ?? ''}`;
  const [text, setText] = useState(() => drafts.get(draftKey) ?? '');
  const [cursor, setCursor] = useState(0);
  const [picked, setPicked] = useState<number | null>(null);
  const [shut, setShut] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number | null>(null);
  const listId = useId();
  const offered = shut ? null : suggest(text, cursor, state);
  const active = picked ?? (offered?.soft ? -1 : 0);
  const hint = state.commands.find((each) => text.startsWith(`${each.command} `));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the text is what changes the height
  useLayoutEffect(() => {
    const box = area.current;
    if (!box) return;
    box.style.height = 'auto';
    box.style.height = `${Math.min(box.scrollHeight, 240)}px`;
    if (caret.current === null) return;
    box.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  }, [text]);

  useEffect(() => {
    drafts.set(draftKey, text);
  }, [draftKey, text]);

  const write = (next: string, at: number) => {
    setText(next);
    setCursor(at);
    setPicked(null);
    setShut(false);
    caret.current = at;
  };
  const replace = (words: string, from: number, to: number) => {
    write(text.slice(0, from) + words + text.slice(to), from + words.length);
    area.current?.focus();
  };
  const insert = (words: string) => replace(words, cursor, cursor);
  const take = (index: number) => {
    const item = offered?.items[index];
    if (offered && item) replace(item.insert, offered.from, offered.to);
  };

  const send = async () => {
    const typed = text.trim();
    if (!typed) return;
    const command = typed.startsWith('/') ? splitCommand(typed) : null;
    if (command && !state.commands.some((each) => each.command === command.command)) {
      notify(`${command.command} is not a command here. Type / to see those that are.`);
      return;
    }
    if (command && threadTs) {
      notify(`${command.command} cannot be used in a thread.`);
      return;
    }
    write('', 0);
    const answer = command
      ? await act({ act: 'command', channel: channel.id, ...command })
      : await act({ act: 'say', channel: channel.id, text: outgoingText(typed, state), threadTs });
    if (!answer.ok) setText((now) => now || text);
  };

  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (offered) {
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      const count = offered.items.length;
      const tabs = event.key === 'Tab' && !event.shiftKey;
      const typed = text.slice(offered.from, offered.to);
      const takes = event.key === 'Enter' && active >= 0 && offered.items[active]?.insert.trim() !== typed;
      if (step) setPicked((Math.max(active, step > 0 ? -1 : 0) + step + count) % count);
      else if (tabs || takes) take(Math.max(active, 0));
      else if (event.key === 'Escape') setShut(true);
      if (step || takes || tabs || event.key === 'Escape') return event.preventDefault();
    }
    if (event.key !== 'Enter' || event.shiftKey) return;
    event.preventDefault();
    send();
  };

  return (
    <div className="composer" data-region>
      {offered ? (
        <SuggestionList
          id={listId}
          title={offered.title}
          items={offered.items}
          active={active}
          onTake={take}
          onHover={setPicked}
        />
      ) : null}
      <div className="composer-box">
        <textarea
          ref={area}
          rows={1}
          value={text}
          placeholder={placeholder}
          aria-label={placeholder}
          aria-autocomplete="list"
          aria-controls={offered ? listId : undefined}
          aria-activedescendant={offered && active >= 0 ? `${listId}-${active}` : undefined}
          onChange={(event) => {
            setText(event.target.value);
            setCursor(event.target.selectionStart);
            setPicked(null);
            setShut(false);
          }}
          onSelect={(event) => setCursor(event.currentTarget.selectionStart)}
          onKeyDown={keyDown}
        />
        <div className="composer-foot">
          <ComposerTools isEmpty={text === ''} inThread={threadTs !== undefined} onInsert={insert} />
          <span className="composer-hint">{hint ? `${hint.command} ${hint.usageHint}` : ''}</span>
          <button
            type="button"
            className={text.trim() ? 'send send-ready' : 'send'}
            aria-label="Send"
            title="Send"
            disabled={!text.trim()}
            onClick={send}
          >
            <Icon name="send" size={16} />
          </button>
        </div>
      </div>
    </div>
  );
}

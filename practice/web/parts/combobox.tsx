import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Icon } from './icon.tsx';
import { type Choice, OptionList } from './option-list.tsx';
import { useDismiss } from './use-dismiss.ts';
import { usePopover } from './use-popover.ts';

export type ComboboxProps = {
  choices: Choice[];
  /** What may be chosen without being offered now. */
  known?: Choice[];
  /** Hears what is typed (first '' when it opens) and sees to the choices itself; `asked` says where that stands. */
  onQuery?: (query: string) => void;
  asked?: string;
  chosen: string[];
  many: boolean;
  /** At most so many, when `many`. */
  limit?: number;
  placeholder: string;
  id?: string;
  labelledBy?: string;
  describedBy?: string;
  invalid?: boolean;
  required?: boolean;
  focusOnLoad?: boolean;
  onChange: (keys: string[]) => void;
};

/** Slack's select: press or type to open, type to narrow, arrows and Enter to pick, Backspace to take the last one away. */
export function Combobox(props: ComboboxProps) {
  const { choices, chosen, many, placeholder, onQuery } = props;
  const [open, setOpen] = useState(false);
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  const listId = useId();
  const wrap = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const named = [...choices, ...(props.known ?? [])];
  const picked = chosen.map((key) => named.find((each) => each.key === key)).filter((each) => each !== undefined);
  const isNarrowed = query !== '' && !onQuery;
  const shown = isNarrowed ? choices.filter((each) => each.words.toLowerCase().includes(query.toLowerCase())) : choices;

  useEffect(() => {
    if (props.focusOnLoad) input.current?.focus();
  }, [props.focusOnLoad]);

  const show = () => {
    if (open) return;
    setOpen(true);
    setQuery('');
    onQuery?.('');
    setActive(Math.max(0, many ? 0 : choices.findIndex((each) => each.key === chosen[0])));
  };
  const hide = () => {
    setOpen(false);
    setQuery('');
  };
  const pick = (choice: Choice | undefined) => {
    if (!choice) return;
    if (!many) {
      hide();
      if (choice.key !== chosen[0]) props.onChange([choice.key]);
      return;
    }
    setQuery('');
    if (chosen.includes(choice.key)) props.onChange(chosen.filter((key) => key !== choice.key));
    else if (chosen.length < (props.limit ?? Number.POSITIVE_INFINITY)) props.onChange([...chosen, choice.key]);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Backspace' && many && query === '' && chosen.length > 0) props.onChange(chosen.slice(0, -1));
    if (event.key === 'Tab') return hide();
    if (!open && (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter' || event.key === ' ')) {
      event.preventDefault();
      return show();
    }
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step && shown.length > 0) {
      event.preventDefault();
      setActive((active + step + shown.length) % shown.length);
    } else if (open && event.key === 'Enter') {
      event.preventDefault();
      pick(shown[active]);
    }
  };

  const single = !many ? picked[0] : undefined;
  return (
    <div
      ref={wrap}
      className={`select${open ? ' select-open' : ''}${many ? ' select-many' : ''}`}
      data-invalid={props.invalid || undefined}
    >
      {many
        ? picked.map((choice) => (
            <span className="token" key={choice.key}>
              {choice.label}
              <button
                type="button"
                aria-label={`Remove ${choice.words}`}
                onClick={() => props.onChange(chosen.filter((key) => key !== choice.key))}
              >
                <Icon name="close" size={12} />
              </button>
            </span>
          ))
        : null}
      <input
        ref={input}
        id={props.id}
        className="select-input"
        role="combobox"
        autoComplete="off"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && shown[active] ? `${listId}-${active}` : undefined}
        aria-labelledby={props.labelledBy}
        aria-label={props.labelledBy ? undefined : placeholder}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid || undefined}
        aria-required={props.required || undefined}
        placeholder={single && open ? single.words : many && picked.length > 0 ? '' : placeholder}
        value={open ? query : (single?.words ?? '')}
        onChange={(event) => {
          show();
          setQuery(event.target.value);
          onQuery?.(event.target.value);
          setActive(0);
        }}
        onClick={() => (open && !query ? hide() : show())}
        onKeyDown={keyDown}
      />
      <Icon name="chevron" size={16} />
      {open ? (
        <Panel anchor={wrap} onClose={hide}>
          <OptionList
            id={listId}
            choices={shown}
            chosen={chosen}
            active={active}
            many={many}
            none={props.asked}
            labelledBy={props.labelledBy}
            onPick={pick}
            onHover={setActive}
          />
        </Panel>
      ) : null}
    </div>
  );
}

type PanelProps = { anchor: React.RefObject<HTMLDivElement | null>; onClose: () => void; children: React.ReactNode };

function Panel({ anchor, onClose, children }: PanelProps) {
  const own = useRef<HTMLDivElement>(null);
  const style = usePopover(anchor, { width: 'anchor', height: 300 });
  useDismiss(onClose, own, anchor);
  return createPortal(
    <div ref={own} className="popover" style={style}>
      {children}
    </div>,
    document.body,
  );
}

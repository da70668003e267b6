import { type ReactNode, useEffect, useRef } from 'react';
import { Icon } from './icon.tsx';

export type Choice = { key: string; words: string; label: ReactNode; description?: ReactNode; group?: string };

type Props = {
  id: string;
  choices: Choice[];
  chosen: string[];
  active: number;
  many: boolean;
  /** Said when there is no choice. */
  none?: string;
  labelledBy?: string;
  onPick: (choice: Choice) => void;
  onHover: (index: number) => void;
};

/** The list of a combobox, with its groups; the focus stays in the input, the active option is only marked. */
export function OptionList({ id, choices, chosen, active, many, none, labelledBy, onPick, onHover }: Props) {
  const own = useRef<HTMLDivElement>(null);
  useEffect(() => {
    own.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [active]);
  return (
    <div
      ref={own}
      id={id}
      role="listbox"
      tabIndex={-1}
      aria-multiselectable={many || undefined}
      aria-labelledby={labelledBy}
      className="option-list"
    >
      {choices.length === 0 ? (
        <div className="option-none" role="status">
          {none || 'No results'}
        </div>
      ) : null}
      {choices.map((choice, index) => {
        const isChosen = chosen.includes(choice.key);
        const opensGroup = choice.group && choice.group !== choices[index - 1]?.group;
        return (
          <div key={choice.key} role="presentation">
            {opensGroup ? <div className="option-group">{choice.group}</div> : null}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the combobox that owns the list */}
            <div
              id={`${id}-${index}`}
              data-index={index}
              role="option"
              tabIndex={-1}
              aria-selected={isChosen}
              className={index === active ? 'option option-active' : 'option'}
              onMouseDown={(event) => event.preventDefault()}
              onMouseMove={() => onHover(index)}
              onClick={() => onPick(choice)}
            >
              <span className="option-text">
                {choice.label}
                {choice.description ? <span className="option-description">{choice.description}</span> : null}
              </span>
              {isChosen ? <Icon name="check" size={16} /> : null}
            </div>
          </div>
        );
      })}
    </div>
  );
}

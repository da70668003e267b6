import type { Suggestion } from './suggest.ts';

type Props = {
  id: string;
  title: string;
  items: Suggestion[];
  active: number;
  onTake: (index: number) => void;
  onHover: (index: number) => void;
};

/** The list above the composer: commands, people, channels or emoji. */
export function SuggestionList({ id, title, items, active, onTake, onHover }: Props) {
  return (
    <>
      <div className="visually-hidden" role="status">
        {items.length} to choose from in {title}
      </div>
      <div className="suggestions" id={id} role="listbox" tabIndex={-1} aria-label={title}>
        <div className="suggestions-head" role="presentation">
          <span>{title}</span>
          <span>
            <kbd>↑</kbd>
            <kbd>↓</kbd> to move, <kbd>Tab</kbd> or <kbd>Enter</kbd> to take, <kbd>Esc</kbd> to dismiss
          </span>
        </div>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the composer that owns the list
          <div
            key={item.key}
            id={`${id}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            className={index === active ? 'option option-active' : 'option'}
            onMouseDown={(event) => event.preventDefault()}
            onMouseMove={() => onHover(index)}
            onClick={() => onTake(index)}
          >
            <span className="option-text">
              <strong>{item.label}</strong>
              {item.detail ? <span className="option-description">{item.detail}</span> : null}
            </span>
          </div>
        ))}
      </div>
    </>
  );
}

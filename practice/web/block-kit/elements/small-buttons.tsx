import { Icon } from '../../parts/icon.tsx';
import { useDirectory } from '../../store/context.ts';
import type { ElementProps } from '../element-view.tsx';
import { obj, str, strings, textOf } from '../read.ts';
import { useSurface } from '../surface.ts';

/** A pair of judgements on what the app said. */
export function FeedbackElement(target: ElementProps) {
  const { press } = useSurface();
  const { element } = target;
  const judgements = [obj(element.positive_button), obj(element.negative_button)].filter((each) => each !== null);
  return (
    <span className="feedback">
      {judgements.map((each) => (
        <button
          key={str(each.value)}
          type="button"
          className="button button-small"
          aria-label={str(each.accessibility_label) || undefined}
          onClick={() => press(target, { text: each.text, value: each.value })}
        >
          {textOf(each.text)}
        </button>
      ))}
    </span>
  );
}

/** A button that is a drawing; its words are its name. Some show it to a few people only. */
export function IconButtonElement(target: ElementProps) {
  const { press } = useSurface();
  const { me } = useDirectory();
  const { element } = target;
  const shownTo = strings(element.visible_to_user_ids);
  if (shownTo.length > 0 && !shownTo.includes(me)) return null;
  const words = str(element.accessibility_label) || textOf(element.text);
  const value = element.value === undefined ? {} : { value: element.value };
  return (
    <button
      type="button"
      className="icon-button"
      aria-label={words}
      title={words}
      onClick={() => press(target, { text: element.text, ...value })}
    >
      <Icon name={element.icon === 'trash' ? 'bin' : 'more'} />
    </button>
  );
}

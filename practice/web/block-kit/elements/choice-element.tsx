import { useId } from 'react';
import { TextObject } from '../../text/text-object.tsx';
import type { ElementProps } from '../element-view.tsx';
import { list, type Obj, obj, str } from '../read.ts';
import { useHeld, useSurface } from '../surface.ts';

/** Radio buttons or checkboxes, with descriptions under the choices. */
export function ChoiceElement({ field, ...target }: ElementProps) {
  const surface = useSurface();
  const held = useHeld(target);
  const name = useId();
  const type = str(target.element.type);
  const many = type === 'checkboxes';
  const chosen = many ? list(held?.selected_options) : [obj(held?.selected_option)].filter((each) => each !== null);
  const isChosen = (option: Obj) => chosen.some((each) => each.value === option.value);

  const choose = (option: Obj) => {
    if (!many) return surface.change(target, { type, selected_option: option });
    const rest = list(target.element.options).filter((each) => isChosen(each) !== (each.value === option.value));
    surface.change(target, { type, selected_options: rest });
  };

  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: either role takes a label
    <div
      className="choices"
      role={many ? 'group' : 'radiogroup'}
      id={field?.id}
      aria-labelledby={field?.labelId}
      aria-describedby={field?.describedBy}
    >
      {list(target.element.options).map((option) => (
        <label className="choice" key={str(option.value)}>
          <input
            type={many ? 'checkbox' : 'radio'}
            name={name}
            checked={isChosen(option)}
            onChange={() => choose(option)}
          />
          <span>
            <TextObject value={option.text} />
            {obj(option.description) ? (
              <span className="choice-description">
                <TextObject value={option.description} />
              </span>
            ) : null}
          </span>
        </label>
      ))}
    </div>
  );
}

import { Combobox } from '../../parts/combobox.tsx';
import type { ElementProps } from '../element-view.tsx';
import { flag, list, num, type Obj, obj, str, strings, textOf } from '../read.ts';
import { stateField } from '../state-values.ts';
import { useHeld, useSurface } from '../surface.ts';
import { optionsOf, useChoices } from './select-choices.tsx';

/** A select of one: own options, people, channels or conversations. */
export function SelectElement({ field, ...target }: ElementProps) {
  const surface = useSurface();
  const held = useHeld(target);
  const { element } = target;
  const type = str(element.type);
  const name = stateField(type) ?? '';
  const isStatic = type === 'static_select';
  const chosen = isStatic ? str(obj(held?.[name])?.value) : str(held?.[name]);
  return (
    <Combobox
      {...shared(element, field)}
      choices={useChoices(element)}
      chosen={chosen ? [chosen] : []}
      many={false}
      onChange={([key = '']) => surface.change(target, { type, [name]: isStatic ? findOption(element, key) : key })}
    />
  );
}

/** A select of several. */
export function MultiSelectElement({ field, ...target }: ElementProps) {
  const surface = useSurface();
  const held = useHeld(target);
  const { element } = target;
  const type = str(element.type);
  const name = stateField(type) ?? '';
  const isStatic = type === 'multi_static_select';
  const chosen = isStatic ? list(held?.[name]).map((option) => str(option.value)) : strings(held?.[name]);
  return (
    <Combobox
      {...shared(element, field)}
      choices={useChoices(element)}
      chosen={chosen}
      many
      limit={num(element.max_selected_items) ?? undefined}
      onChange={(keys) =>
        surface.change(target, { type, [name]: isStatic ? keys.map((key) => findOption(element, key)) : keys })
      }
    />
  );
}

/** What every kind of select tells its combobox. */
export function shared(element: Obj, field: ElementProps['field']) {
  return {
    id: field?.id,
    labelledBy: field?.labelId,
    describedBy: field?.describedBy,
    invalid: field?.invalid,
    required: field?.required,
    placeholder: textOf(element.placeholder) || 'Select an option',
    focusOnLoad: flag(element.focus_on_load),
  };
}

function findOption(element: Obj, key: string): Obj | null {
  return optionsOf(element).find(({ option }) => option.value === key)?.option ?? null;
}

import { useEffect, useRef, useState } from 'react';
import { Combobox } from '../../parts/combobox.tsx';
import type { ElementProps } from '../element-view.tsx';
import { list, num, type Obj, obj, str } from '../read.ts';
import { stateField } from '../state-values.ts';
import { type Target, useHeld, useSurface } from '../surface.ts';
import { choiceOf, optionsOf } from './select-choices.tsx';
import { shared } from './select-element.tsx';

const TYPING_MS = 250;
const SHORTEST = 3;

/** A select whose options the app offers while one types. */
export function ExternalSelectElement({ field, ...target }: ElementProps) {
  const surface = useSurface();
  const held = useHeld(target);
  const { offered, asked, ask } = useOffers(target);
  const { element } = target;
  const type = str(element.type);
  const name = stateField(type) ?? '';
  const many = type === 'multi_external_select';
  const chosen = many ? list(held?.[name]) : [obj(held?.[name])].filter((each) => each !== null);
  const all = [...offered.map(({ option }) => option), ...chosen];
  const find = (key: string) => all.find((option) => option.value === key) ?? null;
  return (
    <Combobox
      {...shared(element, field)}
      choices={offered.map(choiceOf)}
      known={chosen.map((option) => choiceOf({ option }))}
      chosen={chosen.map((option) => str(option.value))}
      many={many}
      limit={num(element.max_selected_items) ?? undefined}
      asked={asked}
      onQuery={ask}
      onChange={(keys) => surface.change(target, { type, [name]: many ? keys.map(find) : find(keys[0] ?? '') })}
    />
  );
}

type Offers = { offered: { option: Obj; group?: string }[]; asked: string; ask: (query: string) => void };

/** Asks the app a moment after the last letter; an answer to an older question is dropped. */
function useOffers(target: Target): Offers {
  const { suggest } = useSurface();
  const [offered, setOffered] = useState<Offers['offered']>([]);
  const [asked, setAsked] = useState('');
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);
  const shortest = num(target.element.min_query_length) ?? SHORTEST;
  useEffect(() => () => clearTimeout(timer.current), []);

  const fetchOffers = async (query: string, turn: number) => {
    const answer = await suggest(target, query);
    if (turn !== latest.current) return;
    setOffered(answer.flatMap(readOffer));
    setAsked('');
  };
  const ask = (query: string) => {
    latest.current += 1;
    clearTimeout(timer.current);
    const missing = shortest - [...query].length;
    setOffered([]);
    setAsked(missing > 0 ? `Type ${missing} more ${missing === 1 ? 'character' : 'characters'}` : 'Asking the app…');
    if (missing <= 0) timer.current = setTimeout(fetchOffers, TYPING_MS, query, latest.current);
  };
  return { offered, asked, ask };
}

/** An answer is a list of options, or of groups of them. */
function readOffer(each: Obj): Offers['offered'] {
  return Array.isArray(each.options) ? optionsOf({ option_groups: [each] }) : [{ option: each }];
}

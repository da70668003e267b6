import { createContext, useCallback, useContext, useMemo, useRef, useState } from 'react';
import type { Block, Place, StateValues } from '../../wire.ts';
import { usePage } from '../store/context.ts';
import { flag, list, type Obj, obj, str, textOf } from './read.ts';
import { gatherValues, type StateValue } from './state-values.ts';

/** One message or view with live elements: what they hold now, and how they tell the app. */
export type Surface = {
  kind: 'message' | 'modal' | 'home';
  /** Unique on the page; DOM ids are built from it. */
  name: string;
  values: StateValues;
  /** `block_id/action_id` of the element whose press is under way. */
  busy: string;
  /** Keeps a new value; with `dispatch` the app hears of it at once. */
  change: (target: Target, state: StateValue) => void;
  /** Presses an element without a state of its own. */
  press: (target: Target, extra: Obj) => void;
  /** Asks the app what a menu of its own offers for what was typed. */
  suggest: (target: Target, value: string) => Promise<Obj[]>;
};

export type Target = { element: Obj; blockId: string; dispatch: boolean };

export const SurfaceContext = createContext<Surface | null>(null);

/** The surface an element stands on. */
export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('useSurface outside of a message or view');
  return surface;
}

/** The value an element holds now. */
export function useHeld(target: Target): StateValue | undefined {
  return useSurface().values[target.blockId]?.[str(target.element.action_id)];
}

/** Makes a surface of a message's or view's blocks; what the person changed outlives a redraw that keeps the ids. */
export function useBlockSurface(kind: Surface['kind'], name: string, place: Place, blocks: Block[]): Surface {
  const { act, ask } = usePage();
  const [edits, setEdits] = useState<StateValues>({});
  const [busy, setBusy] = useState('');
  const latest = useRef({ edits, blocks, place });
  latest.current = { edits, blocks, place };

  const send = useCallback(
    async ({ element, blockId }: Target, extra: Obj, edited: StateValues) => {
      const confirm = obj(element.confirm);
      if (confirm && !(await ask(questionOf(confirm)))) return false;
      const action = { ...extra, type: str(element.type), action_id: str(element.action_id), block_id: blockId };
      setBusy(`${blockId}/${action.action_id}`);
      const values = gatherValues(latest.current.blocks, edited);
      await act({ act: 'press', place: latest.current.place, action, values });
      setBusy('');
      return true;
    },
    [act, ask],
  );

  const change = useCallback(
    async (target: Target, state: StateValue) => {
      const before = latest.current.edits;
      const actionId = str(target.element.action_id);
      const edited = { ...before, [target.blockId]: { ...before[target.blockId], [actionId]: state } };
      latest.current.edits = edited;
      setEdits(edited);
      if (!target.dispatch) return;
      const sent = await send(target, state, edited);
      if (!sent) setEdits(before);
    },
    [send],
  );

  const press = useCallback(
    (target: Target, extra: Obj) => {
      send(target, extra, latest.current.edits);
    },
    [send],
  );

  const suggest = useCallback(
    async ({ element, blockId }: Target, value: string) => {
      const asking = { blockId, actionId: str(element.action_id), value };
      const answer = await act({ act: 'suggest', place: latest.current.place, ...asking });
      return answer.ok ? list(answer.options) : [];
    },
    [act],
  );

  const values = useMemo(() => gatherValues(blocks, edits), [blocks, edits]);
  return useMemo(
    () => ({ kind, name, values, busy, change, press, suggest }),
    [kind, name, values, busy, change, press, suggest],
  );
}

function questionOf(confirm: Obj) {
  return {
    title: textOf(confirm.title) || 'Are you sure?',
    text: confirm.text,
    confirm: textOf(confirm.confirm) || 'Yes',
    deny: textOf(confirm.deny) || 'Cancel',
    danger: confirm.style === 'danger' || flag(confirm.danger),
  };
}

import { useId } from 'react';
import { Icon } from '../parts/icon.tsx';
import { TextObject } from '../text/text-object.tsx';
import type { BlockProps } from './blocks.tsx';
import { ElementView } from './element-view.tsx';
import { flag, obj } from './read.ts';

/** A labelled input with its hint and, after a refused submission, what is wrong with it. */
export function InputBlock({ block, error }: BlockProps) {
  const id = useId();
  const element = obj(block.element);
  const hint = obj(block.hint);
  if (!element) return null;
  return (
    <div className={error ? 'input input-bad' : 'input'}>
      <label className="input-label" id={`${id}-label`} htmlFor={`${id}-field`}>
        <TextObject value={block.label} />
        {flag(block.optional) ? <span className="input-optional"> (optional)</span> : null}
      </label>
      <ElementView
        element={element}
        blockId={block.block_id ?? ''}
        dispatch={flag(block.dispatch_action)}
        field={{
          id: `${id}-field`,
          labelId: `${id}-label`,
          describedBy: `${hint ? `${id}-hint` : ''} ${error ? `${id}-error` : ''}`.trim() || undefined,
          invalid: Boolean(error),
          required: !flag(block.optional),
        }}
      />
      {error ? (
        <div className="input-error" id={`${id}-error`} role="alert">
          <Icon name="warning" size={16} /> <span>{error}</span>
        </div>
      ) : null}
      {hint ? (
        <div className="input-hint" id={`${id}-hint`}>
          <TextObject value={hint} />
        </div>
      ) : null}
    </div>
  );
}

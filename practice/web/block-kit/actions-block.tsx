import type { BlockProps } from './blocks.tsx';
import { ElementView } from './element-view.tsx';
import { list, str } from './read.ts';

/** A row of buttons and other elements; each of them tells the app at once. */
export function ActionsBlock({ block }: BlockProps) {
  return (
    <div className="actions">
      {list(block.elements).map((element, index) => (
        <ElementView
          key={str(element.action_id) || `at-${index}`}
          element={element}
          blockId={block.block_id ?? ''}
          dispatch
        />
      ))}
    </div>
  );
}

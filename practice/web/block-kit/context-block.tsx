import { TextObject } from '../text/text-object.tsx';
import type { BlockProps } from './blocks.tsx';
import { ImageElement } from './elements/image-element.tsx';
import { list } from './read.ts';

/** A context line: small texts and pictures in a row. */
export function ContextBlock({ block }: BlockProps) {
  return (
    <div className="context">
      {list(block.elements).map((element, index) =>
        element.type === 'image' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: an element is its place
          <ImageElement key={index} element={element} size="small" />
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: an element is its place
          <div key={index} className="context-text">
            <TextObject value={element} />
          </div>
        ),
      )}
    </div>
  );
}

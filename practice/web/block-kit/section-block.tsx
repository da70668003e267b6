import { useLayoutEffect, useRef, useState } from 'react';
import { TextObject } from '../text/text-object.tsx';
import type { BlockProps } from './blocks.tsx';
import { ElementView } from './element-view.tsx';
import { flag, list, obj } from './read.ts';

/** A section: text, up to ten fields in two columns, and one element at the right. */
export function SectionBlock({ block }: BlockProps) {
  const fields = list(block.fields);
  const accessory = obj(block.accessory);
  return (
    <div className="section">
      <div className="section-body">
        {obj(block.text) ? <LongText value={block.text} whole={flag(block.expand)} /> : null}
        {fields.length > 0 ? (
          <div className="fields">
            {fields.map((field, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a field is its place
              <div className="field" key={index}>
                <TextObject value={field} />
              </div>
            ))}
          </div>
        ) : null}
      </div>
      {accessory ? (
        <div className="section-accessory">
          <ElementView element={accessory} blockId={block.block_id ?? ''} dispatch />
        </div>
      ) : null}
    </div>
  );
}

/** Long text is folded behind "See more" as Slack does, unless the block asks to be shown whole. */
function LongText({ value, whole }: { value: unknown; whole: boolean }) {
  const [open, setOpen] = useState(false);
  const [tall, setTall] = useState(false);
  const body = useRef<HTMLDivElement>(null);
  const folded = !whole && !open;
  useLayoutEffect(() => {
    const element = body.current;
    if (element && folded) setTall(element.scrollHeight > element.clientHeight + 24);
  });
  return (
    <div className="section-text">
      <div ref={body} className={folded ? 'folded' : undefined} data-tall={tall || undefined}>
        <TextObject value={value} />
      </div>
      {tall && !whole ? (
        <button type="button" className="link see-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? 'See less' : 'See more'}
        </button>
      ) : null}
    </div>
  );
}

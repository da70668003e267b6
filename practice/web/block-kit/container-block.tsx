import { useId, useState } from 'react';
import type { Block } from '../../wire.ts';
import { Icon } from '../parts/icon.tsx';
import { Flows } from '../text/draw-flow.tsx';
import { parseRichText } from '../text/rich-text.ts';
import { TextObject } from '../text/text-object.tsx';
import { type BlockProps, Blocks } from './blocks.tsx';
import { ImageElement } from './elements/image-element.tsx';
import { flag, list, obj, str } from './read.ts';

/** Blocks in a frame with a title; some can be folded away. */
export function ContainerBlock({ block }: BlockProps) {
  const id = useId();
  const foldable = flag(block.is_collapsible);
  const [open, setOpen] = useState(!(foldable && flag(block.default_collapsed)));
  const children = list(block.child_blocks).filter((each): each is Block => typeof each.type === 'string');
  const rich = obj(block.rich_text_title);
  const icon = obj(block.icon);
  const title = (
    <>
      {icon ? <ImageElement element={icon} size="small" /> : null}
      <span className="container-title" id={`${id}-title`}>
        {rich ? <Flows flows={parseRichText(rich)} /> : <TextObject value={block.title} />}
      </span>
    </>
  );
  return (
    <section className={`container container-${str(block.width) || 'standard'}`} aria-labelledby={`${id}-title`}>
      <div className={flag(block.has_header_divider) && open ? 'container-head container-ruled' : 'container-head'}>
        {foldable ? (
          <button
            type="button"
            className="container-fold"
            aria-expanded={open}
            aria-controls={`${id}-body`}
            onClick={() => setOpen(!open)}
          >
            {title}
            <span className={open ? 'container-mark container-mark-open' : 'container-mark'}>
              <Icon name="chevron" size={16} />
            </span>
          </button>
        ) : (
          title
        )}
        {obj(block.subtitle) ? (
          <div className="card-subtitle">
            <TextObject value={block.subtitle} />
          </div>
        ) : null}
      </div>
      <div id={`${id}-body`} className="container-body" hidden={!open}>
        <Blocks blocks={children} />
      </div>
    </section>
  );
}

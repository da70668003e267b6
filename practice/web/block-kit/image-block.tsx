import { useState } from 'react';
import { TextObject } from '../text/text-object.tsx';
import type { BlockProps } from './blocks.tsx';
import { imageUrl } from './elements/image-element.tsx';
import { obj, str } from './read.ts';

/** A picture with its title; when it is not loaded its description stands in its place. */
export function ImageBlock({ block }: BlockProps) {
  const [failed, setFailed] = useState(false);
  const [open, setOpen] = useState(true);
  const url = imageUrl(block);
  const alt = str(block.alt_text);
  const instead = url
    ? `A picture that could not be loaded: ${alt}`
    : `A picture from outside, not fetched here: ${alt}`;
  return (
    <figure className="image-block">
      {obj(block.title) ? (
        <figcaption>
          <button type="button" className="image-fold" aria-expanded={open} onClick={() => setOpen(!open)}>
            <TextObject value={block.title} /> <span aria-hidden="true">{open ? '▾' : '▸'}</span>
          </button>
        </figcaption>
      ) : null}
      {open && url && !failed ? <img src={url} alt={alt} onError={() => setFailed(true)} /> : null}
      {open && (!url || failed) ? <div className="placeholder">{instead}</div> : null}
    </figure>
  );
}

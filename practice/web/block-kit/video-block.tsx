import { Icon } from '../parts/icon.tsx';
import { isSafeUrl } from '../text/nodes.ts';
import { TextObject } from '../text/text-object.tsx';
import type { BlockProps } from './blocks.tsx';
import { obj, str } from './read.ts';

/** A video as a still that leads to it: this page plays nothing from outside the machine. */
export function VideoBlock({ block }: BlockProps) {
  const url = [str(block.title_url), str(block.video_url)].find(isSafeUrl);
  const from = [str(block.author_name), str(block.provider_name)].filter(Boolean).join(' · ');
  return (
    <figure className="video">
      <figcaption>
        {from ? <div className="card-subtitle">{from}</div> : null}
        <div className="card-title">
          {url ? (
            <a className="link" href={url} target="_blank" rel="noopener noreferrer">
              <TextObject value={block.title} />
            </a>
          ) : (
            <TextObject value={block.title} />
          )}
        </div>
        {obj(block.description) ? <TextObject value={block.description} /> : null}
      </figcaption>
      <div className="video-still" role="img" aria-label={str(block.alt_text)}>
        <Icon name="play" size={40} />
        <span>{str(block.alt_text)}</span>
      </div>
    </figure>
  );
}

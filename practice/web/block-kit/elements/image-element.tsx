import { useState } from 'react';
import { type Obj, obj, str } from '../read.ts';

/**
 * The address of a picture kept by the practice server; empty for any other. Slack fetches pictures through a proxy
 * of its own; this page asks nobody outside the machine.
 */
export function imageUrl(element: Obj): string {
  const given = str(element.image_url) || str(obj(element.slack_file)?.url);
  const url = given.startsWith(`${location.origin}/`) ? given.slice(location.origin.length) : given;
  return url.startsWith('/files/') ? url : '';
}

/** A small picture in a context line, a larger one beside a section, or the wide one of a card. */
export function ImageElement({ element, size }: { element: Obj; size: 'small' | 'accessory' | 'hero' }) {
  const [failed, setFailed] = useState(false);
  const url = imageUrl(element);
  const alt = str(element.alt_text);
  if (!url || failed)
    return size === 'small' ? <span className="image-alt">{alt}</span> : <div className="placeholder">{alt}</div>;
  return <img className={`image-${size}`} src={url} alt={alt} onError={() => setFailed(true)} />;
}

import type { MouseEvent, ReactNode } from 'react';
import { usePage } from '../store/context.ts';
import { parsePermalink } from '../store/place-hash.ts';

/** A link in a text: a permalink leads to its message, anything else to a new tab that does not learn where it came from. */
export function OutsideLink({ url, children }: { url: string; children: ReactNode }) {
  const { go } = usePage();
  const follow = (event: MouseEvent) => {
    const link = url.startsWith(`${location.origin}/`) ? parsePermalink(url.slice(location.origin.length)) : null;
    if (!link || event.metaKey || event.ctrlKey) return;
    event.preventDefault();
    go({ ...link, tab: 'messages' });
  };
  return (
    <a className="link" href={url} target="_blank" rel="noopener noreferrer" onClick={follow}>
      {children}
    </a>
  );
}

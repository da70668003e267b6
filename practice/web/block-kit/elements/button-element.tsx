import { isSafeUrl } from '../../text/nodes.ts';
import { TextObject } from '../../text/text-object.tsx';
import type { ElementProps } from '../element-view.tsx';
import { str } from '../read.ts';
import { useSurface } from '../surface.ts';

/** A button; with a url it also opens the page it names. */
export function ButtonElement({ element, blockId, dispatch }: ElementProps) {
  const surface = useSurface();
  const style = str(element.style);
  const url = str(element.url);
  const busy = surface.busy === `${blockId}/${str(element.action_id)}`;
  const className = `button button-block ${style === 'primary' || style === 'danger' ? `button-${style}` : ''}`;
  const label = str(element.accessibility_label) || undefined;
  const press = () => {
    const extra = { text: element.text, ...(element.value === undefined ? {} : { value: element.value }) };
    surface.press({ element, blockId, dispatch }, style ? { ...extra, style } : extra);
  };
  if (isSafeUrl(url)) {
    return (
      <a className={className} href={url} target="_blank" rel="noopener noreferrer" aria-label={label} onClick={press}>
        <span className="button-words">
          <TextObject value={element.text} />
        </span>
      </a>
    );
  }
  return (
    <button type="button" className={className} aria-label={label} aria-busy={busy} onClick={busy ? undefined : press}>
      <span className="button-words">
        <TextObject value={element.text} />
      </span>
    </button>
  );
}

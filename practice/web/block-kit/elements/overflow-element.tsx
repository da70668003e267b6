import { useId, useRef, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { Menu } from '../../parts/menu.tsx';
import { isSafeUrl } from '../../text/nodes.ts';
import { TextObject } from '../../text/text-object.tsx';
import type { ElementProps } from '../element-view.tsx';
import { list, str, textOf } from '../read.ts';
import { useSurface } from '../surface.ts';

/** The three dots: a short menu whose items press at once. */
export function OverflowElement({ element, blockId, dispatch }: ElementProps) {
  const surface = useSurface();
  const [open, setOpen] = useState(false);
  const anchor = useRef<HTMLButtonElement>(null);
  const id = useId();
  const options = list(element.options);
  return (
    <>
      <button
        ref={anchor}
        type="button"
        className="button button-block button-icon"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name="more" />
      </button>
      {open ? (
        <Menu
          id={id}
          label="More actions"
          anchor={anchor}
          onClose={() => setOpen(false)}
          items={options.map((option) => ({
            key: str(option.value) || textOf(option.text),
            label: <TextObject value={option.text} />,
            run: () => {
              const url = str(option.url);
              if (isSafeUrl(url)) window.open(url, '_blank', 'noopener,noreferrer');
              surface.press({ element, blockId, dispatch }, { selected_option: option });
            },
          }))}
        />
      ) : null}
    </>
  );
}

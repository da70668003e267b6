import { type FormEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { PracticeView } from '../../wire.ts';
import { Blocks } from '../block-kit/blocks.tsx';
import { SurfaceContext, useBlockSurface } from '../block-kit/surface.ts';
import { Icon } from '../parts/icon.tsx';
import { Lamp } from '../parts/lamp.tsx';
import { usePage } from '../store/context.ts';
import { Plain } from '../text/text-object.tsx';
import { checkInputs } from './check-required.ts';
import { keepFocus, useFirstFocus } from './focus.ts';

type Props = { view: PracticeView; isTop: boolean; isPushed: boolean };

/** One modal: title, blocks, and the buttons that submit or close it. */
export function Modal({ view, isTop, isPushed }: Props) {
  const { act } = usePage();
  const titleId = useId();
  const own = useRef<HTMLFormElement>(null);
  const [busy, setBusy] = useState(false);
  const [missing, setMissing] = useState<Record<string, string>>({});
  const surface = useBlockSurface('modal', view.id, { viewId: view.id }, view.blocks);
  const errors = { ...view.errors, ...missing };
  const shownErrors = useRef('');
  useFirstFocus(own, isTop, view.hash);

  useEffect(() => {
    const ids = Object.keys(errors).join(' ');
    if (ids && ids !== shownErrors.current) {
      const bad = own.current?.querySelector('.input-bad');
      bad?.querySelector<HTMLElement>('input, textarea, button')?.focus({ preventScroll: true });
      bad?.scrollIntoView({ block: 'nearest' });
    }
    shownErrors.current = ids;
  });

  const close = (all: boolean) => act({ act: 'close', viewId: view.id, ...(all ? { all } : {}) });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !view.submit) return;
    const found = checkInputs(view.blocks, surface.values);
    setMissing(found);
    if (Object.keys(found).length > 0) return;
    setBusy(true);
    await act({ act: 'submit', viewId: view.id, values: surface.values });
    setBusy(false);
  };
  const keyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) close(false);
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) own.current?.requestSubmit();
    keepFocus(event, own.current);
  };

  return (
    <form
      ref={own}
      className="modal"
      role="dialog"
      aria-modal="true"
      aria-labelledby={titleId}
      aria-busy={busy}
      hidden={!isTop}
      noValidate
      tabIndex={-1}
      onSubmit={submit}
      onKeyDown={keyDown}
    >
      <header className="modal-head">
        {isPushed ? (
          <button type="button" className="icon-button" aria-label="Back" onClick={() => close(false)}>
            <Icon name="back" />
          </button>
        ) : (
          <span className="avatar modal-lamp">
            <Lamp size={28} />
          </span>
        )}
        <h1 id={titleId}>
          <Plain text={view.title} />
        </h1>
        <button type="button" className="icon-button" aria-label="Close" onClick={() => close(true)}>
          <Icon name="close" size={20} />
        </button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <section className="modal-body" tabIndex={0} aria-labelledby={titleId}>
        <SurfaceContext value={surface}>
          <Blocks blocks={view.blocks} errors={errors} />
        </SurfaceContext>
      </section>
      <footer className="modal-foot">
        <button type="button" className="button button-large" onClick={() => close(false)}>
          {view.close || (view.submit ? 'Cancel' : 'Close')}
        </button>
        {view.submit ? (
          <button type="submit" className="button button-large button-primary" aria-busy={busy}>
            {view.submit}
          </button>
        ) : null}
      </footer>
    </form>
  );
}

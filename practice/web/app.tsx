import { useCallback, useMemo, useState } from 'react';
import { Confirm } from './modals/confirm.tsx';
import { Guarded } from './parts/guarded.tsx';
import { Lamp } from './parts/lamp.tsx';
import type { Toast } from './shell/toasts.tsx';
import { Toasts } from './shell/toasts.tsx';
import { Workspace } from './shell/workspace.tsx';
import { DirectoryContext, type Page, PageContext, type Question } from './store/context.ts';
import { sendAct } from './store/live.ts';
import { usePlace } from './store/use-place.ts';
import { usePractice } from './store/use-practice.ts';

type Asked = { question: Question; answer: (sure: boolean) => void };

/** The whole page: it finds out who looks, keeps the workspace live and hands both down. */
export function App() {
  const [place, go] = usePlace();
  const [toasts, setToasts] = useState<Toast[]>([]);
  const [asked, setAsked] = useState<Asked | null>(null);
  const { as } = place;

  const notify = useCallback((text: string) => setToasts((all) => [...all.slice(-3), { id: nextId(), text }]), []);
  const closeToast = useCallback((id: number) => setToasts((all) => all.filter((toast) => toast.id !== id)), []);
  const setAs = useCallback((next: string) => go({ as: next }), [go]);
  const { state, live } = usePractice(as, setAs, notify);
  const me = state?.me ?? as;

  const act = useCallback<Page['act']>(
    async (doing) => {
      const answer = await sendAct({ ...doing, as: me });
      if (!answer.ok) notify(answer.error);
      return answer;
    },
    [me, notify],
  );
  const ask = useCallback<Page['ask']>(
    (question) => new Promise((resolve) => setAsked({ question, answer: resolve })),
    [],
  );
  const answer = (sure: boolean) => {
    asked?.answer(sure);
    setAsked(null);
  };

  const page = useMemo(
    () => (state ? { state, place, go, act, notify, ask } : null),
    [state, place, go, act, notify, ask],
  );
  const directory = useDirectoryOf(page);

  return (
    <PageContext value={page}>
      <DirectoryContext value={directory}>
        <Guarded instead={<Broken />}>
          {page && directory ? <Workspace live={live} /> : <Waiting live={live} />}
        </Guarded>
        {asked && directory ? <Confirm question={asked.question} onAnswer={answer} /> : null}
        <Toasts toasts={toasts} onClose={closeToast} />
      </DirectoryContext>
    </PageContext>
  );
}

let lastId = 0;
function nextId(): number {
  lastId += 1;
  return lastId;
}

function useDirectoryOf(page: Page | null) {
  const { me = '', bot = '', people, channels, userGroups } = page?.state ?? {};
  return useMemo(() => {
    if (!people || !channels || !userGroups) return null;
    return {
      me,
      bot,
      people: new Map(people.map((each) => [each.id, each])),
      channels: new Map(channels.map((each) => [each.id, each])),
      groups: new Map(userGroups.map((each) => [each.id, each])),
    };
  }, [me, bot, people, channels, userGroups]);
}

function Waiting({ live }: { live: boolean }) {
  return (
    <div className="waiting" role="status">
      <Lamp size={72} />
      <p>{live ? 'Opening the workspace…' : 'The practice server is not answering. Trying again…'}</p>
    </div>
  );
}

function Broken() {
  return (
    <div className="waiting" role="alert">
      <Lamp size={72} />
      <p>This page has met a defect of its own.</p>
      <button type="button" className="button" onClick={() => location.reload()}>
        Load it again
      </button>
    </div>
  );
}

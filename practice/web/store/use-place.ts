import { useCallback, useEffect, useState } from 'react';
import { formatHash, type PagePlace, parseHash, parsePermalink } from './place-hash.ts';

const REMEMBERED = 'porchlight.practice.as';

/** Where the page is, kept in the address (so that two windows can be two people); the last person is remembered. */
export function usePlace(): [PagePlace, (change: Partial<PagePlace>) => void] {
  const [place, setPlace] = useState(readPlace);

  useEffect(() => {
    const follow = () => setPlace(readPlace());
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, []);

  const go = useCallback((change: Partial<PagePlace>) => {
    const next = { ...readPlace(), at: '', ...change };
    if (change.as) remember(change.as);
    if (formatHash(next) !== location.hash) history.pushState(null, '', formatHash(next));
    setPlace(next);
  }, []);

  return [place, go];
}

/** Reads the address, and writes into it what it lacks: whoever was remembered, and a permalink's place. */
function readPlace(): PagePlace {
  const link = parsePermalink(location.pathname + location.search);
  const written = { ...parseHash(location.hash), ...link };
  const place = { ...written, as: written.as || recall() };
  if (link || place.as !== written.as) history.replaceState(null, '', `/${formatHash(place)}`);
  return place;
}

function recall(): string {
  try {
    return localStorage.getItem(REMEMBERED) ?? '';
  } catch {
    return '';
  }
}

function remember(as: string): void {
  try {
    localStorage.setItem(REMEMBERED, as);
  } catch {
    // A browser without storage keeps the person in the address alone.
  }
}

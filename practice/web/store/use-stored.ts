import { useCallback, useState } from 'react';

/** A JSON value kept in this browser under a name. */
export function useStored<T>(name: string, first: T): [T, (next: T) => void] {
  const [held, setHeld] = useState({ name, value: read(name, first) });
  const current = held.name === name ? held.value : read(name, first);
  const keep = useCallback(
    (value: T) => {
      setHeld({ name, value });
      try {
        localStorage.setItem(name, JSON.stringify(value));
      } catch {
        // Without storage the value lives as long as the page.
      }
    },
    [name],
  );
  return [current, keep];
}

function read<T>(name: string, first: T): T {
  try {
    const kept = localStorage.getItem(name);
    return kept === null ? first : (JSON.parse(kept) as T);
  } catch {
    return first;
  }
}

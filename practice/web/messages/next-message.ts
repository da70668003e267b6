/** The message an arrow key, Home or End leads to from the list itself or from a message in it; null for other keys. */
export function nextMessage(list: HTMLElement, held: HTMLElement, key: string): HTMLElement | null {
  if (held !== list && !held.matches('.message[data-ts]')) return null;
  const messages = [...list.querySelectorAll<HTMLElement>('.message[data-ts]')];
  const at = messages.indexOf(held);
  const steps: Record<string, number> = {
    ArrowUp: at < 0 ? messages.length - 1 : at - 1,
    ArrowDown: at < 0 ? messages.length - 1 : at + 1,
    Home: 0,
    End: messages.length - 1,
  };
  return messages[steps[key] ?? -1] ?? null;
}

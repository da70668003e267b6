import type { World } from '../world.ts';

/** The next message timestamp such as 1767225600.000100: unique here and never going back. */
export function newTs({ state, clock }: World): string {
  state.lastTsMicros = Math.max(clock().getTime() * 1000, state.lastTsMicros + 1);
  const micros = String(state.lastTsMicros).padStart(7, '0');
  return `${micros.slice(0, -6)}.${micros.slice(-6)}`;
}

/** Unix seconds of the world's clock. */
export function nowSeconds({ clock }: World): number {
  return Math.floor(clock().getTime() / 1000);
}

const PRIME = 0x01000193;

/** Where hashing begins for one kind of feature, so that kinds do not meet more than by chance. */
export function seed(kind: number): number {
  return Math.imul(0x811c9dc5 ^ kind, PRIME);
}

/** One step of FNV-1a, over a UTF-16 unit. */
export function step(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, PRIME);
}

/** FNV-1a over a text, going on from `hash`. */
export function mix(hash: number, text: string): number {
  let mixed = hash;
  for (let n = 0; n < text.length; n++) mixed = step(mixed, text.charCodeAt(n));
  return mixed;
}

/** Spreads a hash over all its bits, as murmur does at its end. */
export function finish(hash: number): number {
  let spread = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  spread = Math.imul(spread ^ (spread >>> 13), 0xc2b2ae35);
  return (spread ^ (spread >>> 16)) >>> 0;
}

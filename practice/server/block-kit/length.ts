/** Code points of all text inside blocks, which Slack limits for the whole message. */
export function textLength(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, inner) => sum + textLength(inner), 0);
  if (typeof value !== 'object' || value === null) return 0;
  return Object.entries(value).reduce((sum, [key, inner]) => {
    if (key === 'text' && typeof inner === 'string') return sum + [...inner].length;
    return sum + textLength(inner);
  }, 0);
}

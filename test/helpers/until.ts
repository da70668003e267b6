const LOOK_EVERY_MS = 40;

type Found<T> = Exclude<NonNullable<T>, false>;

/**
 * Looks again and again until `look` gives something, and returns it. What `look` throws counts as "not yet". Past the
 * deadline it throws a sentence with `what` and the last thing that stood in the way.
 */
export async function until<T>(what: string, look: () => T | Promise<T>, seconds = 20): Promise<Found<T>> {
  const deadline = Date.now() + seconds * 1_000;
  let obstacle: unknown = '';
  while (Date.now() < deadline) {
    try {
      const found = await look();
      if (found !== undefined && found !== null && found !== false) return found as Found<T>;
    } catch (error) {
      obstacle = error;
    }
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`Within ${seconds} s this did not happen: ${what}. ${obstacle}`, { cause: obstacle });
}

import type { Method, Tier } from './api/method.ts';

export type Limits = {
  /**
   * Counts one call. When it is one too many: the seconds to wait, or `workspace` when all posts together are too many;
   * otherwise undefined.
   */
  take(method: Method, channel: string | undefined): number | 'workspace' | undefined;
};

type Bucket = { tokens: number; atMs: number };
type Rule = { burst: number; perSecond: number };

/** Slack's tiers are given per minute; posting is one a second and channel with a short burst. */
const rules: Record<NonNullable<Tier>, Rule> = {
  1: { burst: 1, perSecond: 1 / 60 },
  2: { burst: 20, perSecond: 20 / 60 },
  3: { burst: 50, perSecond: 50 / 60 },
  4: { burst: 100, perSecond: 100 / 60 },
  post: { burst: 5, perSecond: 1 },
};

/** All posts of a workspace together, several hundred a minute; Slack does not say how many. */
const ALL_POSTS: Rule = { burst: 300, perSecond: 5 };

/** A token bucket per method (and channel, for posting); never refuses when `isOn` is false. */
export function createLimits(clock: () => Date, isOn: boolean): Limits {
  const buckets = new Map<string, Bucket>();

  /** The seconds to wait for this bucket; undefined when it had one left. */
  function draw(key: string, rule: Rule): number | undefined {
    const nowMs = clock().getTime();
    const bucket = buckets.get(key) ?? { tokens: rule.burst, atMs: nowMs };
    const refilled = bucket.tokens + ((nowMs - bucket.atMs) / 1000) * rule.perSecond;
    const tokens = Math.min(rule.burst, refilled);
    const isAllowed = tokens >= 1;
    buckets.set(key, { tokens: isAllowed ? tokens - 1 : tokens, atMs: nowMs });
    return isAllowed ? undefined : Math.max(1, Math.ceil((1 - tokens) / rule.perSecond));
  }

  return {
    take(method, channel) {
      if (!isOn || !method.tier) return undefined;
      if (method.tier !== 'post') return draw(method.name, rules[method.tier]);
      const seconds = draw(`${method.name} ${channel}`, rules.post);
      if (seconds !== undefined) return seconds;
      return draw('all posts', ALL_POSTS) === undefined ? undefined : 'workspace';
    },
  };
}

import type { NamedSource } from '../db/sources.ts';
import type { Deps } from '../deps.ts';
import type { FieldProblem } from '../domain/setting-form.ts';
import { cleanText, clip } from '../domain/text.ts';
import { addressNetwork } from '../networks/index.ts';
import { SourceError } from '../networks/network.ts';

/** How long a person waits for all addresses together; Slack itself waits three seconds for the whole answer. */
const WAIT_MS = 1_500;
const EVERY_MS = 5 * 60_000;
/** How many of its newest items a new source shows when somebody asked for them. */
const NEWEST = 5;
const MAX_NAME_CHARS = 80;

export type Checked = {
  sources: NamedSource[];
  problems: FieldProblem[];
  /** Addresses that did not answer in time: taken as they are, and followed by their first poll. */
  pending: string[];
};

type One = { source: NamedSource; isPending: boolean } | { problem: string };

/** What these addresses lead to: each is asked at once, and the answer is awaited only for a moment. */
export async function checkAddresses(
  deps: Deps,
  at: string,
  addresses: string[],
  options: { showNewest: boolean; waitMs?: number },
): Promise<Checked> {
  const timer = stopwatch(options.waitMs ?? WAIT_MS);
  const checked = await Promise.all(addresses.map((url) => checkOne(deps, url, options.showNewest, timer.over)));
  timer.stop();
  return {
    sources: checked.flatMap((one) => ('source' in one ? one.source : [])),
    problems: checked.flatMap((one) => ('problem' in one ? { at, problem: one.problem } : [])).slice(0, 1),
    pending: addresses.filter((_, n) => isPending(checked[n])),
  };
}

function isPending(one: One | undefined): boolean {
  return one !== undefined && 'source' in one && one.isPending;
}

async function checkOne(deps: Deps, url: string, showNewest: boolean, over: Promise<undefined>): Promise<One> {
  const settings = addressNetwork.settings.safeParse({ url });
  if (!settings.success) return { problem: `“${clip(url, 60)}”: ${settings.error.issues[0]?.message}.` };
  try {
    const found = await Promise.race([addressNetwork.discover?.(settings.data, deps.http), over]);
    const source = sourceOf(found?.settings ?? settings.data, found?.title, showNewest);
    return { source, isPending: found === undefined };
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    return { problem: `“${clip(url, 60)}” cannot be heard: ${error.message}.` };
  }
}

/** A source as it is kept: what it calls itself is its name until its first poll. */
function sourceOf(settings: unknown, title: string | undefined, showNewest: boolean): NamedSource {
  const key = addressNetwork.sourceKey(settings);
  return {
    network: addressNetwork.name,
    key,
    settings: settings as Record<string, unknown>,
    name: clip(cleanText(title ?? ''), MAX_NAME_CHARS) || key,
    everyMs: EVERY_MS,
    backfill: showNewest ? NEWEST : 0,
  };
}

function stopwatch(ms: number): { over: Promise<undefined>; stop(): void } {
  let timer: NodeJS.Timeout | undefined;
  const over = new Promise<undefined>((done) => {
    timer = setTimeout(() => done(undefined), ms);
  });
  return { over, stop: () => clearTimeout(timer) };
}

import { z } from 'zod';
import { duration } from '../domain/setting-values.ts';
import type { SourceSettings } from '../domain/settings.ts';
import { faultsOf, sentence } from './sentences.ts';

/** What the file needs to know of a network: its name, and what may stand under a source of it. */
export type FileNetwork = { name: string; settings: z.ZodType };

const SECOND = 1000;
const DAY = 24 * 60 * 60 * SECOND;
const MAX_BACKFILL = 50;

/** How often a source is asked when the file does not say. */
const DEFAULT_EVERY = '5m';

/** A source of a watch: `network`, `every` and `backfill` are the house's, every other key is the network's. */
export function sourceSchema(networks: readonly FileNetwork[]) {
  const common = commonSchema(networks);
  return z.looseObject({}).transform((raw, ctx): SourceSettings => {
    const { network, every, backfill, ...rest } = raw;
    const ours = common.safeParse({ network, every, backfill }, { error: sentence });
    const theirs = settingsSchema(networks, network).safeParse(rest, { error: sentence });
    const issues = [...(ours.error?.issues ?? []), ...(theirs.error?.issues ?? [])];
    for (const { path, problem } of issues.flatMap(faultsOf)) {
      ctx.addIssue({ code: 'custom', path, message: problem, input: undefined });
    }
    if (!ours.success || !theirs.success) return z.NEVER;
    return {
      network: ours.data.network,
      everyMs: ours.data.every,
      backfill: ours.data.backfill,
      settings: theirs.data,
    };
  });
}

function commonSchema(networks: readonly FileNetwork[]) {
  const names = networks.map(({ name }) => name);
  return z.object({
    network: z.string().refine((name) => names.includes(name), `must be a network that is known: ${names.join(', ')}`),
    every: duration(10 * SECOND, 7 * DAY).prefault(DEFAULT_EVERY),
    backfill: z.number().int().min(0).max(MAX_BACKFILL).default(0),
  });
}

/** The network's own check, closed to unknown keys; anything goes where the network is not known. */
function settingsSchema(networks: readonly FileNetwork[], name: unknown) {
  const settings = networks.find((network) => network.name === name)?.settings;
  const closed = settings instanceof z.ZodObject && !settings.def.catchall ? settings.strict() : settings;
  return (closed ?? z.unknown()).pipe(z.record(z.string(), z.unknown()));
}

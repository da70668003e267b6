import { duplicateFaults } from './community-file/duplicates.ts';
import { type Fault, pathText } from './community-file/fault.ts';
import { fileSchema } from './community-file/schema.ts';
import { withoutSecrets } from './community-file/secrets.ts';
import { faultsOf, sentence } from './community-file/sentences.ts';
import type { FileNetwork } from './community-file/source-schema.ts';
import { readYaml, type YamlSource } from './community-file/yaml-source.ts';
import type { TeamSettings } from './domain/settings.ts';

const MAX_PROBLEMS = 20;

/** A line costs a walk through the file: far more are looked up than are shown, but not thousands. */
const MAX_LOCATED = 200;

/** Settings, or what is wrong with them: `problem` completes a sentence that begins with `path`. */
export type CommunityFile =
  | { ok: true; settings: TeamSettings }
  | { ok: false; problems: { path: string; problem: string }[] };

/**
 * What community.yml says, checked to the last key; a source's own keys by its network. With any fault nothing is
 * taken over: the faults are listed, at most 20, with path and line, and no secret is repeated. Never throws.
 */
export function parseCommunityFile(text: string, networks: readonly FileNetwork[]): CommunityFile {
  const source = readYaml(text);
  if (source.syntax.length > 0) return refuse([...source.syntax, ...source.secrets]);
  if (source.value === null) return refuse([{ path: [], problem: 'is empty' }]);
  const parsed = fileSchema(networks).safeParse(source.value, { error: sentence });
  const found = [...duplicateFaults(source.value), ...(parsed.error?.issues ?? []).flatMap(faultsOf)];
  const faults = [...source.secrets, ...withLines(found.slice(0, MAX_LOCATED), source)];
  return parsed.success && faults.length === 0 ? { ok: true, settings: parsed.data } : refuse(faults);
}

function withLines(faults: Fault[], source: YamlSource): Fault[] {
  return faults.map((fault) => ({ ...fault, line: source.lineOf(fault.path) }));
}

/** The first faults, in the order of the file. */
function refuse(faults: Fault[]): CommunityFile {
  const inOrder = faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  const problems = inOrder.slice(0, MAX_PROBLEMS).map(({ path, problem, line }) => ({
    path: withoutSecrets(pathText(path)),
    problem: withoutSecrets(problem) + (line === undefined ? '' : ` (line ${line})`),
  }));
  return { ok: false, problems };
}

import { type Document, isAlias, isMap, isScalar, isSeq, LineCounter, type Node, parseDocument } from 'yaml';
import type { Fault, Path } from './fault.ts';
import { secretOffsets } from './secrets.ts';

const MAX_CHARS = 1_000_000;
const MAX_ALIASES = 50;
const MAX_DEPTH = 100;
const MAX_SYNTAX_FAULTS = 100;

/** A file's content, or the `syntax` that keeps it from being read; `lineOf` is the line nearest to a path. */
export type YamlSource = {
  value?: unknown;
  syntax: Fault[];
  secrets: Fault[];
  lineOf(path: Path): number | undefined;
};

type Found = { node: unknown; offset: number | undefined };

/** Reads one YAML 1.2 document: keys are texts and stand once, aliases are few, nothing is executed. Never throws. */
export function readYaml(text: string): YamlSource {
  const problem = sizeProblem(text);
  if (problem) return { syntax: [{ path: [], problem }], secrets: [], lineOf: () => undefined };
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true });
  const syntax = syntaxFaults(document, lines);
  return {
    ...(syntax.length > 0 ? { syntax } : toValue(document)),
    secrets: secretFaults(text, document, lines),
    lineOf: (path) => lineAt(lines, findNode(document, path).offset),
  };
}

/** What the parser is not given: it works by recursion. */
function sizeProblem(text: string): string | undefined {
  if (text.length > MAX_CHARS) return `is larger than ${MAX_CHARS} characters`;
  if (flowDepth(text) > MAX_DEPTH || /(?:[-?] {1,9}){100}/.test(text)) return 'is nested too deeply';
  return undefined;
}

function flowDepth(text: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [bracket] of text.matchAll(/[[\]{}]/g)) {
    depth = '[{'.includes(bracket) ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function syntaxFaults(document: Document.Parsed, lines: LineCounter): Fault[] {
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    path: code === 'DUPLICATE_KEY' ? pathAt(document.contents, pos[0]) : [],
    problem: code === 'DUPLICATE_KEY' ? 'stands twice' : `is not YAML: ${message}`,
    line: lineAt(lines, pos[0]),
  }));
  const isFirst = (fault: Fault) =>
    fault === faults.find(({ problem, line }) => problem === fault.problem && line === fault.line);
  return faults.slice(0, MAX_SYNTAX_FAULTS).filter(isFirst);
}

function secretFaults(text: string, document: Document.Parsed, lines: LineCounter): Fault[] {
  return secretOffsets(text).map((offset) => ({
    path: pathAt(document.contents, offset),
    problem: 'holds a token or a key; secrets belong in the environment',
    line: lineAt(lines, offset),
  }));
}

function toValue(document: Document.Parsed): { value?: unknown; syntax: Fault[] } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    JSON.stringify(value); // an alias inside its own anchor makes a circle
    return { value, syntax: [] };
  } catch {
    const problem = 'has an alias that is unknown, inside its own anchor, or used too often';
    return { syntax: [{ path: [], problem }] };
  }
}

function lineAt(lines: LineCounter, offset: number | undefined): number | undefined {
  return offset === undefined ? undefined : lines.linePos(offset).line;
}

/** The innermost path whose key or value covers this place of the text. */
function pathAt(node: unknown, offset: number): Path {
  for (const [key, child, start] of children(node)) {
    const end = isNode(child) ? (child.range?.[1] ?? 0) : 0;
    if (start !== undefined && start <= offset && offset < Math.max(end, start + 1))
      return [key, ...pathAt(child, offset)];
  }
  return [];
}

/** The node at a path, or as near as the file goes, with the place where it begins. */
function findNode(document: Document.Parsed, path: Path): Found {
  let found: Found = { node: document.contents, offset: document.contents?.range?.[0] };
  for (const part of path) {
    const node = isAlias(found.node) ? found.node.resolve(document) : found.node;
    const child = children(node).find(([key]) => key === part);
    if (!child) break;
    found = { node: child[1], offset: child[2] };
  }
  return found;
}

/** Keys, values and where each begins. */
function children(node: unknown): [key: string | number, child: unknown, offset: number | undefined][] {
  if (isSeq(node)) return node.items.map((item, index) => [index, item, isNode(item) ? item.range?.[0] : undefined]);
  if (!isMap(node)) return [];
  return node.items.map(({ key, value }) => [
    isScalar(key) ? String(key.value) : '',
    value,
    isNode(key) ? key.range?.[0] : undefined,
  ]);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'range' in value;
}

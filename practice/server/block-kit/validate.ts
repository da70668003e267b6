/** The one judge of blocks and views: what Slack would refuse, in its own words. */
import { problem, schemaProblems } from './problems.ts';
import { surfaceProblems } from './surface-rules.ts';
import { knownBlocks, type Surface } from './surfaces.ts';
import { home, modal, needsSubmit } from './view.ts';

const MAX_BLOCKS: Record<Surface, number> = { message: 50, modal: 100, home: 100 };

type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function oneBlockProblems(block: unknown, surface: Surface, path: PropertyKey[]): string[] {
  if (!isObject(block)) return [problem('must provide an object', path)];
  if (typeof block.type !== 'string') return [problem('missing required field: type', path)];
  const known = Object.hasOwn(knownBlocks, block.type) ? knownBlocks[block.type] : undefined;
  if (!known?.surfaces.includes(surface)) return [problem(`unsupported type: ${block.type}`, [...path, 'type'])];
  return schemaProblems(known.schema, block, path);
}

/** What Slack would say is wrong with these blocks on this surface; empty when they are right. */
export function blockProblems(blocks: unknown, surface: Surface, path: PropertyKey[] = ['blocks']): string[] {
  if (!Array.isArray(blocks)) return [problem('must provide an array', path)];
  const max = MAX_BLOCKS[surface];
  if (blocks.length > max) return [problem(`no more than ${max} items allowed`, path)];
  if (blocks.length === 0 && surface !== 'message') return [problem('no less than 1 items allowed', path)];
  const each = blocks.flatMap((block, index) => oneBlockProblems(block, surface, [...path, index]));
  return each.length > 0 ? each : surfaceProblems(blocks as Json[], surface, path);
}

/** What Slack would say is wrong with this view; empty when it is right. */
export function viewProblems(view: unknown): string[] {
  const path = ['view'];
  if (!isObject(view)) return [problem('must provide an object', path)];
  if (view.type !== 'modal' && view.type !== 'home') return [problem('must be a valid enum value', [...path, 'type'])];
  const frame = schemaProblems(view.type === 'modal' ? modal : home, view, path);
  if (frame.length > 0) return [problem('failed to match all allowed schemas', path), ...frame];
  const inside = blockProblems(view.blocks, view.type, [...path, 'blocks']);
  return inside.length === 0 && needsSubmit(view) ? [problem('missing required field: submit', path)] : inside;
}

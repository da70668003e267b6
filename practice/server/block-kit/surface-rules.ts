/** Rules that concern all the blocks of a message or view together. */

import type { Block } from '../../wire.ts';
import { blockElements } from '../interactions/element-state.ts';
import { textLength } from './length.ts';
import { problem } from './problems.ts';
import type { Surface } from './surfaces.ts';
import { MAX_TABLE_TEXT } from './tables.ts';

/** Met by others, not documented: a third chart is refused. */
const MAX_CHARTS = 2;
const MAX_MARKDOWN = 12_000;

type Json = Record<string, unknown>;
type Rule = (blocks: Json[], surface: Surface) => string | undefined;

function ofType(blocks: Json[], type: string): Json[] {
  return blocks.filter((block) => block.type === type);
}

function twice(ids: unknown[]): unknown {
  return ids.find((id, index) => id !== undefined && ids.indexOf(id) !== index);
}

const rules: Rule[] = [
  (blocks) => {
    const id = twice(blocks.map((block) => block.block_id));
    return id === undefined ? undefined : `block_id already exists: ${id}`;
  },
  (blocks) => (ofType(blocks, 'table').length > 1 ? 'no more than 1 table allowed' : undefined),
  (blocks) => (ofType(blocks, 'data_visualization').length > MAX_CHARTS ? 'no more than 2 charts allowed' : undefined),
  (blocks) =>
    textLength(ofType(blocks, 'data_table')) > MAX_TABLE_TEXT
      ? 'data tables must be less than 10001 characters'
      : undefined,
  (blocks) =>
    textLength(ofType(blocks, 'markdown')) > MAX_MARKDOWN ? 'markdown must be less than 12001 characters' : undefined,
  (blocks) => {
    const focused = blocks
      .flatMap((block) => blockElements(block as Block))
      .filter((one) => one.focus_on_load === true);
    return focused.length > 1 ? 'no more than 1 element can have focus_on_load' : undefined;
  },
  (blocks, surface) => {
    const hasFile = ofType(blocks, 'input').some((block) => (block.element as Json).type === 'file_input');
    return hasFile && surface !== 'modal' ? 'unsupported type: file_input' : undefined;
  },
];

/** The problems of blocks that are each right on their own. */
export function surfaceProblems(blocks: Json[], surface: Surface, path: PropertyKey[]): string[] {
  return rules.flatMap((rule) => rule(blocks, surface) ?? []).map((sentence) => problem(sentence, path));
}

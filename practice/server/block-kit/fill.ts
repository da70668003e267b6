import type { Block } from '../../wire.ts';
import { newShortId } from '../ids.ts';
import { escapeMrkdwn } from './escape.ts';
import { interactiveTypes } from './interactive.ts';

type Json = Record<string, unknown>;

function fillValue(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fillValue);
  if (typeof value !== 'object' || value === null) return value;
  const filled: Json = Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fillValue(inner)]));
  if (filled.type === 'mrkdwn' && typeof filled.text === 'string') filled.text = escapeMrkdwn(filled.text);
  if (filled.type === 'plain_text') filled.emoji ??= true;
  if (interactiveTypes.has(String(filled.type))) filled.action_id ??= newShortId();
  if (Array.isArray(filled.child_blocks)) filled.child_blocks = filled.child_blocks.map(withBlockId);
  return filled;
}

function withBlockId(block: Json): Json {
  return { ...block, block_id: block.block_id ?? newShortId() };
}

/** The blocks as Slack returns them: ids generated where they are missing, mrkdwn escaped. */
export function fillBlocks(blocks: Block[]): Block[] {
  return blocks.map((block) => withBlockId(fillValue(block) as Json) as Block);
}

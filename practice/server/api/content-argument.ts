/** The content of a message as chat.* and response_url take it: text, blocks, attachments, metadata. */

import type { Block } from '../../wire.ts';
import { escapeMrkdwn } from '../block-kit/escape.ts';
import { fillBlocks } from '../block-kit/fill.ts';
import { textLength } from '../block-kit/length.ts';
import { fileProblems } from '../block-kit/slack-files.ts';
import { blockProblems } from '../block-kit/validate.ts';
import type { Attachment } from '../state.ts';
import type { World } from '../world.ts';
import { type Arguments, jsonArg, textArg } from './arguments.ts';
import { refuse } from './failure.ts';

/** Above this the whole message is refused; met in the field, not documented (slackapi/bolt-js issue 2509). */
const MAX_BLOCK_TEXT = 13_200;
const MAX_POSTED_TEXT = 40_000;
const MAX_MARKDOWN_TEXT = 12_000;
const MAX_ATTACHMENTS = 100;

export type Content = { text: string; blocks: Block[]; attachments?: Attachment[] };

/** The error answer for what is wrong with blocks or a view. @throws SlackFailure unless `problems` is empty. */
export function refuseProblems(code: string, problems: string[]): void {
  if (problems.length === 0) return;
  const messages = problems.map((problem) => `[ERROR] ${problem}`);
  refuse(code, { errors: problems, response_metadata: { messages } });
}

/** Checked blocks with their ids filled in; undefined when the argument is absent. @throws invalid_blocks and its kin. */
export function blocksArg(world: World, args: Arguments): Block[] | undefined {
  const blocks = jsonArg(args, 'blocks', 'invalid_blocks_format');
  if (blocks === undefined) return undefined;
  if (!Array.isArray(blocks)) return refuse('invalid_blocks_format');
  refuseProblems('invalid_blocks', blockProblems(blocks, 'message'));
  refuseProblems('invalid_blocks', fileProblems(world, blocks, '/blocks'));
  if (textLength(blocks) > MAX_BLOCK_TEXT) refuse('msg_blocks_too_long');
  return fillBlocks(blocks);
}

function attachmentsArg(args: Arguments): Attachment[] | undefined {
  const attachments = jsonArg(args, 'attachments', 'invalid_attachments');
  if (attachments === undefined) return undefined;
  if (!Array.isArray(attachments)) return refuse('invalid_attachments');
  if (attachments.length > MAX_ATTACHMENTS) refuse('too_many_attachments');
  const path = (index: number) => ['attachments', index, 'blocks'];
  const filled = attachments.map((one, index) => ({ id: index + 1, ...attachment(one, path(index)) }));
  return filled.length > 0 ? filled : undefined;
}

/** An attachment with its blocks judged and filled in. @throws `code` (invalid_attachments unless given). */
export function attachment(json: unknown, path: PropertyKey[], code = 'invalid_attachments'): Attachment {
  if (typeof json !== 'object' || json === null) return refuse(code);
  const { blocks, ...rest } = json as { blocks?: unknown };
  if (blocks === undefined) return rest;
  refuseProblems(code, blockProblems(blocks, 'message', path));
  return { ...rest, blocks: fillBlocks(blocks as Block[]) };
}

function plainText(args: Arguments): string {
  const text = textArg(args, 'text');
  const markdown = textArg(args, 'markdown_text');
  if (markdown === undefined) return text ?? '';
  if (text !== undefined || args.blocks !== undefined) refuse('markdown_text_conflict');
  if ([...markdown].length > MAX_MARKDOWN_TEXT) refuse('msg_too_long');
  return markdown;
}

/** The whole content. `maxText`: refuse longer text instead of cutting it. @throws no_text and the errors of its parts. */
export function contentArg(world: World, args: Arguments, maxText?: number): Content {
  const letters = [...plainText(args)];
  if (maxText !== undefined && letters.length > maxText) refuse('msg_too_long');
  const blocks = blocksArg(world, args) ?? [];
  const attachments = attachmentsArg(args);
  const text = letters.slice(0, MAX_POSTED_TEXT).join('');
  if (text.trim() === '' && blocks.length === 0 && !attachments) refuse('no_text');
  return { text: escapeMrkdwn(text), blocks, attachments };
}

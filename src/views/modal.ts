import type { KnownBlock, ModalView } from '@slack/types';
import { z } from 'zod';
import { isRowId } from '../domain/row-id.ts';
import { plain } from './blocks.ts';

/** What a form remembers about where it came from; ids only. */
export type MentionRef = {
  mentionId: number;
  draftId: number | null;
  routeId?: number | undefined;
  escalationId?: number | undefined;
  crisisId?: number | undefined;
  answerId?: number | undefined;
  authorId?: number | undefined;
};

const rowId = z.number().refine(isRowId);

const mentionRef = z.object({
  /** 0 where the form is about no mention. */
  mentionId: rowId,
  draftId: rowId.nullable(),
  routeId: rowId.optional(),
  escalationId: rowId.optional(),
  crisisId: rowId.optional(),
  answerId: rowId.optional(),
  authorId: rowId.optional(),
});

/** The mention and draft a form was opened on; undefined when its metadata is not ours. */
export function readMentionRef(privateMetadata: string | null | undefined): MentionRef | undefined {
  try {
    return mentionRef.safeParse(JSON.parse(privateMetadata ?? '')).data;
  } catch {
    return undefined;
  }
}

type Frame = {
  title: string;
  callbackId: string;
  blocks: KnownBlock[];
  ref?: MentionRef;
  submit?: string;
  close?: string;
};

/** A modal within Slack's limits: 100 blocks, 24 characters for its title and its two buttons. */
export function modal({ title, callbackId, blocks, ref, submit, close = 'Close' }: Frame): ModalView {
  return {
    type: 'modal',
    callback_id: callbackId,
    title: plain(title, 24),
    ...(submit && { submit: plain(submit, 24) }),
    close: plain(close, 24),
    ...(ref && { private_metadata: JSON.stringify(ref) }),
    blocks: blocks.slice(0, 100),
  };
}

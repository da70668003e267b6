import { z } from 'zod';
import type { Metadata } from '../state.ts';
import { type Arguments, jsonArg } from './arguments.ts';
import { refuse } from './failure.ts';

/** Slack's limit is not published; far above ids, which is what metadata is for. */
const MAX_JSON = 16_000;

const shape = z.object({ event_type: z.string().min(1), event_payload: z.record(z.string(), z.unknown()) });
const scalar = z.union([z.string(), z.number(), z.boolean()]);
const flat = z.record(z.string(), scalar);
const values = z.record(z.string(), z.union([scalar, flat, z.array(flat)]));

/** The metadata of a message: `keep` when omitted, undefined for `{}`. @throws invalid_metadata_format and its kin. */
export function metadataArg(args: Arguments): Metadata | 'keep' | undefined {
  const json = jsonArg(args, 'metadata', 'invalid_metadata_format');
  if (json === undefined) return 'keep';
  if (typeof json === 'object' && json !== null && Object.keys(json).length === 0) return undefined;
  const { data } = shape.safeParse(json);
  if (!data) return refuse('invalid_metadata_format');
  if (!values.safeParse(data.event_payload).success) refuse('invalid_metadata_schema');
  if (JSON.stringify(data).length > MAX_JSON) refuse('metadata_too_large');
  return data;
}

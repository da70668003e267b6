import { z } from 'zod';
import type { AnyAct } from './acts.ts';
import { stageSchemas } from './stage-acts.ts';
import { mishap, trouble } from './trouble-schema.ts';

const as = z.string();
const values = z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() })));
const place = z.union([z.object({ viewId: z.string() }), z.object({ channel: z.string(), ts: z.string() })]);
const action = z.looseObject({ type: z.string(), action_id: z.string(), block_id: z.string() });

const schema = z.discriminatedUnion('act', [
  z.object({ act: z.literal('say'), as, channel: z.string(), text: z.string(), threadTs: z.string().optional() }),
  z.object({ act: z.literal('react'), as, channel: z.string(), ts: z.string(), name: z.string(), on: z.boolean() }),
  z.object({ act: z.literal('press'), as, place, action, values }),
  z.object({ act: z.literal('submit'), as, viewId: z.string(), values }),
  z.object({ act: z.literal('close'), as, viewId: z.string(), all: z.boolean().optional() }),
  z.object({ act: z.literal('command'), as, channel: z.string(), command: z.string(), text: z.string() }),
  z.object({ act: z.literal('open_home'), as }),
  z.object({ act: z.literal('delete'), as, channel: z.string(), ts: z.string() }),
  z.object({ act: z.literal('shortcut'), as, callbackId: z.string() }),
  z.object({ act: z.literal('message_shortcut'), as, callbackId: z.string(), channel: z.string(), ts: z.string() }),
  z.object({
    act: z.literal('suggest'),
    as,
    place,
    blockId: z.string(),
    actionId: z.string(),
    value: z.string(),
  }),
  z.object({ act: z.literal('upload'), as, name: z.string().min(1), mimetype: z.string(), base64: z.base64() }),
  z.object({ act: z.literal('trouble'), as, trouble, on: z.boolean() }),
  z.object({ act: z.literal('mishap'), as, mishap }),
  z.object({ act: z.literal('behave'), as }),
  ...stageSchemas,
]);

/** The act in a request's body; undefined when it is none. */
export function parseAct(json: unknown): AnyAct | undefined {
  return schema.safeParse(json).data;
}

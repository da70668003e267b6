import { z } from 'zod';
import { textLength } from './length.ts';
import { richText } from './rich-text.ts';
import { identifier, limited } from './text.ts';

/** All the text of a table, and of all data tables of a message together. */
export const MAX_TABLE_TEXT = 10_000;

const block_id = identifier.optional();
const rawText = z.strictObject({ type: z.literal('raw_text'), text: z.string().min(1) });
const rawNumber = z.strictObject({ type: z.literal('raw_number'), value: z.number(), text: z.string().min(1) });
const cell = z.discriminatedUnion('type', [rawText, rawNumber, richText]);
const column = z.strictObject({
  align: z.enum(['left', 'center', 'right']).optional(),
  is_wrapped: z.boolean().optional(),
});
const tooLong = `must be less than ${MAX_TABLE_TEXT + 1} characters`;

export const table = z
  .strictObject({
    type: z.literal('table'),
    block_id,
    rows: z.array(z.array(cell).min(1).max(20)).min(1).max(100),
    column_settings: z.array(column.nullable()).max(20).optional(),
  })
  .refine(({ rows }) => textLength(rows) <= MAX_TABLE_TEXT, tooLong);

type Row = { type: string }[];

const hasEvenRows = (rows: Row[]) => rows.every((row) => row.length === rows[0]?.length);
const hasPlainHeader = (rows: Row[]) => rows[0]?.every(({ type }) => type !== 'rich_text') ?? true;

export const dataTable = z
  .strictObject({
    type: z.literal('data_table'),
    block_id,
    caption: limited(MAX_TABLE_TEXT),
    rows: z
      .array(z.array(cell).min(1).max(20))
      .min(2)
      .max(101)
      .refine(hasEvenRows, 'all rows must have the same number of cells')
      .refine(hasPlainHeader, 'the header row must not contain rich_text'),
    page_size: z.int().min(1).max(100).optional(),
    row_header_column_index: z.int().min(0).max(19).optional(),
  })
  .refine(({ rows }) => textLength(rows) <= MAX_TABLE_TEXT, tooLong);

/** Which blocks Slack takes where. Blocks that are in doubt are taken in messages only. */
import type { z } from 'zod';
import {
  actions,
  alert,
  context,
  contextActions,
  divider,
  header,
  image,
  input,
  markdown,
  section,
  video,
} from './blocks.ts';
import { card, carousel, container } from './cards.ts';
import { chart } from './charts.ts';
import { richText } from './rich-text.ts';
import { dataTable, table } from './tables.ts';

export type Surface = 'message' | 'modal' | 'home';

type Known = { schema: z.ZodType; surfaces: Surface[] };

const everywhere: Surface[] = ['message', 'modal', 'home'];

export const knownBlocks: Readonly<Record<string, Known>> = {
  actions: { schema: actions, surfaces: everywhere },
  alert: { schema: alert, surfaces: ['modal'] },
  card: { schema: card, surfaces: everywhere },
  carousel: { schema: carousel, surfaces: ['message', 'home'] },
  container: { schema: container, surfaces: ['message'] },
  context: { schema: context, surfaces: everywhere },
  context_actions: { schema: contextActions, surfaces: ['message'] },
  data_table: { schema: dataTable, surfaces: ['message'] },
  data_visualization: { schema: chart, surfaces: ['message'] },
  divider: { schema: divider, surfaces: everywhere },
  header: { schema: header, surfaces: everywhere },
  image: { schema: image, surfaces: everywhere },
  input: { schema: input, surfaces: everywhere },
  markdown: { schema: markdown, surfaces: ['message'] },
  rich_text: { schema: richText, surfaces: everywhere },
  section: { schema: section, surfaces: everywhere },
  table: { schema: table, surfaces: ['message'] },
  video: { schema: video, surfaces: everywhere },
};

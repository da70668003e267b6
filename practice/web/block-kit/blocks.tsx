import { type ComponentType, memo } from 'react';
import type { Block } from '../../wire.ts';
import { Guarded } from '../parts/guarded.tsx';
import { ActionsBlock } from './actions-block.tsx';
import { AlertBlock } from './alert-block.tsx';
import { CardBlock, CarouselBlock } from './card-block.tsx';
import { ChartBlock } from './chart/chart-block.tsx';
import { ContainerBlock } from './container-block.tsx';
import { ContextBlock } from './context-block.tsx';
import { FileBlock } from './file-block.tsx';
import { DividerBlock, HeaderBlock } from './header-block.tsx';
import { ImageBlock } from './image-block.tsx';
import { InputBlock } from './input-block.tsx';
import { PlaceholderBlock } from './placeholder-block.tsx';
import { str } from './read.ts';
import { SectionBlock } from './section-block.tsx';
import { DataTableBlock, TableBlock } from './table-block.tsx';
import { PlanBlock, TaskCardBlock } from './task-blocks.tsx';
import { MarkdownBlock, RichTextBlock } from './text-blocks.tsx';
import { VideoBlock } from './video-block.tsx';

export type BlockProps = { block: Block; error?: string };

/** Every block that Slack has. */
export const KINDS: Record<string, ComponentType<BlockProps>> = {
  section: SectionBlock,
  header: HeaderBlock,
  context: ContextBlock,
  actions: ActionsBlock,
  context_actions: ActionsBlock,
  divider: DividerBlock,
  image: ImageBlock,
  input: InputBlock,
  rich_text: RichTextBlock,
  markdown: MarkdownBlock,
  table: TableBlock,
  data_table: DataTableBlock,
  data_visualization: ChartBlock,
  alert: AlertBlock,
  card: CardBlock,
  carousel: CarouselBlock,
  container: ContainerBlock,
  video: VideoBlock,
  file: FileBlock,
  plan: PlanBlock,
  task_card: TaskCardBlock,
};

/** Draws blocks in order; a kind the page does not know is named honestly. */
export function Blocks({ blocks, errors = {} }: { blocks: Block[]; errors?: Record<string, string> }) {
  return (
    <div className="blocks">
      {blocks.map((block, index) => {
        const Kind = KINDS[block.type] ?? PlaceholderBlock;
        const id = str(block.block_id);
        return (
          <div key={id || `at-${index}`} className={`block block-${block.type}`} data-block-id={id}>
            <Guarded instead={<PlaceholderBlock block={block} />}>
              <Kind block={block} error={errors[id]} />
            </Guarded>
          </div>
        );
      })}
    </div>
  );
}

/** Blocks that are drawn again only when they changed. */
export const SteadyBlocks = memo(Blocks);

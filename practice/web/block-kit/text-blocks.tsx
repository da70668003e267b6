import { useMemo } from 'react';
import { Flows } from '../text/draw-flow.tsx';
import { parseMarkdown } from '../text/markdown.ts';
import { parseRichText } from '../text/rich-text.ts';
import type { BlockProps } from './blocks.tsx';
import { str } from './read.ts';

/** A rich_text block. */
export function RichTextBlock({ block }: BlockProps) {
  return <Flows flows={useMemo(() => parseRichText(block), [block])} />;
}

/** A block of standard markdown. */
export function MarkdownBlock({ block }: BlockProps) {
  const text = str(block.text);
  return (
    <div className="markdown">
      <Flows flows={useMemo(() => parseMarkdown(text), [text])} />
    </div>
  );
}

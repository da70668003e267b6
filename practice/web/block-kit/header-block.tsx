import { TextObject } from '../text/text-object.tsx';
import type { BlockProps } from './blocks.tsx';
import { num } from './read.ts';

const TAGS = ['h3', 'h4', 'h5', 'h6'] as const;

/** A header: one line of large plain text. */
export function HeaderBlock({ block }: BlockProps) {
  const level = Math.min(Math.max(num(block.level) ?? 1, 1), 4);
  const Tag = TAGS[level - 1] ?? 'h3';
  return (
    <Tag className={`header header-${level}`}>
      <TextObject value={block.text} />
    </Tag>
  );
}

/** A divider: a thin line. */
export function DividerBlock(_props: BlockProps) {
  return <hr className="divider" />;
}

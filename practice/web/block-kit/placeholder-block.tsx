import type { BlockProps } from './blocks.tsx';
import { str, textOf } from './read.ts';

/** Stands for a block the practice page does not draw, and says so. */
export function PlaceholderBlock({ block }: BlockProps) {
  const title = textOf(block.title) || str(block.title) || str(block.alt_text);
  return (
    <div className="placeholder">
      A <code>{block.type}</code> block{title ? `, “${title}”` : ''}: Slack draws this, the practice page does not.
    </div>
  );
}

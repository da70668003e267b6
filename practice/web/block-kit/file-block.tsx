import { Icon } from '../parts/icon.tsx';
import type { BlockProps } from './blocks.tsx';
import { str } from './read.ts';

/** A remote file, named: Slack adds these itself, an app cannot post them. */
export function FileBlock({ block }: BlockProps) {
  return (
    <div className="file">
      <Icon name="paper" />
      <span className="file-name">A remote file</span>
      <span className="file-size">{str(block.external_id)}</span>
    </div>
  );
}

import { Icon, type IconName } from '../parts/icon.tsx';
import { TextObject } from '../text/text-object.tsx';
import type { BlockProps } from './blocks.tsx';
import { str } from './read.ts';

const ICONS: Record<string, IconName> = { success: 'check', warning: 'warning', error: 'warning' };

/** A coloured note in a modal; its level is also said in words. */
export function AlertBlock({ block }: BlockProps) {
  const level = str(block.level) || 'default';
  return (
    <div className={`alert alert-${level}`} role="note">
      <Icon name={ICONS[level] ?? 'info'} />
      {level === 'default' ? null : <span className="visually-hidden">{level}: </span>}
      <div>
        <TextObject value={block.text} />
      </div>
    </div>
  );
}

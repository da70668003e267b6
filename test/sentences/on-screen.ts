import type { RichTextElement } from '@slack/types';
import { formatAbsolute, formatDuration } from '../../src/domain/time.ts';
import type { MessageBlock } from '../../src/views/message.ts';
import { noticeMessage } from '../../src/views/notice-message.ts';
import { NOW } from '../helpers/facts.ts';
import { buttonsOf, linesOf } from '../views/reading.ts';

const NAMES: Record<string, string> = {
  U0ANA: '@Ana',
  U0BEN: '@Ben',
  U0CHI: '@Chi',
  U0DANA: '@Dana',
  C0GEN: '#community',
  C0HELP: '#help',
  C0PRODUCT: '#product',
  S0LEADS: '@leads',
};

/** A sentence of copy as Slack draws it. */
export function drawn(sentence: string): string {
  return linesOf(noticeMessage(sentence).blocks, onScreen).join(' ');
}

/** A whole message as Slack draws it: its lines, then its buttons. */
export function drawnMessage(blocks: MessageBlock[]): string[] {
  const buttons = buttonsOf(blocks).map((label) => `[${label.replace(' *', '')}]`);
  const lines = linesOf(
    blocks.filter((block) => block.type !== 'actions'),
    onScreen,
  );
  return [...lines, ...(buttons.length > 0 ? [buttons.join(' ')] : [])];
}

/** One piece of rich text as its reader sees it. */
export function onScreen(element: RichTextElement): string {
  switch (element.type) {
    case 'user':
      return nameOf(element.user_id);
    case 'channel':
      return nameOf(element.channel_id);
    case 'usergroup':
      return nameOf(element.usergroup_id);
    case 'emoji':
      return `:${element.name}:`;
    case 'date':
      return dateOf(element.format, new Date(element.timestamp * 1000));
    default:
      return 'text' in element ? (element.text ?? '') : '';
  }
}

function nameOf(id: string): string {
  return NAMES[id] ?? id;
}

function dateOf(format: string, at: Date): string {
  const [day = '', time = ''] = formatAbsolute(at, 'Europe/Berlin').split(', ');
  const distance = formatDuration(Math.abs(NOW.getTime() - at.getTime()));
  return format
    .replace('{ago}', at <= NOW ? `${distance} ago` : `in ${distance}`)
    .replace('{date_short_pretty}', day)
    .replace('{time}', time.split(' ')[0] ?? '');
}

import { Fragment, type ReactNode } from 'react';
import { EmojiMark } from '../emoji/emoji-mark.tsx';
import { ChannelMention, GroupMention, UserMention } from '../parts/mention.tsx';
import type { Inline, InlineStyle } from './nodes.ts';
import { OutsideLink } from './outside-link.tsx';
import { SlackDate } from './slack-date.tsx';

const TAGS: Record<InlineStyle, 'strong' | 'em' | 's' | 'u' | 'mark'> = {
  bold: 'strong',
  italic: 'em',
  strike: 's',
  underline: 'u',
  highlight: 'mark',
};

/** Draws inline nodes; every text reaches the page as text. */
export function Inlines({ nodes }: { nodes: Inline[] }): ReactNode {
  return nodes.map((node, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the nodes of one text have no other identity
    <Fragment key={index}>{drawInline(node, nodes[index - 1])}</Fragment>
  ));
}

function drawInline(node: Inline, before: Inline | undefined): ReactNode {
  switch (node.kind) {
    case 'text':
      return node.text;
    case 'styled': {
      const Tag = TAGS[node.style];
      return (
        <Tag>
          <Inlines nodes={node.children} />
        </Tag>
      );
    }
    case 'code':
      return <code className="inline-code">{node.text}</code>;
    case 'link':
      return (
        <OutsideLink url={node.url}>
          <Inlines nodes={node.children} />
        </OutsideLink>
      );
    case 'user':
      return <UserMention id={node.id} label={node.label} />;
    case 'channel':
      return <ChannelMention id={node.id} label={node.label} />;
    case 'usergroup':
      return <GroupMention id={node.id} label={node.label} />;
    case 'broadcast':
      return <span className="mention mention-me">@{node.range}</span>;
    case 'date':
      return (
        <SlackDate
          {...node}
          opensLine={before === undefined || (before.kind === 'text' && before.text.endsWith('\n'))}
        />
      );
    case 'emoji':
      return <EmojiMark name={node.name} />;
    case 'color':
      return (
        <code className="inline-code">
          {node.value} <span className="color-chip" style={{ background: cssColor(node.value) }} />
        </code>
      );
  }
}

function cssColor(value: string): string {
  return /^#[0-9a-f]{3,8}$/i.test(value) ? value : 'transparent';
}

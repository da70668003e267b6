import { useMemo } from 'react';
import { flag, obj, str } from '../block-kit/read.ts';
import { Flows } from './draw-flow.tsx';
import { Inlines } from './draw-inline.tsx';
import { parseMrkdwn } from './mrkdwn.ts';
import type { Inline } from './nodes.ts';

/** Slack's mrkdwn as the page shows it. */
export function Mrkdwn({ text, verbatim = false }: { text: string; verbatim?: boolean }) {
  return <Flows flows={useMemo(() => parseMrkdwn(text, { verbatim }), [text, verbatim])} />;
}

/** A text object: mrkdwn is read, plain_text stays as it is except for its emoji names. */
export function TextObject({ value }: { value: unknown }) {
  const text = obj(value);
  if (!text) return null;
  if (text.type === 'mrkdwn') return <Mrkdwn text={str(text.text)} verbatim={flag(text.verbatim)} />;
  return <Plain text={str(text.text)} emoji={text.emoji !== false} />;
}

/** Plain words, with `:names:` as emoji unless that is switched off. */
export function Plain({ text, emoji = true }: { text: string; emoji?: boolean }) {
  return <Inlines nodes={emoji ? splitEmoji(text) : [{ kind: 'text', text }]} />;
}

function splitEmoji(text: string): Inline[] {
  return text
    .split(/(:[a-z0-9_+'-]{1,80}(?:::skin-tone-[2-6])?:)/)
    .filter(Boolean)
    .map((part) => (/^:.+:$/.test(part) ? { kind: 'emoji', name: part.slice(1, -1) } : { kind: 'text', text: part }));
}

import type { KnownBlock, ModalView } from '@slack/types';
import type { WatchFacts, WatchPreview } from '../domain/settings-facts.ts';
import { actions, button, richText } from './blocks.ts';
import { SHOWN } from './ids.ts';
import { count, number } from './labels.ts';
import { modal } from './modal.ts';
import { bold, line, oneLine, quote, words } from './rich-text.ts';
import { note } from './settings-form.ts';
import { SETTING_BUTTONS } from './settings-ids.ts';
import { sourceWords } from './watch-page.ts';

const MAX_SOURCES = 10;

/** A watch was saved, and its addresses are being asked: it may be closed. Pure. */
export function watchChecking(): ModalView {
  return saved([note('It is saved. Checking the addresses… You can close this: Porchlight goes on by itself.')]);
}

/** A watch was saved: what became of its addresses, and what it would have matched. Pure. */
export function watchSaved(watch: WatchFacts, preview: WatchPreview): ModalView {
  const sources = watch.sources.slice(0, MAX_SOURCES).map((source) => line(...sourceWords(source, watch.timezone)));
  const more = watch.sources.length - sources.length;
  if (more > 0) sources.push(line(words(`and ${number(more)} more`)));
  const { watch_edit: edit, policy, ladder, settings } = SETTING_BUTTONS;
  return saved([
    richText(line(bold(oneLine(watch.name)), words(' is saved.'))),
    ...(sources.length > 0 ? [richText({ type: 'rich_text_list', style: 'bullet', elements: sources })] : []),
    richText(
      line(words(previewWords(watch, preview))),
      ...preview.titles.map((title) => quote(words(oneLine(title, 100) || '–'))),
    ),
    note('From now on, what matches becomes a card.'),
    ...actions(button(edit, watch.id), button(policy, watch.id), button(ladder, watch.id), button(settings, 0)),
  ]);
}

/** "Of the 40 items of the last 14 days it would have matched 3." */
function previewWords({ sources }: WatchFacts, { items, matches, days }: WatchPreview): string {
  if (sources.length === 0)
    return 'It has no source yet, so it only takes what people log. Add the address of a blog or a feed.';
  if (items === 0) return 'Its sources have brought nothing yet.';
  const all = items === 1 ? 'Of the one item' : `Of the ${number(items)} items`;
  const matched = matches === 0 ? 'none. Perhaps the phrases are too narrow' : number(matches);
  return `${all} of the last ${count(days, 'day')} it would have matched ${matched}.`;
}

function saved(blocks: KnownBlock[]): ModalView {
  return modal({ title: 'Watch saved', callbackId: SHOWN.watchSaved, blocks });
}

import type { ModalView, PlainTextOption } from '@slack/types';
import type { CardFacts } from '../domain/card.ts';
import { SNOOZE_CHOICES, type SnoozeChoice, type SnoozeTimes, type SnoozeWish } from '../domain/snooze.ts';
import { formatAbsolute } from '../domain/time.ts';
import { input, option, richText } from './blocks.ts';
import { choice, chosenTime } from './form-values.ts';
import { CALLBACKS, FIELDS } from './ids.ts';
import { authorOnNetwork, inShort } from './mention-lines.ts';
import { modal } from './modal.ts';
import { line, quote, words } from './rich-text.ts';

const LABELS: Record<SnoozeChoice, string> = {
  hour: 'In 1 hour',
  tomorrow: 'Tomorrow morning',
  monday: 'Next Monday morning',
  own: 'At a time of your own',
  reply: 'When the author writes again',
};

const HOUR_LATER = 61 * 60_000;

/** The form that asks until when a mention shall rest. Pure. */
export function snoozeModal(facts: CardFacts, times: SnoozeTimes, now: Date): ModalView {
  return modal({
    title: 'Snooze',
    callbackId: CALLBACKS.snooze,
    submit: 'Snooze',
    close: 'Cancel',
    ref: { mentionId: facts.mention.id, draftId: facts.draft?.id ?? null },
    blocks: [
      richText(line(...authorOnNetwork(facts), words(':')), quote(words(inShort(facts, 300)))),
      input(FIELDS.snoozeChoice, 'When should it wake up?', {
        type: 'radio_buttons',
        options: options(facts, times, now),
      }),
      input(
        FIELDS.snoozeAt,
        'Your own time',
        { type: 'datetimepicker', initial_date_time: Math.floor(+times.tomorrow / 1000) },
        {
          optional: true,
          hint: 'Only for “At a time of your own”. A claim or a draft wakes the mention up before its time.',
        },
      ),
    ],
  });
}

/** Each choice with the time it means; of choices that mean the same time the last, and no waiting for an unknown author. */
function options({ author, timezone }: CardFacts, times: SnoozeTimes, now: Date): PlainTextOption[] {
  const isKnown = Boolean(author.handle ?? author.name);
  const instants = [times.hour, times.tomorrow, times.monday].map(Number);
  const isOffered = (one: SnoozeChoice, n: number) =>
    one === 'reply' ? isKnown : one === 'own' || !instants.slice(n + 1).includes(instants[n] ?? 0);
  return SNOOZE_CHOICES.filter(isOffered).map((one) => {
    if (one === 'own' || one === 'reply') return option(one, LABELS[one]);
    const isHeld = one === 'hour' && +times.hour - +now > HOUR_LATER;
    return option(one, isHeld ? 'When the office opens' : LABELS[one], formatAbsolute(times[one], timezone));
  });
}

/** The choice as it was made; one that is not ours is a time of one's own that was not given. */
export function readSnooze(values: unknown): SnoozeWish {
  const chosen = choice(values, FIELDS.snoozeChoice);
  const known = SNOOZE_CHOICES.find((one) => one === chosen);
  return known ? { choice: known, at: chosenTime(values, FIELDS.snoozeAt) } : { choice: 'own' };
}

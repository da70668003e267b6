import fc from 'fast-check';
import type { Answer, AnswersFacts, OfferedAnswer } from '../../src/domain/answer.ts';
import type { Finding } from '../../src/domain/preflight.ts';
import type { DraftAs, DraftFilled } from '../../src/views/draft-modal.ts';
import { anyName as name, anyText as text } from './any-facts.ts';

const id = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
const count = fc.integer({ min: 0, max: 1_000_000 });
const userId = fc.constantFrom('U0ANA', 'U0BEN', '<!channel>', '');
const at = fc.constantFrom(new Date('2026-11-20T09:00:00Z'), new Date(0), new Date(Number.NaN));
const day = fc.constantFrom('2026-11-20', '2027-02-28', 'tomorrow', '');

/** A kept answer with whatever people wrote into it. */
export const anyAnswer: fc.Arbitrary<Answer> = fc.record({
  id,
  title: name,
  text: text.map((one) => [...one].slice(0, 3000).join('')),
  ownerId: userId,
  reviewOn: day,
  keptBy: userId,
  keptAt: at,
});

/** A library of any size. */
export const anyLibrary: fc.Arbitrary<AnswersFacts> = fc.record({
  words: name,
  answers: fc.array(
    fc.tuple(anyAnswer, fc.boolean(), fc.boolean()).map(([one, isDue, mayReview]) => ({ ...one, isDue, mayReview })),
    { maxLength: 40 },
  ),
  total: count,
  timezone: fc.constantFrom('Europe/Berlin', 'Nowhere/At_All'),
});

const offered: fc.Arbitrary<OfferedAnswer[]> = fc.uniqueArray(
  fc.record({ id, title: name, text, isDue: fc.boolean() }),
  { maxLength: 10, selector: (one) => one.id },
);

/** How a draft will be approved, with answers to begin from. */
export const anyDraftAs: fc.Arbitrary<DraftAs> = fc.record({
  isVoice: fc.boolean(),
  approval: fc.record({ votes: count, objections: count, windowMs: count }),
  reasons: fc.array(text, { maxLength: 10 }),
  answers: offered,
});

/** A draft form in which an answer was chosen, or not. */
export const anyFilled: fc.Arbitrary<DraftFilled | undefined> = fc.option(
  fc.record({
    text: fc.option(text, { nil: undefined }),
    note: text,
    redrawn: fc.integer({ min: 0, max: 999 }),
    draftId: fc.option(id),
  }),
  { nil: undefined },
);

const link = fc.constantFrom(null, 'https://a.b/c|d', 'javascript:alert(1)', 'https://a.b/<!channel>');
const warns = fc.constant('warns' as const);
const stops = fc.constant('stops' as const);

/** Whatever a pre-flight may find. */
export const anyFindings: fc.Arbitrary<Finding[]> = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constant('too_long' as const), severity: stops, maxChars: count, chars: count }),
    fc.record({ kind: fc.constant('forbidden_word' as const), severity: stops, word: text }),
    fc.record({ kind: fc.constant('placeholder' as const), severity: stops, found: text }),
    fc.record({ kind: fc.constantFrom('original_gone' as const, 'original_changed' as const), severity: warns }),
    fc.record({
      kind: fc.constant('replied_already' as const),
      severity: warns,
      by: fc.option(userId),
      at: fc.constant(new Date('2026-11-20T09:00:00Z')),
      link,
    }),
    fc.record({ kind: fc.constant('wrong_name' as const), severity: warns, greeted: text, author: name }),
    fc.record({
      kind: fc.constant('odd_link' as const),
      severity: warns,
      link: text,
      why: fc.constantFrom('scheme', 'user_name', 'address', 'look_alike'),
    }),
    fc.record({ kind: fc.constant('ping' as const), severity: warns, word: text }),
  ),
  { maxLength: 20 },
);

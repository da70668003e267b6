import { expect, test } from '@jest/globals';
import { noticeMessage } from '../../src/views/notice-message.ts';
import {
  awakeNotice,
  handedOverNotice,
  handedToYouNotice,
  nudgeNotice,
  openNudgeNotice,
  reopenedNotice,
  takenBackNotice,
} from '../../src/views/owner-notices.ts';
import { ANA, BEN, CHI, NOW } from '../helpers/facts.ts';
import { everyObject, linesOf } from './reading.ts';

const HOSTILE = '<!channel> <@U0CHI> <https://evil.example|here> &amp;';
const ACME = { watch: 'Acme', cardLink: 'https://acme.slack.com/archives/C0GEN/p1' };

test.each([
  [handedOverNotice(ANA, BEN, ''), 'Ana handed this over to Ben.'],
  [handedOverNotice(ANA, BEN, 'you know exports'), 'Ana handed this over to Ben: you know exports'],
  [handedToYouNotice(ANA, ACME, ''), 'Ana handed you a mention of Acme: you have it now.'],
  [
    handedToYouNotice(ANA, { ...ACME, cardLink: null }, 'hi'),
    'Ana handed you a mention of Acme: you have it now. Their note: hi',
  ],
  [takenBackNotice(ANA, BEN), 'Ana took this back from Ben.'],
  [takenBackNotice(ANA, null), 'Ana took this back.'],
  [reopenedNotice(ANA, 'Maya answered'), 'Ana reopened this: Maya answered'],
  [awakeNotice([ANA, BEN], { why: 'time' }), 'Ana, Ben: the time is over, so this is awake.'],
  [awakeNotice([ANA], { why: 'reply' }), 'Ana: the author has written again, so this is awake.'],
  [awakeNotice([ANA], { why: 'person', by: CHI }), 'Ana: Chi woke this up before its time.'],
  [
    nudgeNotice(ACME, NOW),
    'You have had a mention of Acme since {date_short_pretty} at {time}, and nothing has happened since. Please draft a reply, hand it over or release it.',
  ],
  [
    openNudgeNotice(BEN, NOW),
    'Ben has had this since {date_short_pretty} at {time}, and nothing has happened since. Please draft a reply, hand it over or release it, so that somebody else can help.',
  ],
])('%j is read as "%s"', (notice, told) => {
  expect(linesOf(noticeMessage(notice).blocks)).toEqual([told]);
});

test('the way to the card is a link on the words', () => {
  const links = everyObject(noticeMessage(nudgeNotice(ACME, NOW)).blocks).filter((one) => one.type === 'link');
  expect(links).toMatchObject([{ url: ACME.cardLink, text: 'a mention of Acme' }]);
});

test.each([
  handedOverNotice(ANA, BEN, HOSTILE),
  handedToYouNotice(ANA, { ...ACME, watch: HOSTILE }, HOSTILE),
  reopenedNotice(ANA, HOSTILE),
])('nothing that somebody wrote comes alive in %j', (notice) => {
  const { text, blocks } = noticeMessage(notice);
  const alive = everyObject(blocks).filter((one) => one.type === 'user' || one.type === 'link');
  expect(alive.every((one) => [ANA, BEN].includes(String(one.user_id)) || one.url === ACME.cardLink)).toBe(true);
  expect(text).not.toMatch(/<!channel>|<@U0CHI>/);
});

import type { KnownBlock } from '@slack/types';
import type { InfluencersPage } from '../../src/domain/influencers.ts';
import { authorModal } from '../../src/views/author-modal.ts';
import { INFLUENCER_BUTTONS } from '../../src/views/ids.ts';
import { influencerList } from '../../src/views/influencer-list.ts';
import { misreadInfluencers } from '../../src/views/influencers-misread.ts';
import { mentionCard } from '../../src/views/mention-card.ts';
import { aWeighed } from '../helpers/authors.ts';
import { aCard, aLine, DANA, minutesAgo, NOW } from '../helpers/facts.ts';
import { linesOf } from '../views/reading.ts';
import { drawn, drawnMessage, onScreen } from './on-screen.ts';

type Shown = [string, string[]][];

const LISTED = { list: 'critics', listedBy: DANA, listedAt: minutesAgo(90) } as const;
const HARDLY_KNOWN = { reach: null, times: 1, tones: { negative: 0, neutral: 0, positive: 0, unclear: 1 } };
const MISREADINGS = ['no_day', 'order', 'too_long', 'no_period', 'two_periods', 'by_what', 'which_watch'] as const;

const PAGE: InfluencersPage = {
  asked: { period: null, watch: null },
  page: 0,
  offset: 0,
  total: 0,
  lines: [],
  anonymous: 0,
  days: null,
  now: NOW,
  timezone: 'Europe/Berlin',
};
const LINES = [
  { ...aWeighed({ engagement: 39, usualEngagement: 9 }, LISTED), networkLabel: 'Bluesky' },
  { ...aWeighed(HARDLY_KNOWN, { name: 'Jo' }), networkLabel: 'Blog or feed' },
];
const DAYS = { first: '2026-11-01', last: '2026-11-23' };

/** What cards, forms, lists and messages say of people outside. */
export function authors(): Shown {
  const asked = { period: 'month', watch: 'Acme' } as const;
  return [
    ['The card of a person of weight', onCard(aWeighed())],
    ['The card of somebody of weight and on a list', onCard(aWeighed({}, LISTED))],
    ['The card of somebody else on a list', onCard(aWeighed(HARDLY_KNOWN, LISTED))],
    ['About the author, for a community manager', form(aWeighed({}, LISTED), { mayList: true })],
    ['About the author, for anybody', form(aWeighed({}, LISTED), { mayList: false })],
    ['About somebody of whom little is known', form(aWeighed(HARDLY_KNOWN), { mayList: false })],
    ['/community influencers', page({ lines: LINES, total: 9, anonymous: 1 })],
    ['/community influencers month Acme', page({ asked, days: DAYS, lines: LINES.slice(1), total: 1, anonymous: 3 })],
    ['Nobody spoke', page({})],
    ['Nobody says who they are', [...page({ anonymous: 1 }), ...page({ anonymous: 4, days: DAYS })]],
    ['What was not understood', MISREADINGS.map((misread) => drawn(misreadInfluencers({ misread, word: 'x' })))],
  ];
}

function onCard(weighed: ReturnType<typeof aWeighed>): string[] {
  return drawnMessage(mentionCard(aCard({ weighed }), NOW).blocks);
}

function form(weighed: ReturnType<typeof aWeighed>, rights: { mayList: boolean }): string[] {
  const facts = { weighed, networkLabel: 'Bluesky', lines: [aLine()], isWatching: false, timezone: 'Europe/Berlin' };
  const view = authorModal({ ...facts, ...rights }, 11, NOW);
  const buttons = [view.submit, view.close].flatMap((one) => (one ? [`[${one.text}]`] : []));
  return [`${view.title.text} · ${buttons.join(' ')}`, ...linesOf(view.blocks as KnownBlock[], onScreen)];
}

function page(facts: Partial<InfluencersPage>): string[] {
  return drawnMessage(influencerList({ ...PAGE, ...facts }).blocks);
}

/** The labels of their buttons. */
export const AUTHOR_LABELS = Object.values(INFLUENCER_BUTTONS).map(({ label }) => label);

import type { Button, HomeView, KnownBlock } from '@slack/types';
import type { MentionStatus } from '../domain/mention.ts';
import type { HomeFacts, MentionLine } from '../domain/overview.ts';
import { actions, button, header, richText } from './blocks.ts';
import { askedBlocks, callBlocks } from './home-asked.ts';
import { managerBlocks } from './home-manager.ts';
import { andMore, listBlocks, said } from './home-parts.ts';
import { pictureBlocks } from './home-picture.ts';
import { LOG_BUTTON, MENTION_BUTTONS, type MentionButton, SHOWN } from './ids.ts';
import { number } from './labels.ts';
import { mentionListLine } from './mention-list.ts';
import { AGO, DAY_AND_TIME, line, link, moment, oneLine, person, webAddress, words } from './rich-text.ts';

// Slack takes 100 blocks: at most 10 for what is overdue, 12 and 15 for claims and votes, 22 for calls for help and
// what was asked, 5 for the rest, 35 for managers.
const MAX_OVERDUE = 4;
const MAX_CLAIMS = 5;
const MAX_VOTES = 6;

/** The next step of each claim, as far as its status tells. */
const NEXT: Partial<Record<MentionStatus, MentionButton[]>> = {
  claimed: ['draft'],
  voting: ['see_draft'],
  approved: ['hold'],
  sending: ['mark_posted', 'give_back'],
  unknown: ['mark_posted', 'give_back'],
};

/** One person's page: what they have, what waits for them, what nobody has yet; for managers the settings too. Pure. */
export function homeView(facts: HomeFacts, now: Date): HomeView {
  return {
    type: 'home',
    callback_id: SHOWN.home,
    blocks: [
      ...overdueBlocks(facts),
      header('Your mentions'),
      ...claimBlocks(facts),
      header('Waiting for your vote'),
      ...voteBlocks(facts, now),
      ...callBlocks(facts),
      ...askedBlocks(facts, now),
      header('Waiting for somebody'),
      richText(line(words(unclaimedWords(facts.unclaimed)))),
      ...actions(button(LOG_BUTTON, 0)),
      ...pictureBlocks(facts.picture),
      ...(facts.manager ? managerBlocks(facts.manager, now) : []),
    ].slice(0, 100),
  };
}

function overdueBlocks({ overdue, timezone }: HomeFacts): KnownBlock[] {
  if (overdue.length === 0) return [];
  return [
    header('Overdue'),
    ...overdue.slice(0, MAX_OVERDUE).flatMap(({ line: mention, since }) => {
      const quiet = line(moment(since, timezone, AGO, 'Nothing has happened here since '));
      return [richText(line(...mine(mention, timezone)), quiet), ...actions(...nextSteps(mention))];
    }),
    ...andMore(overdue.length - MAX_OVERDUE),
  ];
}

function claimBlocks({ claims, overdue, timezone }: HomeFacts): KnownBlock[] {
  if (claims.length === 0) {
    return [
      said(
        overdue.length > 0 ? 'You have no others.' : 'You have none. Press “Claim” on a card in a channel to take one.',
      ),
    ];
  }
  return [
    ...claims
      .slice(0, MAX_CLAIMS)
      .flatMap((one) => [richText(line(...mine(one, timezone))), ...actions(...nextSteps(one))]),
    ...andMore(claims.length - MAX_CLAIMS),
  ];
}

function mine(mention: MentionLine, timezone: string) {
  return mentionListLine({ ...mention, claimantId: null }, timezone);
}

function nextSteps({ id, status, words: text }: MentionLine): Button[] {
  return (NEXT[status] ?? []).map((name) => {
    const { actionId, label } = MENTION_BUTTONS[name];
    const shown = name === 'draft' ? 'Write the reply…' : label;
    return button({ actionId, label: shown }, id, { aloud: `${shown} ${oneLine(text)}` });
  });
}

function voteBlocks({ toVote, drafts, timezone }: HomeFacts, now: Date): KnownBlock[] {
  const open = toVote.filter((one) => one.closesAt > now);
  const own = drafts.filter((one) => one.closesAt > now);
  return [
    ...(open.length === 0 ? [said('No draft waits for your vote.')] : []),
    ...open.slice(0, MAX_VOTES).flatMap((one) => voteRow(one, timezone)),
    ...andMore(open.length - MAX_VOTES),
    ...listBlocks('Your drafts that wait for votes', own, ({ line: mention, closesAt, link: url }) => [
      link(url ?? mention.cardLink, `“${oneLine(mention.words, 100) || '(no words)'}”`),
      words(' · '),
      moment(closesAt, timezone, DAY_AND_TIME, 'closes '),
    ]),
  ];
}

function voteRow(
  { line: mention, writerId, closesAt, link: url }: HomeFacts['toVote'][number],
  timezone: string,
): KnownBlock[] {
  const where = webAddress(url) ? [words(' · '), link(url, 'go to the vote')] : [];
  const closes = moment(closesAt, timezone, DAY_AND_TIME, 'closes ');
  return [
    richText(
      line(...mentionListLine(mention, timezone)),
      line(words('Draft by '), person(writerId), words(', '), closes, ...where),
    ),
    ...actions(
      button(MENTION_BUTTONS.see_draft, mention.id, {
        aloud: `${MENTION_BUTTONS.see_draft.label} ${oneLine(mention.words)}`,
      }),
    ),
  ];
}

function unclaimedWords(unclaimed: number): string {
  if (unclaimed === 0) return 'Nothing: somebody has every mention in your channels.';
  const have = unclaimed === 1 ? 'mention in your channels has' : 'mentions in your channels have';
  return `${number(unclaimed)} ${have} nobody yet. Type /community queue to see ${unclaimed === 1 ? 'it' : 'them'}.`;
}

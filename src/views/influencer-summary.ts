import type { RichTextElement } from '@slack/types';
import type { AuthorLine } from '../domain/influence.ts';
import type { InfluencersFacts } from '../domain/summary.ts';
import { richText } from './blocks.ts';
import { LIST_WORDS } from './influence-words.ts';
import { count, number } from './labels.ts';
import { message, type SlackMessage } from './message.ts';
import { bold, line, link, oneLine, person, words } from './rich-text.ts';
import { leftOutLine, partBlocks, partLines, type SummaryPart, sinceWords } from './summary-parts.ts';

const MAX_LINES = 5;
const MAX_VOICES = 8;

/** Who is new, who rises, who turned, who was never answered; who of us spoke, and whom to invite. Pure. */
export function influencerSummary(facts: InfluencersFacts): SlackMessage {
  const head = headLine(facts);
  const parts = [newcomers(facts), rising(facts), turned(facts), unanswered(facts), voices(facts)];
  const end = leftOutLine(facts.leftOut);
  return message(
    [head, ...partLines(parts), end],
    [richText(line(...head)), ...partBlocks(parts), richText(line(...end))],
  );
}

function headLine({ authors, anonymous, from, timezone }: InfluencersFacts): RichTextElement[] {
  const title = bold('People who spoke of us this week');
  const since = sinceWords(from, timezone, 'since ');
  if (authors + anonymous === 0) return [title, words(': nobody, '), since, words('.')];
  const nameless = anonymous > 0 ? `, and ${count(anonymous, 'mention')} without a name` : '';
  return [title, words(`: ${count(authors, 'author')} `), since, words(`${nameless}.`)];
}

function newcomers({ newcomers: all }: InfluencersFacts): SummaryPart {
  return { title: 'New', lines: all.slice(0, MAX_LINES).map((author) => authorLine(author)) };
}

function rising({ rising: all }: InfluencersFacts): SummaryPart {
  const lines = all
    .slice(0, MAX_LINES)
    .map((author) =>
      authorLine(author, `${count(author.times, 'time')}, ${number(author.timesBefore)} in the week before`),
    );
  return { title: 'Heard more often', lines };
}

function turned({ turned: all }: InfluencersFacts): SummaryPart {
  const lines = all.slice(0, MAX_LINES).map((author) => authorLine(author, `was ${author.was}, is ${author.is}`));
  return { title: 'Changed their mind', lines };
}

function unanswered({ unanswered: all, timezone }: InfluencersFacts): SummaryPart {
  const lines = all
    .slice(0, MAX_LINES)
    .map(({ open, watch, words: said, since, cardLink, ...author }) => [
      ...authorLine(author, open === 1 ? '1 mention open, ' : `${count(open, 'mention')} open, the oldest `),
      link(cardLink, `“${oneLine(said, 100) || '(no words)'}”`),
      words(` about ${oneLine(watch, 40)}, `),
      sinceWords(since, timezone, 'since '),
    ]);
  return { title: 'Never answered', lines };
}

function voices({ voices: all, invited }: InfluencersFacts): SummaryPart {
  const replies = all
    .slice(0, MAX_VOICES)
    .map(({ personId, replies: times }) => [person(personId), words(`: ${count(times, 'reply', 'replies')}`)]);
  const invitation = invited
    ? [[person(invited), words(' claims and drafts, and is no voice yet. A community manager may make them one.')]]
    : [];
  return { title: 'Who of us spoke', lines: [...replies, ...invitation] };
}

/** "Maya Ito on Bluesky: 12,400 followers, spoke of us for the first time · on your list “Press” · what changed". */
function authorLine(author: AuthorLine, what = ''): RichTextElement[] {
  const name = oneLine(author.name, 60) || 'somebody without a name';
  const facts = [oneLine(author.says, 200), author.list ? `on your list “${LIST_WORDS[author.list]}”` : '', what];
  const said = facts.filter((one) => one !== '').join(' · ');
  return [link(author.url, name), words(` on ${oneLine(author.networkLabel, 40)}${said ? `: ${said}` : ''}`)];
}

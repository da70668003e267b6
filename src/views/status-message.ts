import type { KnownBlock, RichTextElement } from '@slack/types';
import type { DeadRow, SourceLine, StatusFacts } from '../domain/overview.ts';
import { formatDuration } from '../domain/time.ts';
import { actions, button, richText } from './blocks.ts';
import { ACTIONS, type ActionId } from './ids.ts';
import { count, number } from './labels.ts';
import { message, type SlackMessage } from './message.ts';
import { AGO, bold, channel, dotted, line, moment, oneLine, words } from './rich-text.ts';

const MAX_ROWS = 8;
const MAX_WELL = 15;
const TRY_AGAIN = 'Try again';

/** How Porchlight itself is doing: what waits, what failed, and the sources. `/community status`. Pure. */
export function statusMessage(facts: StatusFacts, now: Date): SlackMessage {
  const ill = facts.sources.filter((one) => isUnwell(one, now));
  const head = [words(`${headWords(facts, ill.length)} ${dueWords(facts)}`)];
  const well = wellLines(facts, now);
  return message(
    [
      head,
      ...facts.dead.slice(0, MAX_ROWS).map(deadLine(facts)),
      ...ill.slice(0, MAX_ROWS).map(illLine(facts)),
      ...well,
    ],
    [
      richText(line(bold('Status')), line(...head)),
      ...facts.dead.slice(0, MAX_ROWS).flatMap((row) => deadRow(row, facts)),
      ...more(facts.dead.length, 'more that failed', 'more that failed'),
      ...ill.slice(0, MAX_ROWS).flatMap((source) => illRow(source, facts)),
      ...more(ill.length, 'more source with trouble', 'more sources with trouble'),
      ...pausedBlocks(facts),
      ...(well.length > 0
        ? [
            richText(line(bold('Sources')), {
              type: 'rich_text_list',
              style: 'bullet',
              elements: well.map((one) => line(...one)),
            }),
          ]
        : []),
    ],
  );
}

function headWords({ dead, sources, pausedChannels }: StatusFacts, ill: number): string {
  if (sources.length === 0) return 'Nothing is being watched yet: no source is set up.';
  const troubles = [
    dead.length > 0 ? `${count(dead.length, 'thing')} could not be done` : '',
    ill > 0 ? `${count(ill, 'source')} ${ill === 1 ? 'needs' : 'need'} a look` : '',
    pausedChannels.length > 0
      ? `${count(pausedChannels.length, 'channel')} ${pausedChannels.length === 1 ? 'is' : 'are'} paused`
      : '',
  ].filter((one) => one !== '');
  return troubles.length > 0 ? `${troubles.join('; ')}.` : 'All is well.';
}

function dueWords({ due }: StatusFacts): string {
  const waiting = due.drawings + due.polls + due.recounts;
  if (waiting === 0) return 'No work is waiting.';
  return `Waiting at this moment: ${number(due.drawings)} to show in Slack, ${number(due.polls)} to fetch, ${number(due.recounts)} to count.`;
}

/** Stopped, failing, or silent for three times its own interval. */
export function isUnwell(source: SourceLine, now: Date): boolean {
  if (source.stopped || source.lastError) return true;
  return source.lastSuccessAt !== null && now.getTime() - source.lastSuccessAt.getTime() > 3 * source.everyMs;
}

function sourceName(source: SourceLine): RichTextElement[] {
  const watches = oneLine(source.watches.join(', '), 80);
  return [
    bold(oneLine(source.name, 80) || oneLine(source.network, 40) || 'source'),
    words(watches ? ` for ${watches}` : ''),
  ];
}

function lastSuccess({ lastSuccessAt }: SourceLine, timezone: string): RichTextElement[] {
  return [lastSuccessAt ? moment(lastSuccessAt, timezone, AGO, 'last fetched ') : words('never fetched yet')];
}

function illLine({ timezone }: StatusFacts): (source: SourceLine) => RichTextElement[] {
  return (source) =>
    dotted(
      sourceName(source),
      [words(source.stopped ? 'stopped' : source.lastError ? 'failing' : 'silent')],
      lastSuccess(source, timezone),
      source.lastError ? [words(oneLine(source.lastError, 200))] : [],
    );
}

/** A source that needs a look, with the button that fetches it again. */
export function illRow(source: SourceLine, facts: StatusFacts): KnownBlock[] {
  return [richText(line(...illLine(facts)(source))), ...retry(ACTIONS.retrySource, source.id, source.name)];
}

/** What could not be done, and the button that tries it again. */
const DEAD = {
  posting: { title: 'Not shown in Slack', retry: ACTIONS.retryPosting },
  ballot: { title: 'Votes not counted', retry: ACTIONS.retryBallot },
  escalation: { title: 'Nobody else called', retry: ACTIONS.retryEscalation },
  reminder: { title: 'Nobody reminded', retry: ACTIONS.retryReminder },
  answer: { title: 'Nobody told', retry: ACTIONS.retryAnswer },
  schedule: { title: 'Not posted', retry: ACTIONS.retrySchedule },
  route: { title: 'Nobody told that its day has passed', retry: ACTIONS.retryRoute },
  hold: { title: 'Not asked whether it was posted', retry: ACTIONS.retryHold },
} as const satisfies Record<DeadRow['kind'], { title: string; retry: ActionId }>;

function deadLine({ timezone }: StatusFacts): (row: DeadRow) => RichTextElement[] {
  return (row) =>
    dotted(
      [bold(DEAD[row.kind].title), words(`: ${oneLine(row.what, 100)}`)],
      [moment(row.since, timezone, AGO, 'since ')],
      [words(oneLine(row.lastError, 200))],
    );
}

/** Work that could not be done, with the button that tries it again. */
export function deadRow(row: DeadRow, facts: StatusFacts): KnownBlock[] {
  return [richText(line(...deadLine(facts)(row))), ...retry(DEAD[row.kind].retry, row.id, row.what)];
}

function retry(actionId: Parameters<typeof button>[0]['actionId'], id: number, what: string): KnownBlock[] {
  return actions(button({ actionId, label: TRY_AGAIN }, id, { aloud: `${TRY_AGAIN}: ${oneLine(what, 60)}` }));
}

function more(total: number, one: string, many: string): KnownBlock[] {
  return total > MAX_ROWS ? [richText(line(words(`and ${count(total - MAX_ROWS, one, many)}`)))] : [];
}

function pausedBlocks({ pausedChannels }: StatusFacts): KnownBlock[] {
  if (pausedChannels.length === 0) return [];
  const lines = pausedChannels
    .slice(0, MAX_ROWS)
    .map(({ channelId, reason }) => line(channel(channelId), words(` is paused: ${oneLine(reason, 150)}`)));
  return [richText(...lines), ...more(pausedChannels.length, 'more paused channel', 'more paused channels')];
}

function wellLines(facts: StatusFacts, now: Date): RichTextElement[][] {
  const well = facts.sources.filter((one) => !isUnwell(one, now));
  const lines = well
    .slice(0, MAX_WELL)
    .map((source) =>
      dotted(sourceName(source), lastSuccess(source, facts.timezone), [
        words(`every ${formatDuration(source.everyMs)}`),
      ]),
    );
  return well.length > MAX_WELL
    ? [...lines, [words(`and ${number(well.length - MAX_WELL)} more that are well`)]]
    : lines;
}

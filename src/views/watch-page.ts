import type { KnownBlock, ModalView, RichTextElement } from '@slack/types';
import type { SourceLine } from '../domain/overview.ts';
import type { EscalationStep } from '../domain/settings.ts';
import type { WatchFacts } from '../domain/settings-facts.ts';
import { formatDuration } from '../domain/time.ts';
import { ruleWords } from './ballot-words.ts';
import { actions, button, richText } from './blocks.ts';
import { SHOWN } from './ids.ts';
import { number } from './labels.ts';
import { modal } from './modal.ts';
import { AGO, bold, channel, dotted, isUserId, line, moment, oneLine, people, person, words } from './rich-text.ts';
import { SETTING_BUTTONS } from './settings-ids.ts';
import { phrases, voices } from './watches-message.ts';

const MAX_SOURCES = 20;

/** Everything that is set about one watch, with the buttons that change it; community.yml’s watches have none. Pure. */
export function watchPage(watch: WatchFacts): ModalView {
  return modal({
    title: 'Watch',
    callbackId: SHOWN.watch,
    blocks: [
      richText(...[...aboutWatch(watch), ...rules(watch)].map((one) => line(...one))),
      ...sourceBlocks(watch),
      ...changes(watch),
    ],
  });
}

function aboutWatch(watch: WatchFacts): RichTextElement[][] {
  const paused = watch.pausedReason === null ? [] : [words(`Paused. ${oneLine(watch.pausedReason, 200)}`)];
  return [
    [bold(oneLine(watch.name) || 'watch'), words(' in '), channel(watch.channelId)],
    paused,
    [words(`Listens for ${phrases(watch)}`)],
  ].filter((one) => one.length > 0);
}

function rules({ approval, voices: ids, escalation }: WatchFacts): RichTextElement[][] {
  const { votes, objections, windowMs, approvers } = approval;
  const rule = ruleWords({ votesNeeded: votes, objectionsNeeded: objections }, 'A draft needs');
  return [
    [words(`${rule}. A vote is open for ${formatDuration(windowMs)}. `), ...approverWords(approvers)],
    voices({ voices: ids }),
    ladderWords(escalation),
  ];
}

function approverWords(approvers: WatchFacts['approval']['approvers']): RichTextElement[] {
  if (approvers === 'everyone') return [words('Everyone may approve.')];
  const named = approvers.filter(isUserId);
  const groups = approvers.length - named.length;
  const ofGroups =
    groups > 0 ? `${named.length > 0 ? ' and ' : ''}${number(groups)} user group${groups === 1 ? '' : 's'}` : '';
  return [words('Only these may approve: '), ...people(named, 8), words(`${ofGroups}.`)];
}

/** "A call for help reaches #help at once, then Dana after 30 minutes." */
function ladderWords(steps: EscalationStep[]): RichTextElement[] {
  if (steps.length === 0) return [words('A call for help reaches the team’s channel for it.')];
  const shown = steps
    .slice(0, 5)
    .flatMap(({ to, afterMs }, n) => [
      words(n === 0 ? ' ' : ', then '),
      helper(to),
      words(afterMs === 0 ? ' at once' : ` after ${formatDuration(afterMs)}`),
    ]);
  return [words('A call for help reaches'), ...shown, words('.')];
}

function helper(to: string): RichTextElement {
  if (isUserId(to)) return person(to);
  return to.startsWith('S') ? words(`the user group ${oneLine(to, 20)}`) : channel(to);
}

function sourceBlocks({ sources, timezone }: WatchFacts): KnownBlock[] {
  if (sources.length === 0)
    return [richText(line(words('It has no source yet: add the address of a blog or a feed.')))];
  const lines = sources.slice(0, MAX_SOURCES).map((source) => line(...sourceWords(source, timezone)));
  const more = sources.length - MAX_SOURCES;
  if (more > 0) lines.push(line(words(`and ${number(more)} more`)));
  return [richText(line(bold('Sources')), { type: 'rich_text_list', style: 'bullet', elements: lines })];
}

/** What a source is called, and how it is doing. */
export function sourceWords(source: SourceLine, timezone: string): RichTextElement[] {
  const { lastSuccessAt: at, lastError, stopped } = source;
  return dotted(
    [bold(oneLine(source.name) || 'source')],
    [at ? moment(at, timezone, AGO, 'last fetched ') : words('not fetched yet')],
    stopped ? [words('stopped')] : [],
    lastError ? [words(oneLine(lastError, 200))] : [],
  );
}

function changes({ id, fromFile, pausedReason }: WatchFacts): KnownBlock[] {
  const all = button(SETTING_BUTTONS.settings, 0);
  if (fromFile) return [richText(line(words('It is set in community.yml, and changed there.'))), ...actions(all)];
  const { watch_edit: edit, policy, ladder, pause, resume } = SETTING_BUTTONS;
  return actions(
    button(edit, id),
    button(policy, id),
    button(ladder, id),
    button(pausedReason === null ? pause : resume, id),
    all,
  );
}

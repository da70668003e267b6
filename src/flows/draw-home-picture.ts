import { fail, type Leased, MAX_TRIES, postpone } from '../db/due.ts';
import { leasePicture, settlePicture } from '../db/pictures.ts';
import { getTeam } from '../db/teams.ts';
import type { Deps } from '../deps.ts';
import { dayOf, endOfDay } from '../domain/day.ts';
import { HOME_PICTURE_DAYS } from '../domain/home-picture.ts';
import { isRefusal } from '../domain/refusal.ts';
import type { ReportFacts } from '../domain/report.ts';
import { textHash } from '../domain/text.ts';
import { pngOf } from '../pictures/png.ts';
import { SlackTrouble } from '../slack/port.ts';
import { homeChart } from '../views/home-picture.ts';
import { readReportOf } from './read-report.ts';
import { scopeOf } from './summary-scope.ts';

/** Longer than a picture takes to be drawn and sent. */
const LEASE_MS = 60_000;
/** Slack needs about a second to take in an upload. */
const TAKEN_IN_MS = 2_000;
/** While Slack is not to be reached. */
const AGAIN_MS = 60_000;
const DAY_MS = 24 * 60 * 60_000;

/**
 * One step of App Home's picture: a new one is drawn and sent when the day's numbers are others than those shown, and is
 * shown once Slack has taken it in. Looked at once a day. Returns how many rows it took up.
 */
export async function drawHomePicture(deps: Deps): Promise<number> {
  const row = await leasePicture(deps.db, deps.teamId, deps.clock(), LEASE_MS);
  if (!row) return 0;
  try {
    await (row.sent ? showSent(deps, row, row.sent) : sendNew(deps, row));
  } catch (error) {
    await putAside(deps, row, error);
  }
  return 1;
}

async function showSent(deps: Deps, row: Leased<'pictures'>, sent: NonNullable<typeof row.sent>): Promise<void> {
  if (await deps.slack.isFileReady(sent.fileId)) {
    return settlePicture(deps.db, row, { shown: sent, sent: null, dueAt: await tomorrow(deps) });
  }
  // In vain so often: tomorrow's picture may fare better.
  if (row.tries + 1 >= MAX_TRIES)
    return settlePicture(deps.db, row, { shown: row.shown, sent: null, dueAt: await tomorrow(deps) });
  await fail(deps.db, 'pictures', row, 'Slack has not taken in the picture yet', deps.clock());
}

async function sendNew(deps: Deps, row: Leased<'pictures'>): Promise<void> {
  const dueAt = await tomorrow(deps);
  const chart = homeChart(await readDays(deps));
  if (!chart) return settlePicture(deps.db, row, { shown: null, sent: null, dueAt });
  const stamp = textHash(chart.svg);
  if (stamp === row.shown?.stamp) return settlePicture(deps.db, row, { shown: row.shown, sent: null, dueAt });
  const bytes = await pngOf(chart.svg);
  const [fileId] = await deps.slack.upload([{ name: 'mentions.png', title: 'Mentions', bytes, alt: chart.words }]);
  if (!fileId) throw new SlackTrouble('lost', 'no_file');
  const sent = { fileId, stamp, words: chart.words };
  await settlePicture(deps.db, row, { shown: row.shown, sent, dueAt: new Date(+deps.clock() + TAKEN_IN_MS) });
}

/** The last whole days of every watch whose channel anybody may read. */
async function readDays(deps: Deps): Promise<ReportFacts> {
  const { reach } = await scopeOf(deps, '');
  const { timezone } = await getTeam(deps.db, deps.teamId);
  const now = deps.clock();
  const back = (days: number) => dayOf(new Date(+now - days * DAY_MS), timezone);
  const asked = { period: { first: back(HOME_PICTURE_DAYS), last: back(1) }, watch: null, by: null };
  const facts = await readReportOf(deps, reach.channels, asked, now);
  if (isRefusal(facts)) throw new Error(`no days to draw: ${facts.refusal}`);
  return facts;
}

async function tomorrow(deps: Deps): Promise<Date> {
  const { timezone } = await getTeam(deps.db, deps.teamId);
  const now = deps.clock();
  return endOfDay(dayOf(now, timezone), timezone) ?? new Date(+now + DAY_MS);
}

async function putAside(deps: Deps, row: Leased<'pictures'>, error: unknown): Promise<void> {
  const now = deps.clock();
  if (!(error instanceof SlackTrouble)) {
    deps.log.error({ error: String(error) }, 'the picture of App Home could not be drawn');
    return settlePicture(deps.db, row, { shown: row.shown, sent: null, dueAt: await tomorrow(deps) });
  }
  // Where Slack refuses our files, App Home does without a picture until tomorrow.
  if (error.kind === 'refused') {
    deps.log.info({ trouble: error.message }, 'Slack did not take the picture of App Home');
    return settlePicture(deps.db, row, { shown: row.shown, sent: null, dueAt: await tomorrow(deps) });
  }
  await postpone(deps.db, 'pictures', row, new Date(+now + AGAIN_MS), error.message);
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Logger, pino } from 'pino';
import { jobs } from '../jobs/index.ts';
import { startJobs } from '../jobs/job.ts';
import { registerListeners } from '../listeners/index.ts';
import { createAfterwards } from './afterwards.ts';
import { parseCommunityFile } from './community-file.ts';
import { type Config, readConfig } from './config.ts';
import { type Connection, connectPglite, connectPostgres, ping } from './db/connect.ts';
import { endLeases } from './db/due.ts';
import { LockedError } from './db/lock-file.ts';
import { migrateToLatest } from './db/migrate.ts';
import { saveTeam } from './db/teams.ts';
import type { Deps } from './deps.ts';
import { applySettings, releaseSettings } from './flows/apply-settings.ts';
import { recountAll } from './flows/recount-ballot.ts';
import { createHttp } from './networks/http.ts';
import { closeNetworks, networks } from './networks/index.ts';
import { type PracticeWorkspace, startPracticeWorkspace } from './practice.ts';
import { createSlack, type SlackAccess, type SlackApp } from './slack/receiver.ts';
import { slackOverWebApi } from './slack/web-api.ts';
import { createJudge } from './tone/index.ts';

/** A fault of the setting, not of the program: told in one sentence, without a stack. */
class StartProblem extends Error {
  override name = 'StartProblem';
}

/** Undoes one step of the start. */
type Undo = () => Promise<unknown>;
/** Ends the process; with a sentence when something went wrong. */
type Leave = (sentence?: string) => Promise<void>;

const PRACTICE = { botToken: 'xoxb-practice', door: { appToken: 'xapp-practice' } };
const PRACTICE_PROGRAM = join(import.meta.dirname, '../practice/server/main.js');

async function start(config: Config, log: Logger, undo: Undo[], leave: Leave): Promise<void> {
  const connection = await connect(config, log);
  undo.push(connection.close);
  await migrateToLatest(connection.db);
  if (connection.kind === 'pglite') await endLeases(connection.db);

  const practice = config.slack ? undefined : await startPractice(config, leave);
  if (practice) undo.push(practice.stop);

  const { app, client, onConnected, disconnect } = createSlack(config.slack ?? practiceAccess(practice), log);
  const team = await whoAmI(client);
  await saveTeam(connection.db, team);

  const http = createHttp({
    allowOrigins: [...config.allowFeedOrigins, ...(practice ? [practice.feedOrigin] : [])],
    allowPrivateNetworks: config.allowPrivateNetworks,
    userAgent: 'Porchlight (community management in Slack)',
  });
  undo.push(http.close, closeNetworks);
  const afterwards = createAfterwards(log);
  const slack = slackOverWebApi(client, team.id);
  const clock = () => new Date();
  const means = { db: connection.db, slack, http, judge: createJudge(), clock, afterwards: afterwards.run, log };
  const deps: Deps = { teamId: team.id, ...means };

  await readSettings(deps, config.communityFile ?? practice?.communityFile);
  registerListeners(app, deps);
  onConnected(() => deps.afterwards(async () => void (await recountAll(deps))));
  await goOnline(app, config);
  undo.push(afterwards.idle, disconnect);
  const clockwork = startJobs(jobs, deps);
  undo.push(clockwork.stop);
  greet(config, connection, team, practice);
}

/** The database, once it has answered. @throws StartProblem or LockedError */
async function connect(config: Config, log: Logger): Promise<Connection> {
  if (!config.databaseUrl) return orProblem(`DATA_DIR ${config.dataDir} cannot be used`, connectPglite(config.dataDir));
  const idle = (error: Error) => log.warn({ error: error.message }, 'an idle connection broke');
  const connection = connectPostgres(config.databaseUrl, idle);
  await orProblem('DATABASE_URL cannot be used', ping(connection.db));
  return connection;
}

function startPractice(config: Config, leave: Leave): Promise<PracticeWorkspace> {
  const dataDir = join(config.dataDir, 'practice');
  const onLost = () => leave('The practice workspace ended by itself. Everything is kept: please start again.');
  return orProblem('', startPracticeWorkspace(PRACTICE_PROGRAM, config.practicePort, dataDir, onLost));
}

/** What goes wrong in `work` is a fault of the setting, told after `what`. */
async function orProblem<T>(what: string, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof LockedError) throw error;
    const { message, code } = Object(error) as { message?: string; code?: string };
    throw new StartProblem([what, message || code || String(error)].filter(Boolean).join(': '));
  }
}

function practiceAccess(practice: PracticeWorkspace | undefined): SlackAccess {
  return { ...PRACTICE, apiUrl: practice?.slackApiUrl ?? '' };
}

/** Which workspace the token opens. */
async function whoAmI(client: ReturnType<typeof createSlack>['client']) {
  const me = await orProblem('Slack did not accept SLACK_BOT_TOKEN, or could not be reached', client.auth.test());
  return { id: me.team_id ?? '', name: me.team ?? '', url: me.url ?? '' };
}

/** Opens the socket, or the port. @throws StartProblem when Slack does not take the app-level token, or the port is taken. */
async function goOnline(app: SlackApp, { slack }: Config): Promise<void> {
  await app.init();
  const door = slack?.door;
  const what =
    door && 'port' in door
      ? `PORT ${door.port} cannot be used`
      : 'Slack did not accept SLACK_APP_TOKEN, or could not be reached';
  await orProblem(what, app.start());
}

/** Applies community.yml, if there is one. @throws StartProblem with every fault and its place in the file. */
async function readSettings(deps: Deps, named: string | undefined): Promise<void> {
  const path = named ?? './community.yml';
  if (!named && !existsSync(path)) return releaseSettings(deps);
  const parsed = parseCommunityFile(readSettingsFile(path), networks);
  const problems = parsed.ok ? await applySettings(deps, parsed.settings) : parsed.problems;
  if (problems.length === 0) return;
  const lines = problems.map(({ path: place, problem }) => `  ${place}: ${problem}`);
  throw new StartProblem([`${path} was not applied:`, ...lines].join('\n'));
}

function readSettingsFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw new StartProblem(`COMMUNITY_FILE ${path} cannot be read: ${error instanceof Error ? error.message : error}`);
  }
}

/** Three lines: what runs where, and what to try. */
function greet(config: Config, connection: Connection, team: { name: string }, practice?: PracticeWorkspace): void {
  const keeps = connection.kind === 'postgres' ? 'your Postgres' : `an embedded database in ${config.dataDir}`;
  const address = `http://localhost:${config.practicePort}`;
  const lines = practice
    ? [
        `Porchlight is on in its practice workspace, a Slack on your own machine: ${address}`,
        `It keeps its rows in ${keeps}; Ctrl-C stops everything, the next start goes on from there.`,
        'Try: open the page, claim a card in #community, draft a reply as Ben, then vote as Chi and Dana in #approvals.',
      ]
    : [
        `Porchlight is on in the Slack workspace “${team.name}”, ${wayIn(config)}.`,
        `It keeps its rows in ${keeps}; Ctrl-C stops it, the next start goes on from there.`,
        'Try: type /community help in Slack, or invite @Porchlight to the channel of a watch.',
      ];
  console.log(lines.join('\n'));
}

function wayIn({ slack }: Config): string {
  return slack && 'port' in slack.door ? `at /slack/events on port ${slack.door.port}` : 'over Socket Mode';
}

/** Undoes the start, last step first; one that fails does not keep the others from being undone. */
async function stop(undo: Undo[], log: Logger): Promise<void> {
  for (const step of undo.splice(0).reverse()) {
    await step().catch((error: unknown) => log.warn({ error: String(error) }, 'a step of stopping failed'));
  }
}

async function main(): Promise<void> {
  const read = readConfig(process.env);
  if (!read.ok) return void (await createLeave([], pino({ level: 'silent' }))(read.problem));
  const log = pino({ level: read.config.logLevel }, pino.destination(2));
  const undo: Undo[] = [];
  const leave = createLeave(undo, log);
  process.on('SIGINT', () => leave());
  process.on('SIGTERM', () => leave());
  try {
    await start(read.config, log, undo, leave);
  } catch (error) {
    await leave(explain(error));
  }
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const isPlain = error instanceof StartProblem || error instanceof LockedError;
  return isPlain ? error.message : (error.stack ?? error.message);
}

/** Ends the process, once, after everything is undone; a sentence says what went wrong. */
function createLeave(undo: Undo[], log: Logger): Leave {
  let leaving = false;
  // A socket that breaks in a way its client cannot mend rejects here: a supervisor starts us anew.
  process.on('unhandledRejection', (error) => {
    if (leaving) return;
    log.fatal({ error: String(error) }, 'unhandled');
    process.exit(1);
  });
  return async (sentence) => {
    if (leaving) return;
    leaving = true;
    const code = sentence ? 1 : 0;
    // Whatever hangs does not keep a person waiting: every row that was in work is due again after its lease.
    setTimeout(() => process.exit(code), 15_000).unref();
    await stop(undo, log);
    if (sentence) console.error(sentence);
    process.exit(code);
  };
}

await main();

import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { jobs } from '../jobs/index.ts';
import { actions } from '../listeners/actions/index.ts';
import { subcommands } from '../listeners/commands/index.ts';
import { shortcuts } from '../listeners/shortcuts/index.ts';
import { views } from '../listeners/views/index.ts';
import { networks } from '../src/networks/index.ts';
import { ACTION_IDS, CALLBACK_IDS, SHORTCUTS } from '../src/views/ids.ts';

const root = join(import.meta.dirname, '..');
const HOUSE = ['src', 'listeners', 'jobs', 'migrations', 'practice', 'bench', 'train'];

/** The rooms of the house, most particular first. */
const ROOMS: [room: string, path: RegExp][] = [
  ['app', /^src\/(app|migrate|practice)\.ts$/],
  ['afterwards', /^src\/afterwards\.ts$/],
  ['deps', /^src\/deps\.ts$/],
  ['config', /^src\/(config|config\/.*|community-file|community-file\/.*)(\.ts)?$/],
  ['domain', /^src\/domain\//],
  ['views', /^src\/views\//],
  ['networks', /^src\/networks\//],
  ['db', /^src\/db\//],
  ['slack', /^src\/slack\//],
  ['pictures', /^src\/pictures\//],
  ['tone', /^src\/tone\//],
  ['flows', /^src\/flows\//],
  ['listeners', /^listeners\//],
  ['jobs', /^jobs\//],
  ['migrations', /^migrations\//],
  ['practice', /^practice\//],
  ['bench', /^bench\//],
  ['train', /^train\//],
];

/** Imports go down only. What is not named here is not allowed; a room may always use itself. */
const MAY_USE: Record<string, string[]> = {
  domain: [],
  views: ['domain'],
  networks: ['domain'],
  db: ['domain', 'migrations'],
  slack: ['domain', 'views'],
  pictures: [],
  tone: ['domain'],
  deps: ['domain', 'db', 'networks', 'slack'],
  flows: ['domain', 'views', 'networks', 'db', 'slack', 'tone', 'deps', 'pictures'],
  listeners: ['flows', 'domain', 'views', 'deps', 'slack'],
  jobs: ['flows', 'deps'],
  config: ['domain'],
  afterwards: [],
  migrations: [],
  practice: [],
  train: ['tone'],
  app: [
    'config',
    'domain',
    'db',
    'networks',
    'slack',
    'tone',
    'views',
    'flows',
    'listeners',
    'jobs',
    'deps',
    'afterwards',
  ],
  bench: [
    'train',
    'domain',
    'views',
    'networks',
    'db',
    'slack',
    'tone',
    'flows',
    'listeners',
    'jobs',
    'deps',
    'config',
    'afterwards',
    'practice',
    'app',
  ],
};

function sources(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|js)$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => join(folder, file));
}

function roomOf(path: string): string {
  const room = ROOMS.find(([, pattern]) => pattern.test(path))?.[0];
  if (!room) throw new Error(`${path} belongs to no room of the house`);
  return room;
}

type Edge = { from: string; to: string; typeOnly: boolean };

function importsOf(file: string): { specifier: string; typeOnly: boolean }[] {
  const text = readFileSync(join(root, file), 'utf8');
  const statements = text.matchAll(
    /^(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'|^import\s+'([^']+)'|import\('([^']+)'\)/gm,
  );
  return [...statements].map(([, type, from, bare, dynamic]) => ({
    specifier: from ?? bare ?? dynamic ?? '',
    typeOnly: type !== undefined,
  }));
}

const files = HOUSE.flatMap(sources);
const edges: Edge[] = files.flatMap((file) =>
  importsOf(file)
    .filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ specifier, typeOnly }) => ({
      from: file,
      to: relative(root, join(root, dirname(file), specifier)),
      typeOnly,
    })),
);

test('every file belongs to a room, and imports go down only', () => {
  const wrong = edges.filter(({ from, to }) => {
    const [here, there] = [roomOf(from), roomOf(to)];
    return here !== there && !MAY_USE[here]?.includes(there);
  });
  // A door may name the kinds of postings it meets: a type, not a hand on the database.
  const allowed = wrong.filter(
    ({ from, to, typeOnly }) => typeOnly && /^listeners\//.test(from) && to === 'src/db/tables/posting.ts',
  );
  expect(wrong.filter((edge) => !allowed.includes(edge))).toEqual([]);
});

test('the walk sees the imports it is there to judge', () => {
  expect(edges.length).toBeGreaterThan(300);
  expect(edges).toContainEqual({ from: 'src/flows/poll-sources.ts', to: 'src/networks/index.ts', typeOnly: false });
});

test('networks, database, Slack and tone do not know each other', () => {
  const hands = ['networks', 'db', 'slack', 'tone', 'views'];
  for (const hand of hands) {
    expect(MAY_USE[hand]?.filter((room) => hands.includes(room))).toEqual(hand === 'slack' ? ['views'] : []);
  }
});

/** Packages that only one room may touch. */
test.each([
  [/^(@slack\/bolt|@slack\/web-api)$/, ['slack', 'listeners', 'practice', 'bench']],
  [/^(kysely|pg|@electric-sql\/)/, ['db', 'migrations', 'bench']],
  [/^@resvg\//, ['pictures']],
  [/^undici$/, ['networks', 'bench']],
  [/^node-cron$/, ['jobs']],
  [/^(rss-parser|feedsmith|html-to-text)$/, ['networks', 'bench']],
  [/^eld/, ['tone']],
])('packages like %s stay in their rooms', (pattern, rooms) => {
  const strays = files.filter(
    (file) => importsOf(file).some(({ specifier }) => pattern.test(specifier)) && !rooms.includes(roomOf(file)),
  );
  expect(strays).toEqual([]);
});

test('every package that is imported is named in package.json, and the other way round', () => {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const imported = new Set(
    [...files, ...sources('test')]
      .flatMap((file) => importsOf(file).map(({ specifier }) => specifier))
      .filter((specifier) => !/^(\.|node:)/.test(specifier))
      .map((specifier) =>
        specifier
          .split('/')
          .slice(0, specifier.startsWith('@') ? 2 : 1)
          .join('/'),
      ),
  );
  const declared = Object.keys({ ...dependencies, ...devDependencies });
  expect([...imported].filter((name) => !declared.includes(name))).toEqual([]);
  // Run or read as files, not imported.
  const tools = ['@biomejs/biome', '@swc/core', '@swc/jest', 'jest', 'typescript', 'dejavu-fonts-ttf'];
  const silent = declared.filter((name) => !imported.has(name) && !tools.includes(name) && !name.startsWith('@types/'));
  expect(silent).toEqual([]);
});

test('the rules have no clock, no chance and no waiting', () => {
  const impure = sources('src/domain').filter((file) =>
    /\bawait\b|\bDate\.now\(|new Date\(\)|Math\.random|process\.env/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(impure).toEqual([]);
});

test('only the settings read the environment, and only the program hands it over', () => {
  const readers = files.filter(
    (file) => /^(src|listeners|jobs)\//.test(file) && /process\.env/.test(readFileSync(join(root, file), 'utf8')),
  );
  expect(readers.sort()).toEqual(['src/app.ts', 'src/migrate.ts', 'src/practice.ts']);
});

test('every button that is drawn has a listener, and every listener a button', () => {
  expect(Object.keys(actions).sort()).toEqual([...ACTION_IDS].sort());
});

test('every form that is drawn has a listener, and every listener a form', () => {
  expect(Object.keys(views).sort()).toEqual([...CALLBACK_IDS].sort());
});

test('every shortcut of the manifest has a listener of its type, and every listener a shortcut', () => {
  const { features } = parse(readFileSync(join(root, 'manifest.yml'), 'utf8'));
  const types = { global: 'shortcut', message: 'message_action' };
  const named = features.shortcuts.map((one: { callback_id: string; type: keyof typeof types }) => [
    one.callback_id,
    types[one.type],
  ]);
  expect(Object.entries(shortcuts).map(([id, { type }]) => [id, type])).toEqual(named);
  expect(Object.keys(shortcuts)).toEqual(Object.values(SHORTCUTS));
});

test('the manifest’s shortcuts keep Slack’s limits', () => {
  const { features } = parse(readFileSync(join(root, 'manifest.yml'), 'utf8'));
  for (const { name, description } of features.shortcuts) {
    expect(name.length).toBeLessThanOrEqual(24);
    expect(description.length).toBeLessThanOrEqual(150);
  }
});

/** The files of a folder beside its registry and what the registry needs. */
function siblings(folder: string, except: string[]): string[] {
  return readdirSync(join(root, folder), { encoding: 'utf8' })
    .map((file) => file.replace(/\.ts$/, ''))
    .filter((file) => !['index', ...except].includes(file))
    .sort();
}

test('every job of the folder is in the list', () => {
  expect(siblings('jobs', ['job'])).toEqual(jobs.map((job) => job.name).sort());
});

test('every subcommand of the folder is in the list', () => {
  const words = subcommands.map((one) => one.words.replace(' ', '-')).sort();
  expect(siblings('listeners/commands', ['subcommand'])).toEqual(words);
});

test('every network of the folder is in the list', () => {
  const plumbing = ['http', 'network', 'by-hand'];
  expect(siblings('src/networks', plumbing)).toEqual(networks.map((network) => network.name).sort());
});

test('every listener of a folder is imported by its registry', () => {
  for (const folder of ['listeners/actions', 'listeners/views', 'listeners/events', 'listeners/shortcuts']) {
    const used = importsOf(`${folder}/index.ts`).map(({ specifier }) => specifier);
    for (const file of siblings(folder, [])) expect(used).toContain(`./${file}.ts`);
  }
});

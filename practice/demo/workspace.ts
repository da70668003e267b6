import type { Channel, Person, Workspace } from '../server/state.ts';

const OPENED = 1_767_225_600;

const people: Person[] = [
  {
    id: 'U01ANA',
    handle: 'ana',
    name: 'Ana Lima',
    title: 'Community manager',
    color: '#7c3aed',
    email: 'ana@acme.example',
    isAdmin: true,
  },
  { id: 'U02BEN', handle: 'ben', name: 'Ben Okoro', title: 'Engineer', color: '#0f766e', email: 'ben@acme.example' },
  { id: 'U03CHI', handle: 'chi', name: 'Chi Tanaka', title: 'Support', color: '#b45309', email: 'chi@acme.example' },
  {
    id: 'U04DANA',
    handle: 'dana',
    name: 'Dana Weiss',
    title: 'Director',
    color: '#be123c',
    email: 'dana@acme.example',
  },
  { id: 'U00PORCHLIGHT', handle: 'porchlight', name: 'Porchlight', title: 'App', color: '#a16207', isBot: true },
];

const staff = people.filter((person) => !person.isBot).map((person) => person.id);

function channel(id: string, name: string, topic: string, withBot = true): Channel {
  const members = withBot ? [...staff, 'U00PORCHLIGHT'] : [...staff];
  return { id, name, topic, isPrivate: false, isArchived: false, members, created: OPENED };
}

/** The company everybody practises in: four people, the bot, six channels, all of them public. */
export const demoWorkspace: Workspace = {
  team: { id: 'T0PRACTICE', name: 'Acme Cloud (practice)', domain: 'acme-practice' },
  bot: { userId: 'U00PORCHLIGHT', botId: 'B00PORCHLIGHT', appId: 'A00PORCHLIGHT' },
  people,
  channels: [
    channel('C01COMMUNITY', 'community', 'What people say about us outside'),
    channel('C02APPROVALS', 'approvals', 'Replies that wait for a vote'),
    channel('C03HELP', 'help-wanted', 'Escalations: somebody needs help with an answer'),
    channel('C04PRODUCT', 'product', 'Ideas and defects heard outside'),
    channel('C06SALES', 'sales', 'Leads and partnerships heard outside'),
    channel('C05GENERAL', 'general', 'Everything else', false),
  ],
  userGroups: [{ id: 'S01LEADS', handle: 'leads', name: 'Team leads', users: ['U01ANA', 'U04DANA'] }],
  emoji: {},
};

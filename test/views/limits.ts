import type { View } from '@slack/types';
import { knownBlocks } from '../../practice/server/block-kit/surfaces.ts';
import { countChars, escapeMrkdwn } from '../../src/domain/text.ts';
import { ACTION_IDS, ACTIONS, CALLBACK_IDS } from '../../src/views/ids.ts';
import { readInfluencersTurn } from '../../src/views/influencers-turn.ts';
import type { SlackMessage } from '../../src/views/message.ts';
import { readTurn } from '../../src/views/queue-turn.ts';
import { readReportTurn } from '../../src/views/report-turn.ts';
import { everyObject } from './reading.ts';

// Slack's limits on what Porchlight draws. Sources: docs.slack.dev/reference/block-kit and the notes of its SDKs.

type Thing = Record<string, unknown>;
type Rule = (thing: Thing) => (string | false)[];

/** What Slack would refuse in a message, and what of it could be read as markup; empty when all is well. */
export function messageProblems({ text, blocks }: SlackMessage): string[] {
  const shown = everyObject(blocks).reduce((sum, one) => sum + textOf(one).length, 0);
  return [
    countChars(text) < 1 && 'text is empty',
    text.length >= 3000 && `text is ${text.length} long`,
    /<(?!@[UW]\w+>|#[CGD]\w+>|!subteam\^S\w+>)/.test(text) && 'text holds a live <',
    /&(?!amp;|lt;|gt;)/.test(text) && 'text holds a bare &',
    (blocks.length < 1 || blocks.length > 50) && `${blocks.length} blocks`,
    shown >= 12_000 && `${shown} characters of text over all blocks`,
    ...blocks.map((block) => block.type === 'input' && 'an input in a message'),
    ...commonProblems(blocks),
  ].filter((one) => one !== false);
}

/** What Slack would refuse in a modal or App Home; empty when all is well. */
export function viewProblems(view: View): string[] {
  const { blocks, ...frame } = view;
  const labels = everyObject(frame).filter((one) => one.type === 'plain_text');
  return [
    (blocks.length < 1 || blocks.length > 100) && `${blocks.length} blocks`,
    JSON.stringify(view).length >= 250_000 && 'more than 250 KB',
    (view.private_metadata ?? '').length > 3000 && 'private_metadata is too long',
    ...labels.map((label) => countChars(String(label.text)) > 24 && `“${label.text}” is longer than 24`),
    view.type === 'modal' && !view.submit && blocks.some((one) => one.type === 'input') && 'an input without submit',
    view.type === 'modal' &&
      Boolean(view.submit) !== (CALLBACK_IDS as unknown[]).includes(view.callback_id) &&
      `${view.callback_id} is submitted without a listener, or listened for in vain`,
    ...commonProblems(blocks),
  ].filter((one) => one !== false);
}

function commonProblems(blocks: { type: string; block_id?: string }[]): (string | false)[] {
  const all = everyObject(blocks);
  const ids = blocks.flatMap((block) => block.block_id ?? []);
  return [
    new Set(ids).size < ids.length && 'a block_id twice',
    all.filter((one) => one.style === 'primary').length > 1 && 'two primary buttons',
    ...all.flatMap((one) => (typeof one.type === 'string' ? (RULES[one.type] ?? unknownThing)(one) : [])),
    ...all.flatMap((one) => (one.value !== undefined && one.text && !one.type ? optionProblems(one) : [])),
  ];
}

const unknownThing: Rule = ({ type }) => [`${type} is not known here`];
const filled: Rule = ({ type, elements }) => [listOf(elements).length === 0 && `an empty ${type}`];

const RULES: Record<string, Rule> = {
  divider: () => [],
  data_visualization: (one) => [knownBlocks.data_visualization?.schema.safeParse(one).error?.message ?? false],
  bar: () => [],
  image: ({ alt_text: alt, slack_file: file, image_url: url }) => [
    ...within('alt_text', alt, 2000),
    (file === undefined) === (url === undefined) && 'an image from nowhere, or from two places',
  ],
  rich_text: filled,
  rich_text_section: filled,
  rich_text_quote: filled,
  rich_text_preformatted: filled,
  rich_text_list: filled,
  text: ({ text }) => within('text', text, 3000),
  plain_text: ({ text, emoji }) => [...within('plain_text', text, 3000), emoji !== false && 'emoji codes come alive'],
  user: ({ user_id }) => [!/^[UW]\w+$/.test(String(user_id)) && `user ${user_id}`],
  usergroup: ({ usergroup_id }) => [!/^S\w+$/.test(String(usergroup_id)) && `group ${usergroup_id}`],
  channel: ({ channel_id }) => [!/^[CGD]\w+$/.test(String(channel_id)) && `channel ${channel_id}`],
  emoji: ({ name }) => [!/^\w+$/.test(String(name)) && `emoji ${name}`],
  link: ({ url, text }) => [...address(url), ...within('link', text, 3000)],
  date: ({ timestamp, format, fallback }) => [
    (!Number.isInteger(timestamp) || Number(timestamp) < 0) && `timestamp ${timestamp}`,
    !/\{\w+\}/.test(String(format)) && `date format ${format}`,
    ...within('fallback', fallback, 300),
  ],
  header: ({ text }) => within('header', (text as Thing).text, 150),
  section: ({ text }) => [(text as Thing).type !== 'plain_text' && 'mrkdwn in a section'],
  actions: ({ elements }) => {
    const ids = listOf(elements).map((one) => one.action_id);
    return [
      (ids.length < 1 || ids.length > 5) && `${ids.length} buttons`,
      new Set(ids).size < ids.length && 'an action_id twice',
    ];
  },
  button: ({ text, value, url, action_id, accessibility_label: aloud }) => [
    !(ACTION_IDS as unknown[]).includes(action_id) && `${action_id} is not among the ids`,
    ...within('button', (text as Thing).text, 75),
    !/^\d{1,16}$/.test(String(value)) && !isTurn(action_id, value) && `a button with the value ${value}`,
    ...(url === undefined ? [] : address(url)),
    ...(aloud === undefined ? [] : within('accessibility_label', aloud, 75)),
  ],
  input: ({ label, hint, block_id }) => [
    ...within('label', (label as Thing).text, 2000),
    ...(hint ? within('hint', (hint as Thing).text, 2000) : []),
    !block_id && 'an input without block_id',
  ],
  plain_text_input: ({ initial_value: initial, max_length: max = 3000 }) => [
    (Number(max) < 1 || Number(max) > 3000) && `max_length ${max}`,
    ...(initial === undefined ? [] : within('initial_value', initial, Number(max))),
  ],
  url_text_input: () => [],
  datetimepicker: ({ initial_date_time: at }) => [
    at !== undefined && !/^\d{10}$/.test(String(at)) && `initial_date_time ${at}`,
  ],
  timepicker: ({ initial_time: time }) => [
    time !== undefined && !/^([01]\d|2[0-3]):[0-5]\d$/.test(String(time)) && `time ${time}`,
  ],
  users_select: () => [],
  datepicker: ({ initial_date: day }) => [day !== undefined && !/^\d{4}-\d\d-\d\d$/.test(String(day)) && `day ${day}`],
  static_select: (one) => optionsWithin(one, 100),
  radio_buttons: (one) => optionsWithin(one, 10),
  checkboxes: (one) => optionsWithin(one, 10),
  multi_static_select: (one) => optionsWithin(one, 100),
  multi_users_select: ({ initial_users: users = [], max_selected_items: max = 100 }) => [
    !all(users, /^[UW]\w+$/) && `initial_users ${JSON.stringify(users)}`,
    (users as unknown[]).length > Number(max) && 'more people than may be chosen',
  ],
  conversations_select: ({ initial_conversation: id = 'C0' }) => [!all([id], /^[CG]\w+$/) && `channel ${id}`],
  number_input: ({ initial_value: value = '1', is_decimal_allowed: decimals }) => [
    typeof decimals !== 'boolean' && 'is_decimal_allowed is missing',
    !Number.isFinite(Number(value)) && `number ${value}`,
  ],
};

/** Another page of a list, or a report: the buttons that carry what was asked. */
function isTurn(actionId: unknown, value: unknown): boolean {
  const reports: unknown[] = [ACTIONS.reportShare, ACTIONS.reportExport];
  const pages: unknown[] = [ACTIONS.influencersEarlier, ACTIONS.influencersNext];
  if (pages.includes(actionId)) return String(value).length <= 2000 && readInfluencersTurn(String(value)) !== undefined;
  if (reports.includes(actionId)) return String(value).length <= 2000 && readReportTurn(String(value)) !== undefined;
  const turns: unknown[] = [ACTIONS.queueEarlier, ACTIONS.queueNext];
  return turns.includes(actionId) && String(value).length <= 2000 && readTurn(String(value)) !== undefined;
}

function all(values: unknown, pattern: RegExp): boolean {
  return Array.isArray(values) && values.every((value) => pattern.test(String(value)));
}

function optionsWithin({ options }: Thing, max: number): (string | false)[] {
  const values = listOf(options).map((one) => one.value);
  return [
    (values.length < 1 || values.length > max) && `${values.length} options`,
    new Set(values).size < values.length && 'an option twice',
  ];
}

function optionProblems({ text, description, value }: Thing): (string | false)[] {
  return [
    ...within('option', (text as Thing).text, 75),
    ...(description ? within('description', (description as Thing).text, 75) : []),
    ...within('option value', value, 75),
  ];
}

function within(what: string, text: unknown, max: number): (string | false)[] {
  const length = typeof text === 'string' ? countChars(text) : 0;
  return [(length < 1 || length > max) && `${what} has ${length} characters, not 1 to ${max}`];
}

function address(url: unknown): (string | false)[] {
  return [(!/^https?:\/\//.test(String(url)) || String(url).length > 3000) && `address ${String(url).slice(0, 50)}`];
}

function textOf(one: Thing): string {
  return typeof one.text === 'string' ? escapeMrkdwn(one.text) : '';
}

function listOf(value: unknown): Thing[] {
  return Array.isArray(value) ? value : [];
}

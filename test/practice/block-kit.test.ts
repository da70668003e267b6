import { expect, test } from '@jest/globals';
import { blockProblems, viewProblems } from '../../practice/server/block-kit/validate.ts';
import { openClient, openPractice, refusal } from './open-practice.ts';

const plain = (text: string) => ({ type: 'plain_text', text });
const mrkdwn = (text: string) => ({ type: 'mrkdwn', text });
const button = (action_id: string) => ({ type: 'button', action_id, text: plain('Go') });
const option = (value: string) => ({ text: plain(value), value });
const input = (element: object) => ({ type: 'input', label: plain('L'), element });
const words = (text: string) => ({ type: 'rich_text_section', elements: [{ type: 'text', text }] });
const cell = (text: string) => ({ type: 'raw_text', text });
const bars = (values: number[], categories = ['Mon']) => ({
  type: 'data_visualization',
  title: 'Mentions',
  chart: {
    type: 'bar',
    series: values.map((value, index) => ({ name: `s${index}`, data: [{ label: 'Mon', value }] })),
    axis_config: { categories },
  },
});

const right = {
  section: { type: 'section', text: mrkdwn('x'), fields: [plain('y')], accessory: button('a'), expand: true },
  header: { type: 'header', text: plain('x') },
  context: {
    type: 'context',
    elements: [mrkdwn('x'), { type: 'image', image_url: 'https://a.dev/x.png', alt_text: 'a' }],
  },
  actions: {
    type: 'actions',
    elements: [
      {
        ...button('a'),
        style: 'primary',
        confirm: { title: plain('Sure?'), text: mrkdwn('x'), confirm: plain('Yes'), deny: plain('No') },
      },
      { type: 'overflow', action_id: 'b', options: [option('1')] },
      { type: 'static_select', action_id: 'c', options: [option('1')], initial_option: option('1') },
      { type: 'multi_users_select', action_id: 'd', max_selected_items: 2 },
      { type: 'conversations_select', action_id: 'e', filter: { include: ['public'] } },
      { type: 'datepicker', action_id: 'f', initial_date: '2026-12-31' },
      { type: 'datetimepicker', action_id: 'g', initial_date_time: 1_795_341_600 },
      { type: 'timepicker', action_id: 'h', initial_time: '09:30', timezone: 'Europe/Berlin' },
      { type: 'checkboxes', action_id: 'i', options: [{ text: mrkdwn('*x*'), value: '1' }] },
      { type: 'radio_buttons', action_id: 'j', options: [option('1')] },
    ],
  },
  divider: { type: 'divider' },
  image: { type: 'image', slack_file: { id: 'F1' }, alt_text: 'a chart', title: plain('x') },
  inputText: {
    ...input({ type: 'plain_text_input', multiline: true, min_length: 1, max_length: 300 }),
    dispatch_action: true,
  },
  inputMail: input({ type: 'email_text_input' }),
  inputUrl: input({ type: 'url_text_input' }),
  inputNumber: input({ type: 'number_input', is_decimal_allowed: false, min_value: '1' }),
  inputRich: input({ type: 'rich_text_input', min_lines: 3 }),
  richText: {
    type: 'rich_text',
    elements: [
      {
        type: 'rich_text_section',
        elements: [
          { type: 'text', text: 'x', style: { bold: true } },
          { type: 'link', url: 'https://acme.dev', text: 'us' },
          { type: 'user', user_id: 'U01ANA' },
          { type: 'channel', channel_id: 'C01COMMUNITY' },
          { type: 'usergroup', usergroup_id: 'S01LEADS' },
          { type: 'emoji', name: 'eyes' },
          { type: 'date', timestamp: 1_795_341_600, format: '{date_short} at {time}, {ago}', fallback: 'today' },
          { type: 'broadcast', range: 'here' },
          { type: 'color', value: '#ff0000' },
        ],
      },
      { type: 'rich_text_list', style: 'bullet', indent: 1, elements: [words('x')] },
      { type: 'rich_text_quote', elements: [{ type: 'text', text: 'x' }], border: 1 },
      { type: 'rich_text_preformatted', elements: [{ type: 'text', text: 'x' }] },
    ],
  },
  markdown: { type: 'markdown', text: '**x**' },
  table: {
    type: 'table',
    rows: [[cell('a'), { type: 'raw_number', value: 1, text: '1' }]],
    column_settings: [{ align: 'right' }],
  },
  dataTable: { type: 'data_table', caption: 'x', rows: [[cell('a')], [cell('b')]], page_size: 10 },
  bars: bars([3, -1]),
  pie: { type: 'data_visualization', title: '', chart: { type: 'pie', segments: [{ label: 'Good', value: 1 }] } },
  card: { type: 'card', title: mrkdwn('x'), actions: [button('a')] },
  container: { type: 'container', title: plain('x'), child_blocks: [{ type: 'divider' }] },
};

test.each(Object.entries(right))('a right %s is taken in a message', (_, block) => {
  expect(blockProblems([block], 'message')).toEqual([]);
});

const wrong: [string, object, string[]][] = [
  [
    'too long a text',
    { type: 'section', text: mrkdwn('x'.repeat(3001)) },
    [
      'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
      'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
    ],
  ],
  [
    'an empty text',
    { type: 'header', text: plain('') },
    [
      'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
      'failed to match all allowed schemas [json-pointer:/blocks/0/text]',
    ],
  ],
  [
    'a missing field',
    { type: 'input', label: plain('x') },
    ['missing required field: element [json-pointer:/blocks/0]'],
  ],
  [
    'a property of its own',
    { type: 'divider', colour: 'red' },
    ['invalid additional property: colour [json-pointer:/blocks/0]'],
  ],
  ['an unknown type', { type: 'marquee' }, ['unsupported type: marquee [json-pointer:/blocks/0/type]']],
  [
    'an element where it may not stand',
    { type: 'actions', elements: [{ type: 'plain_text_input' }] },
    ['unsupported type: plain_text_input [json-pointer:/blocks/0/elements/0/type]'],
  ],
  ['a section of nothing', { type: 'section' }, ['must define either `text` or `fields` [json-pointer:/blocks/0]']],
  [
    'mrkdwn in a header',
    { type: 'header', text: mrkdwn('x') },
    ['must be a valid enum value [json-pointer:/blocks/0/text/type]'],
  ],
  [
    'a colour of a button',
    { type: 'actions', elements: [{ ...button('a'), style: 'green' }] },
    ['must be a valid enum value [json-pointer:/blocks/0/elements/0/style]'],
  ],
  [
    '26 buttons',
    { type: 'actions', elements: Array.from({ length: 26 }, (_, i) => button(`a${i}`)) },
    ['no more than 25 items allowed [json-pointer:/blocks/0/elements]'],
  ],
  [
    'one action_id twice',
    { type: 'actions', elements: [button('a'), button('a')] },
    ['action_id must be unique within its block [json-pointer:/blocks/0/elements]'],
  ],
  [
    'a menu without options',
    { type: 'section', text: plain('x'), accessory: { type: 'static_select' } },
    ['must define either `options` or `option_groups` [json-pointer:/blocks/0/accessory]'],
  ],
  [
    'an initial option that is not offered',
    input({ type: 'static_select', options: [option('1')], initial_option: option('2') }),
    ['initial option must be one of the options [json-pointer:/blocks/0/element]'],
  ],
  [
    'a picture from nowhere',
    { type: 'image', alt_text: 'x' },
    ['must define either `image_url` or `slack_file` [json-pointer:/blocks/0]'],
  ],
  [
    'a series that misses a category',
    bars([1], ['Mon', 'Tue']),
    ['every series must have one point per category [json-pointer:/blocks/0/chart]'],
  ],
  [
    'a date without a format',
    {
      type: 'rich_text',
      elements: [{ type: 'rich_text_section', elements: [{ type: 'date', timestamp: 1, format: 'today' }] }],
    },
    ['must be a valid date format [json-pointer:/blocks/0/elements/0/elements/0/format]'],
  ],
  [
    'an empty cell',
    { type: 'table', rows: [[cell('')]] },
    ['must be more than 0 characters [json-pointer:/blocks/0/rows/0/0/text]'],
  ],
  [
    'uneven rows',
    { type: 'data_table', caption: 'x', rows: [[cell('a')], [cell('b'), cell('c')]] },
    ['all rows must have the same number of cells [json-pointer:/blocks/0/rows]'],
  ],
];

test.each(wrong)('%s is refused with its place', (_, block, problems) => {
  expect(blockProblems([block], 'message')).toEqual(problems);
});

test('characters are counted as people see them, not as UTF-16', () => {
  expect(blockProblems([{ type: 'header', text: plain('🏮'.repeat(150)) }], 'message')).toEqual([]);
});

test.each([
  [51, 'message', 'no more than 50 items allowed [json-pointer:/blocks]'],
  [101, 'home', 'no more than 100 items allowed [json-pointer:/blocks]'],
] as const)('%d blocks are too many for a %s', (count, surface, problem) => {
  expect(blockProblems(Array(count).fill({ type: 'divider' }), surface)).toEqual([problem]);
});

test.each([
  ['two tables', [right.table, right.table], 'no more than 1 table allowed [json-pointer:/blocks]'],
  ['three charts', [right.pie, right.pie, right.bars], 'no more than 2 charts allowed [json-pointer:/blocks]'],
  [
    'one block_id twice',
    [
      { type: 'divider', block_id: 'x' },
      { type: 'divider', block_id: 'x' },
    ],
    'block_id already exists: x [json-pointer:/blocks]',
  ],
])('a message with %s is refused', (_, blocks, problem) => {
  expect(blockProblems(blocks, 'message')).toEqual([problem]);
});

test.each([
  ['data_visualization', right.bars, 'home'],
  ['table', right.table, 'modal'],
  ['markdown', right.markdown, 'home'],
  ['alert', { type: 'alert', text: plain('x') }, 'message'],
] as const)('%s is refused where Slack does not draw it', (type, block, surface) => {
  expect(blockProblems([block], surface)).toEqual([`unsupported type: ${type} [json-pointer:/blocks/0/type]`]);
});

const modal = { type: 'modal', title: plain('Draft'), blocks: [right.divider] };

test.each([
  [
    'too long a title',
    { ...modal, title: plain('x'.repeat(25)) },
    'must be less than 25 characters [json-pointer:/view/title/text]',
  ],
  [
    'a property of its own',
    { ...modal, submit_disabled: true },
    'invalid additional property: submit_disabled [json-pointer:/view]',
  ],
  ['no title', { type: 'modal', blocks: [] }, 'missing required field: title [json-pointer:/view]'],
  ['no block', { ...modal, blocks: [] }, 'no less than 1 items allowed [json-pointer:/view/blocks]'],
  [
    'an input and no submit',
    { ...modal, blocks: [right.inputText] },
    'missing required field: submit [json-pointer:/view]',
  ],
  [
    'too much private metadata',
    { ...modal, private_metadata: 'x'.repeat(3001) },
    'must be less than 3001 characters [json-pointer:/view/private_metadata]',
  ],
  [
    'a title on a Home tab',
    { type: 'home', title: plain('x'), blocks: [right.divider] },
    'invalid additional property: title [json-pointer:/view]',
  ],
])('a view with %s is refused', (_, view, problem) => {
  expect(viewProblems(view)).toContain(problem);
});

test("the client gets Slack's own list of what is wrong", async () => {
  const client = openClient(await openPractice());
  const fields = [plain('x'.repeat(2001))];
  const call = client.chat.postMessage({
    channel: 'C01COMMUNITY',
    text: 'x',
    blocks: [{ type: 'divider' }, { type: 'section', fields }] as never,
  });
  const errors = [
    'must be less than 2001 characters [json-pointer:/blocks/1/fields/0/text]',
    'failed to match all allowed schemas [json-pointer:/blocks/1/fields/0]',
  ];
  expect(await refusal(call)).toMatchObject({
    error: 'invalid_blocks',
    errors,
    response_metadata: { messages: errors.map((error) => `[ERROR] ${error}`) },
  });
});

test('blocks.validate answers with places and needs no token', async () => {
  const practice = await openPractice();
  const body = new URLSearchParams({ blocks: JSON.stringify([{ type: 'header', text: plain('') }]) });
  const answer = await fetch(`${practice.slackApiUrl}blocks.validate`, { method: 'POST', body });
  expect(await answer.json()).toMatchObject({ ok: true, errors: [{ pointer: '/blocks/0/text/text' }, {}] });
});

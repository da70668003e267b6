import { expect, test } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { slackOverWebApi } from '../../src/slack/web-api.ts';
import { chartBlock } from '../../src/views/chart-block.ts';
import { message, type SlackMessage } from '../../src/views/message.ts';
import { noticeMessage } from '../../src/views/notice-message.ts';
import { words } from '../../src/views/rich-text.ts';

type Call = { method: string; blocks: { type: string }[] };

/** A Slack that answers these errors, one call after the other, then says yes. */
function slackThatSays(...errors: string[]) {
  const calls: Call[] = [];
  const fetch = async (url: unknown, init?: { body?: unknown }) => {
    const args = new URLSearchParams(String(init?.body ?? ''));
    const blocks = JSON.parse(args.get('blocks') ?? 'null') ?? JSON.parse(args.get('view') ?? '{}').blocks ?? [];
    calls.push({ method: String(url).split('/').at(-1) ?? '', blocks });
    const error = errors.shift();
    return Response.json(error ? { ok: false, error } : { ok: true, ts: '1.000001', channel: 'C0GEN' });
  };
  const client = new WebClient('xoxb-test', { fetch: fetch as never, retryConfig: { retries: 0 } });
  return { slack: slackOverWebApi(client, 'T0ACME'), calls };
}

const chart = chartBlock({
  kind: 'bar',
  title: 'Mentions by day',
  categories: ['Mon', 'Tue'],
  series: [{ name: 'Mentions', values: [3, 0] }],
  xLabel: '',
  yLabel: '',
});
const notice = noticeMessage('Mon 3, Tue 0');
const homeBlocks = notice.blocks.filter((block) => block.type !== 'data_visualization');
const charted: SlackMessage = message([[words('Mon 3, Tue 0')]], [...notice.blocks, chart]);
const typesOf = (calls: Call[]) => calls.map(({ blocks }) => blocks.map(({ type }) => type));

test('a message whose charts this Slack does not draw is posted once more without them', async () => {
  const { slack, calls } = slackThatSays('invalid_blocks');
  expect(await slack.post('C0GEN', charted, 7)).toEqual({ channel: 'C0GEN', ts: '1.000001' });
  expect(typesOf(calls)).toEqual([['rich_text', 'data_visualization'], ['rich_text']]);
});

test('the same holds for an update and for a word to one person', async () => {
  const { slack, calls } = slackThatSays('invalid_blocks');
  await slack.update({ channel: 'C0GEN', ts: '1.000001' }, charted);
  expect(typesOf(calls)).toHaveLength(2);
  const other = slackThatSays('invalid_blocks');
  await other.slack.whisper('C0GEN', 'U0BEN', charted);
  expect(typesOf(other.calls).at(-1)).toEqual(['rich_text']);
});

test('what is refused without charts too is told, and not sent a third time', async () => {
  const { slack, calls } = slackThatSays('invalid_blocks', 'invalid_blocks');
  await expect(slack.post('C0GEN', charted, 7)).rejects.toMatchObject({ kind: 'refused', code: 'invalid_blocks' });
  expect(calls).toHaveLength(2);
});

test('a message without charts, and one that is refused for something else, is not sent twice', async () => {
  const plain = slackThatSays('invalid_blocks');
  await expect(plain.slack.post('C0GEN', notice, 7)).rejects.toThrow('invalid_blocks');
  expect(plain.calls).toHaveLength(1);
  const closed = slackThatSays('is_archived');
  await expect(closed.slack.post('C0GEN', charted, 7)).rejects.toThrow('is_archived');
  expect(closed.calls).toHaveLength(1);
});

test('App Home is shown without its picture where Slack cannot show that', async () => {
  const { slack, calls } = slackThatSays('invalid_arguments');
  const image = { type: 'image' as const, slack_file: { id: 'F0GONE' }, alt_text: 'A bar chart. Mon 3' };
  await slack.publishHome('U0BEN', { type: 'home', blocks: [image, ...homeBlocks] });
  expect(typesOf(calls)).toEqual([['image', 'rich_text'], ['rich_text']]);
  const plain = slackThatSays('invalid_arguments');
  const view = { type: 'home' as const, blocks: homeBlocks };
  await expect(plain.slack.publishHome('U0BEN', view)).rejects.toThrow('invalid_arguments');
  expect(plain.calls).toHaveLength(1);
});

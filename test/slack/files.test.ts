import { expect, test } from '@jest/globals';
import { slackOverWebApi } from '../../src/slack/web-api.ts';
import { openClient, openPractice } from '../practice/open-practice.ts';

const png = Buffer.from('89504e470d0a1a0a0d0a2d2d00ff', 'hex');

test('a file arrives byte for byte, and is ready once Slack has taken it in', async () => {
  let now = new Date('2026-11-22T10:00:00Z');
  const practice = await openPractice({ clock: () => now });
  const slack = slackOverWebApi(openClient(practice), 'T01PRACTICE');
  const [id = ''] = await slack.upload([{ name: 'trend.png', title: 'Trend', bytes: png, alt: 'A chart' }]);
  expect(await slack.isFileReady(id)).toBe(false);
  now = new Date(now.getTime() + 1_000);
  expect(await slack.isFileReady(id)).toBe(true);
  const bytes = await (await fetch(`${practice.url}/files/${id}`)).arrayBuffer();
  expect(Buffer.from(bytes)).toEqual(png);
});

test('a file nobody knows is never ready', async () => {
  const practice = await openPractice();
  expect(await slackOverWebApi(openClient(practice), 'T01PRACTICE').isFileReady('F0NONE')).toBe(false);
});

test('without the scope an upload is refused with Slack’s own word', async () => {
  const practice = await openPractice({ scopes: ['chat:write'] });
  const slack = slackOverWebApi(openClient(practice), 'T01PRACTICE');
  const upload = slack.upload([{ name: 'trend.png', title: 'Trend', bytes: png }]);
  await expect(upload).rejects.toMatchObject({ kind: 'refused', code: 'missing_scope' });
});

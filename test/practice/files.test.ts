import { expect, test } from '@jest/globals';
import type { PageState } from '../../practice/wire.ts';
import { openClient, openPractice, refusal } from './open-practice.ts';

const png = Buffer.from('89504e470d0a1a0a0d0a2d2d00ff', 'hex');

test('a picture can be uploaded, digested and shown', async () => {
  let now = new Date('2026-11-22T10:00:00Z');
  const practice = await openPractice({ clock: () => now });
  const client = openClient(practice);
  const uploaded = await client.filesUploadV2({
    file: png,
    filename: 'trend.png',
    title: 'Trend',
    alt_text: 'A chart',
  });
  const id = uploaded.files[0]?.files?.[0]?.id ?? '';
  const blocks = [{ type: 'image' as const, slack_file: { id }, alt_text: 'A chart' }];
  const publish = () => client.views.publish({ user_id: 'U01ANA', view: { type: 'home', blocks } });
  expect((await client.files.info({ file: id })).file).toMatchObject({ title: 'Trend', mimetype: '' });
  expect(await refusal(publish())).toMatchObject({
    error: 'invalid_arguments',
    errors: ['invalid slack file [json-pointer:/view/blocks/0/slack_file]'],
  });
  now = new Date(now.getTime() + 1000);
  expect((await client.files.info({ file: id })).file).toMatchObject({ mimetype: 'image/png', filetype: 'png' });
  await publish();
  const state = await (await fetch(`${practice.url}/practice/state?as=U01ANA`)).json();
  expect(state).toMatchObject({ home: { blocks: [{ image_url: `/files/${id}` }] } });
  const bytes = await (await fetch(`${practice.url}/files/${id}`)).arrayBuffer();
  expect(Buffer.from(bytes)).toEqual(png);
});

test('a file that was never sent cannot be completed', async () => {
  const client = openClient(await openPractice());
  const { file_id: id = '' } = await client.files.getUploadURLExternal({ filename: 'x.png', length: 3 });
  const complete = client.files.completeUploadExternal({ files: [{ id }] });
  expect(await refusal(complete)).toMatchObject({ error: 'file_not_found' });
});

test('a file shared in a thread stands there for who looks at the page, and a page among them has no rights', async () => {
  const practice = await openPractice();
  const client = openClient(practice);
  const root = await client.chat.postMessage({ channel: 'C01COMMUNITY', text: 'Report' });
  const file = Buffer.from('<!doctype html><script>alert(1)</script>');
  await client.filesUploadV2({
    channel_id: 'C01COMMUNITY',
    thread_ts: root.ts ?? '',
    file_uploads: [{ file, filename: 'report.html', title: 'report.html' }],
  });
  const state = (await (await fetch(`${practice.url}/practice/state?as=U01ANA`)).json()) as PageState;
  const shared = state.messages.find(({ threadTs }) => threadTs === root.ts);
  expect(shared?.files).toEqual([
    { id: expect.any(String), title: 'report.html', bytes: 40, address: expect.any(String) },
  ]);
  const { headers } = await fetch(`${practice.url}${shared?.files?.[0]?.address}`);
  expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(headers.get('content-security-policy')).toBe('sandbox');
});

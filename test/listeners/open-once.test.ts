import { expect, test } from '@jest/globals';
import { WebClient } from '@slack/web-api';
import { openOnce } from '../../listeners/redraw.ts';
import { startPractice } from '../../practice/server/index.ts';
import { loadingModal } from '../../src/views/loading-modal.ts';

test('a trigger that the same press has used up opens nothing and is no fault; one that is none is', async () => {
  const practice = await startPractice({ port: 0, limits: false });
  const client = new WebClient('xoxb-practice', {
    slackApiUrl: practice.slackApiUrl,
    retryConfig: { retries: 0 },
  });
  try {
    practice.misbehave.refuse('views.open', 'exchanged_trigger_id');
    expect(await openOnce(client, '1.1.a', loadingModal('More'))).toBeUndefined();
    await expect(openOnce(client, '1.1.a', loadingModal('More'))).rejects.toMatchObject({
      data: { error: 'invalid_trigger_id' },
    });
  } finally {
    await practice.close();
  }
});

/** What Porchlight's own way to Slack makes of a token that is dead. */
import { expect, test } from '@jest/globals';
import { SlackTrouble } from '../../src/slack/port.ts';
import { slackOverWebApi } from '../../src/slack/web-api.ts';
import { openClient, openPractice } from './open-practice.ts';

const message = { text: 'A card', blocks: [] };

async function troubleOf(call: Promise<unknown>): Promise<SlackTrouble> {
  const trouble = await call.catch((error: unknown) => error);
  if (trouble instanceof SlackTrouble) return trouble;
  throw new Error(`the call had no trouble: ${String(trouble)}`);
}

test.each([
  ['uninstalled', 'account_inactive'],
  ['revoked', 'token_revoked'],
] as const)(
  'a token that is %s is no fault of what was to be posted, and works again afterwards',
  async (how, code) => {
    const practice = await openPractice();
    const slack = slackOverWebApi(openClient(practice), 'T0PRACTICE');
    await practice.act({ act: 'uninstall', as: 'U01ANA', how });
    const troubles = [
      await troubleOf(slack.post('C01COMMUNITY', message, 7)),
      await troubleOf(slack.reactions({ channel: 'C01COMMUNITY', ts: '1.000001' })),
      await troubleOf(slack.join('C05GENERAL')),
      await troubleOf(slack.person('U02BEN')),
    ];
    expect(troubles.map((one) => [one.kind, one.code])).toEqual(Array(4).fill(['limited', code]));
    expect(await slack.isInstalled()).toBe(false);
    await practice.act({ act: 'install', as: 'U01ANA' });
    expect(await slack.isInstalled()).toBe(true);
    await expect(slack.post('C01COMMUNITY', message, 7)).resolves.toMatchObject({ channel: 'C01COMMUNITY' });
  },
);

test('a Slack that cannot be reached says nothing about the token', async () => {
  const practice = await openPractice();
  const slack = slackOverWebApi(openClient(practice), 'T0PRACTICE');
  practice.misbehave.outage(600_000);
  expect((await troubleOf(slack.isInstalled())).kind).toBe('lost');
});

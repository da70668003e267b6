import { z } from 'zod';
import { unescapeMrkdwn, unwrapMrkdwn } from '../domain/unwrap-mrkdwn.ts';
import type { Heard } from './log-modal.ts';

const said = z.string().catch('');
const mail = z.object({ filetype: said, subject: said, title: said, plain_text: said, from: z.unknown() });
const shared = z.object({ text: said, fallback: said, author_name: said });
const sender = z.array(z.object({ original: said, name: said, address: said })).catch([]);
const list = z.array(z.unknown()).catch([]);

/** As much of a message in Slack as a mention can be made of. */
const message = z.object({
  text: said,
  user: z.string().optional().catch(undefined),
  username: said,
  bot_profile: z.object({ name: said }).optional().catch(undefined),
  attachments: list,
  files: list,
});
const NO_MESSAGE = message.parse({});

/** What a form is filled with, and whose message it was where no name came with it. */
export type HeardMessage = Heard & { userId: string | undefined };

/**
 * What a message in Slack tells: a forwarded e-mail by its file, a shared message by what it shares, anything else by
 * its own words. Never throws, whatever came. Pure.
 */
export function heardMessage(raw: unknown): HeardMessage {
  const { text, user, username, bot_profile: bot, attachments, files } = message.safeParse(raw).data ?? NO_MESSAGE;
  const mails = files.flatMap((one) => mail.safeParse(one).data ?? []).filter(isMail);
  const shares = attachments.flatMap((one) => shared.safeParse(one).data ?? []);
  const parts = [text, ...shares.map((one) => one.text || one.fallback)].map(unwrapMrkdwn);
  const [first] = mails;
  const words = [...parts, ...mails.map(mailText)].map((one) => one.trim()).filter(Boolean);
  const name = (first && senderOf(first.from)) || shares.map((one) => one.author_name).find(Boolean);
  const app = username || bot?.name || '';
  return {
    network: first ? 'email' : 'chat',
    author: unescapeMrkdwn(name || app),
    text: words.join('\n\n'),
    userId: name || app ? undefined : user,
  };
}

function isMail({ filetype }: z.infer<typeof mail>): boolean {
  return filetype === 'email';
}

function mailText({ subject, title, plain_text: words }: z.infer<typeof mail>): string {
  return [subject || title, words].filter(Boolean).join('\n\n');
}

function senderOf(from: unknown): string {
  const [first] = sender.parse(from);
  return first ? first.name || first.original || first.address : '';
}

import type { WebClient } from '@slack/web-api';
import { type MessageAt, type SlackPort, SlackTrouble, type Upload } from './port.ts';
import { asking, unless } from './trouble.ts';

/** The port's files over Slack's Web API: an address is asked for, the bytes go there, then Slack is told where to show them. */
export function files(client: WebClient): Pick<SlackPort, 'upload' | 'isFileReady'> {
  return {
    upload: async (uploads, under) => {
      const sent = await asking(() => sending(() => client.filesUploadV2(argumentsFor(uploads, under))));
      return sent.files.flatMap((one) => (one.files ?? []).flatMap(({ id }) => id ?? []));
    },
    isFileReady: async (id) => {
      const answer = await unless(['file_not_found', 'file_deleted', 'missing_scope'], () =>
        client.files.info({ file: id }),
      );
      return Boolean(answer?.file?.mimetype);
    },
  };
}

function argumentsFor(uploads: Upload[], under: MessageAt | undefined) {
  const file_uploads = uploads.map(({ name, title, bytes, alt }) => ({
    file: bytes,
    filename: name,
    title,
    ...(alt && { alt_text: alt }),
  }));
  return under ? { file_uploads, channel_id: under.channel, thread_ts: under.ts } : { file_uploads };
}

/** What fails on the way of the bytes is no error of the Web API. */
async function sending<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof Error && 'code' in error) throw error;
    throw new SlackTrouble('lost', 'upload_failed', { cause: error });
  }
}

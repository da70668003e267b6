import type { PageAct, PracticeFile } from '../../wire.ts';
import { keep } from '../http/files.ts';
import { newId } from '../ids.ts';
import type { Person, StoredFile } from '../state.ts';
import { slackFile } from '../workspace/files.ts';
import type { World } from '../world.ts';
import { type Said, say } from './said.ts';

type Upload = Extract<PageAct, { act: 'upload' }>;

const MAX_BYTES = 10_000_000;

/** Anything else is kept as mere bytes, so that no browser would run it. */
const harmless = /^(?:image\/(?:png|jpeg|gif|webp)|application\/pdf|text\/(?:plain|csv))$/;

/** Keeps a file that a person chose in a file_input; the answer is the file as Slack describes it. */
export async function upload(world: World, person: Person, { name, mimetype, base64 }: Upload): Promise<Said> {
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length > MAX_BYTES) return say('That file is too large; 10 MB is the most.');
  const file: StoredFile = {
    id: newId('F'),
    name,
    title: name,
    mimetype: harmless.test(mimetype) ? mimetype : 'application/octet-stream',
    size: bytes.length,
    altText: '',
    channels: [],
    uploadedAtMs: world.clock().getTime(),
    isComplete: true,
  };
  await keep(world, file.id, bytes);
  world.state.files.set(file.id, file);
  world.store.touch('files');
  const described = { ...slackFile(world, file), mimetype: file.mimetype, user: person.id };
  return { ok: true, file: { ...described, id: file.id, name } satisfies PracticeFile };
}

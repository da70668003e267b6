import { changeAuthor } from '../../src/flows/about-author.ts';
import { readAuthorForm } from '../../src/views/author-modal.ts';
import type { OnSubmit } from '../submission.ts';

/** On which list an author stands, and whether this person is told when they write. */
export const saveAuthor: OnSubmit = (deps, { personId, values, ref }) =>
  changeAuthor(deps, { personId, authorId: ref.authorId ?? 0, mentionId: ref.mentionId, ...readAuthorForm(values) });

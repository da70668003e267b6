import type { SharedFile } from '../../wire.ts';
import { sizeWords } from '../block-kit/elements/file-words.ts';

/** The files that were shared with a message, each opened in a window of its own. */
export function SharedFiles({ files }: { files: SharedFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="shared-files" aria-label="Files">
      {files.map(({ id, title, bytes, address }) => (
        <li key={id}>
          <a className="link" href={address} target="_blank" rel="noreferrer">
            {title}
          </a>
          <span className="shared-file-size">{sizeWords(bytes)}</span>
        </li>
      ))}
    </ul>
  );
}

import type { SharedFile } from '../../wire.ts';

/** The files that were shared with a message, each opened in a window of its own. */
export function SharedFiles({ files }: { files: SharedFile[] }) {
  if (files.length === 0) return null;
  return (
    <ul className="shared-files" aria-label="Files">
      {files.map(({ id, title, bytes, address }) => (
        <li key={id}>
          <a href={address} target="_blank" rel="noreferrer">
            {title}
          </a>
          <span className="shared-file-size">{sizeWords(bytes)}</span>
        </li>
      ))}
    </ul>
  );
}

function sizeWords(bytes: number): string {
  return bytes < 1024 ? `${bytes} bytes` : `${Math.round(bytes / 1024).toLocaleString('en')} KB`;
}

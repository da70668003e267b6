import { type ChangeEvent, useRef, useState } from 'react';
import { Icon } from '../../parts/icon.tsx';
import { usePage } from '../../store/context.ts';
import type { ElementProps } from '../element-view.tsx';
import { list, num, str, strings } from '../read.ts';
import { useHeld, useSurface } from '../surface.ts';
import { fileType, readBase64, sizeWords } from './file-words.ts';

const MOST_FILES = 10;

/** Files to hand in with a form; they are kept by the practice server as soon as they are chosen. */
export function FileInputElement({ field, ...target }: ElementProps) {
  const surface = useSurface();
  const { act, notify } = usePage();
  const files = list(useHeld(target)?.files);
  const [busy, setBusy] = useState(false);
  const picker = useRef<HTMLInputElement>(null);
  const types = strings(target.element.filetypes);
  const most = num(target.element.max_files) ?? MOST_FILES;
  const keep = (next: unknown[]) => surface.change(target, { type: 'file_input', files: next });

  const add = async (event: ChangeEvent<HTMLInputElement>) => {
    const chosen = [...(event.target.files ?? [])].slice(0, most - files.length);
    event.target.value = '';
    const wrong = chosen.find((file) => types.length > 0 && !types.includes(fileType(file.name)));
    if (wrong) return notify(`${wrong.name} is not one of these types: ${types.join(', ')}.`);
    setBusy(true);
    const added: unknown[] = [];
    for (const { name, type, ...file } of await Promise.all(chosen.map(readBase64))) {
      const answer = await act({ act: 'upload', name, mimetype: type, base64: file.base64 });
      if (answer.ok && answer.file) added.push(answer.file);
    }
    setBusy(false);
    keep([...files, ...added]);
  };

  return (
    <div className="files">
      {files.map((file) => (
        <div className="file" key={str(file.id)}>
          <Icon name="paper" />
          <span className="file-name">{str(file.name)}</span>
          <span className="file-size">{sizeWords(num(file.size) ?? 0)}</span>
          <button
            type="button"
            className="icon-button"
            aria-label={`Remove ${str(file.name)}`}
            onClick={() => keep(files.filter((each) => each !== file))}
          >
            <Icon name="close" size={16} />
          </button>
        </div>
      ))}
      <input
        ref={picker}
        className="visually-hidden"
        type="file"
        tabIndex={-1}
        aria-hidden="true"
        multiple={most > 1}
        accept={types.map((type) => `.${type}`).join(',') || undefined}
        onChange={add}
      />
      {files.length < most ? (
        <button
          type="button"
          id={field?.id}
          className="button"
          aria-labelledby={field ? `${field.labelId} ${field.id}` : undefined}
          aria-describedby={field?.describedBy}
          aria-busy={busy}
          onClick={() => picker.current?.click()}
        >
          {files.length > 0 ? 'Add another file' : 'Add a file'}
        </button>
      ) : null}
    </div>
  );
}

import { useState } from 'react';
import { Flows } from '../text/draw-flow.tsx';
import { parseRichText } from '../text/rich-text.ts';
import type { BlockProps } from './blocks.tsx';
import { flag, list, num, type Obj, str, textOf } from './read.ts';

/** A table; its first row is the head. */
export function TableBlock({ block }: BlockProps) {
  const [head, ...body] = rowsOf(block);
  return <Grid head={head ?? []} body={body} columns={list(block.column_settings)} />;
}

/** A data table with its caption, a page at a time. */
export function DataTableBlock({ block }: BlockProps) {
  const [page, setPage] = useState(0);
  const [head, ...body] = rowsOf(block);
  const size = num(block.page_size) ?? 5;
  const pages = Math.max(1, Math.ceil(body.length / size));
  const at = Math.min(page, pages - 1);
  return (
    <div className="data-table">
      <div className="data-table-caption">{textOf(block.caption) || str(block.caption)}</div>
      <Grid head={head ?? []} body={body.slice(at * size, (at + 1) * size)} columns={list(block.column_settings)} />
      {pages > 1 ? (
        <div className="data-table-pages">
          <button type="button" className="button button-small" disabled={at === 0} onClick={() => setPage(at - 1)}>
            Previous
          </button>
          <span>
            Page {at + 1} of {pages}
          </span>
          <button
            type="button"
            className="button button-small"
            disabled={at === pages - 1}
            onClick={() => setPage(at + 1)}
          >
            Next
          </button>
        </div>
      ) : null}
    </div>
  );
}

function rowsOf(block: Obj): Obj[][] {
  return Array.isArray(block.rows) ? block.rows.map((row) => list(row)) : [];
}

function Grid({ head, body, columns }: { head: Obj[]; body: Obj[][]; columns: Obj[] }) {
  const style = (column: number) => ({
    textAlign: alignOf(str(columns[column]?.align)),
    whiteSpace: flag(columns[column]?.is_wrapped) ? ('normal' as const) : undefined,
  });
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <th key={column} scope="col" style={style(column)}>
                <Cell cell={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {body.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={column} style={style(column)} className={cell.type === 'raw_number' ? 'number' : undefined}>
                  <Cell cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function alignOf(align: string): 'left' | 'center' | 'right' | undefined {
  return align === 'left' || align === 'center' || align === 'right' ? align : undefined;
}

function Cell({ cell }: { cell: Obj }) {
  if (cell.type === 'rich_text') return <Flows flows={parseRichText(cell)} />;
  return str(cell.text) || String(num(cell.value) ?? '');
}

import type { ReactNode } from 'react';
import { Inlines } from './draw-inline.tsx';
import type { Flow, Inline } from './nodes.ts';

/** Draws a read text: paragraphs, quotes, lists, code. */
export function Flows({ flows }: { flows: Flow[] }): ReactNode {
  // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text have no other identity
  return flows.map((flow, index) => <FlowPart key={index} flow={flow} />);
}

function FlowPart({ flow }: { flow: Flow }) {
  switch (flow.kind) {
    case 'paragraph':
      return (
        <div className="para">
          <Inlines nodes={flow.children} />
        </div>
      );
    case 'heading':
      return <FlowHeading flow={flow} />;
    case 'quote':
      return (
        <blockquote className="quote">
          <Flows flows={flow.children} />
        </blockquote>
      );
    case 'pre':
      return <pre className="pre">{flow.text}</pre>;
    case 'rule':
      return <hr className="divider" />;
    case 'list':
      return <FlowList flow={flow} />;
    case 'table':
      return <FlowTable head={flow.head} rows={flow.rows} />;
  }
}

const HEADINGS = ['h3', 'h4', 'h5', 'h6'] as const;

function FlowHeading({ flow }: { flow: Extract<Flow, { kind: 'heading' }> }) {
  const Tag = HEADINGS[flow.level - 1] ?? 'h6';
  return (
    <Tag className={`md-heading md-h${flow.level}`}>
      <Inlines nodes={flow.children} />
    </Tag>
  );
}

function FlowList({ flow }: { flow: Extract<Flow, { kind: 'list' }> }) {
  const items = flow.items.map((item, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the items of one list have no other identity
    <li key={index}>
      <Inlines nodes={item} />
    </li>
  ));
  const className = `list list-depth-${flow.indent % 3}`;
  const style = { marginInlineStart: `${flow.indent * 28}px` };
  return flow.ordered ? (
    <ol className={className} start={flow.start} style={style}>
      {items}
    </ol>
  ) : (
    <ul className={className} style={style}>
      {items}
    </ul>
  );
}

function FlowTable({ head, rows }: { head: Inline[][]; rows: Inline[][][] }) {
  return (
    <div className="table-scroll">
      <table className="table">
        <thead>
          <tr>
            {head.map((cell, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              <th key={index} scope="col">
                <Inlines nodes={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, rowIndex) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
            <tr key={rowIndex}>
              {row.map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <td key={index}>
                  <Inlines nodes={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

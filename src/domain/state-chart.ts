import { type MentionStatus, STATUSES, TRANSITIONS } from './mention.ts';

/** The life of a mention as a mermaid state diagram, drawn from the table of transitions. Pure. */
export function stateChart(): string {
  const arrows = (Object.keys(TRANSITIONS) as MentionStatus[]).flatMap(arrowsFrom);
  return ['stateDiagram-v2', '  [*] --> new', ...arrows].join('\n');
}

/** One arrow to each status that follows, labelled with every event that leads there. */
function arrowsFrom(from: MentionStatus): string[] {
  const events = Object.entries(TRANSITIONS[from]);
  const targets = [...new Set(events.map(([, to]) => to))];
  return targets.map((to) => {
    const labels = events.filter(([, target]) => target === to).map(([event]) => event.replaceAll('_', ' '));
    return `  ${from} --> ${to}: ${labels.join(', ')}`;
  });
}

/** What every status means, as a table in markdown. */
export function statusTable(): string {
  const rows = Object.entries(STATUSES).map(([status, meaning]) => `| \`${status}\` | ${meaning} |`);
  return ['| status | what it means, and who moves it on |', '|---|---|', ...rows].join('\n');
}

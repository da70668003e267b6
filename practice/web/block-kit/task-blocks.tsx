import { Icon, type IconName } from '../parts/icon.tsx';
import { Flows } from '../text/draw-flow.tsx';
import { parseRichText } from '../text/rich-text.ts';
import type { BlockProps } from './blocks.tsx';
import { list, type Obj, obj, str, textOf } from './read.ts';

const STATUSES: Record<string, { icon: IconName; words: string }> = {
  pending: { icon: 'clock', words: 'Waiting' },
  in_progress: { icon: 'clock', words: 'Under way' },
  complete: { icon: 'check', words: 'Done' },
  error: { icon: 'warning', words: 'Failed' },
};

/** One step an app works on, with how far it has come in words. */
export function TaskCardBlock({ block }: BlockProps) {
  return (
    <div className="task">
      <Task task={block} />
    </div>
  );
}

/** Several steps under a title. */
export function PlanBlock({ block }: BlockProps) {
  return (
    <section className="task">
      <div className="card-title">{textOf(block.title) || str(block.title)}</div>
      <ul className="tasks">
        {list(block.tasks).map((task, index) => (
          <li key={str(task.task_id) || `at-${index}`}>
            <Task task={task} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Task({ task }: { task: Obj }) {
  const { icon, words } = STATUSES[str(task.status)] ?? { icon: 'clock', words: 'Waiting' };
  const texts = [obj(task.details), obj(task.output)].filter((each) => each !== null);
  return (
    <div className="task-line">
      <Icon name={icon} />
      <div>
        <strong>{textOf(task.title) || str(task.title)}</strong> <span className="card-subtitle">{words}</span>
        {texts.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text is its place
          <Flows key={index} flows={parseRichText(text)} />
        ))}
      </div>
    </div>
  );
}

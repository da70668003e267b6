import type { PracticePerson } from '../../wire.ts';
import { useDirectory } from '../store/context.ts';
import { initials, inkOn } from './ink.ts';
import { Lamp } from './lamp.tsx';

type Props = { person: PracticePerson | undefined; size?: number };

/** A person's square: initials on their colour, or Porchlight's lantern. It is decoration: the name stands beside it. */
export function Avatar({ person, size = 36 }: Props) {
  const { bot } = useDirectory();
  const style = { width: size, height: size, borderRadius: Math.max(4, Math.round(size * 0.22)) };
  if (person?.id === bot) {
    return (
      <span className="avatar" style={style} aria-hidden="true">
        <Lamp size={size} />
      </span>
    );
  }
  const color = person?.color ?? '#696969';
  return (
    <span
      className="avatar"
      style={{
        ...style,
        background: color,
        color: inkOn(color),
        fontSize: Math.round(size * (size < 24 ? 0.55 : 0.4)),
      }}
      aria-hidden="true"
    >
      {initials(person?.name ?? '?').slice(0, size < 24 ? 1 : 2)}
    </span>
  );
}

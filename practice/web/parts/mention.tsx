import { useDirectory, usePage } from '../store/context.ts';

type Props = { id: string; label: string };

/** A person named in a text; one's own name stands out. */
export function UserMention({ id, label }: Props) {
  const { people, me } = useDirectory();
  const person = people.get(id);
  return (
    <span className={id === me ? 'mention mention-me' : 'mention'} title={person?.title || undefined}>
      @{person?.name ?? (label.replace(/^@/, '') || id)}
    </span>
  );
}

/** A channel named in a text; it leads there when this person may see it. */
export function ChannelMention({ id, label }: Props) {
  const { channels } = useDirectory();
  const { go } = usePage();
  const channel = channels.get(id);
  if (!channel) return <span className="mention">#{label || 'private channel'}</span>;
  return (
    <button type="button" className="mention" onClick={() => go({ channel: id, thread: '' })}>
      #{channel.name}
    </button>
  );
}

/** A user group named in a text. */
export function GroupMention({ id, label }: Props) {
  const { groups, me } = useDirectory();
  const group = groups.get(id);
  const mine = group?.users.includes(me);
  return (
    <span className={mine ? 'mention mention-me' : 'mention'}>@{group?.handle ?? (label.replace(/^@/, '') || id)}</span>
  );
}

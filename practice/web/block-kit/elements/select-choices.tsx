import { Avatar } from '../../parts/avatar.tsx';
import type { Choice } from '../../parts/option-list.tsx';
import { type Directory, useDirectory } from '../../store/context.ts';
import { TextObject } from '../../text/text-object.tsx';
import { flag, list, type Obj, obj, str, strings, textOf } from '../read.ts';

/** What a select offers, by its type: its own options, or the people or channels of the workspace. */
export function useChoices(element: Obj): Choice[] {
  const directory = useDirectory();
  const type = str(element.type).replace(/^multi_/, '');
  if (type === 'users_select') return people(directory);
  if (type === 'channels_select') return channels(directory, (channel) => !channel.isDm && !channel.isPrivate);
  if (type === 'conversations_select') return conversations(directory, element);
  return optionsOf(element).map(choiceOf);
}

/** An option as a choice. */
export function choiceOf({ option, group }: { option: Obj; group?: string }): Choice {
  return {
    key: str(option.value),
    words: textOf(option.text),
    label: <TextObject value={option.text} />,
    description: obj(option.description) ? <TextObject value={option.description} /> : undefined,
    group,
  };
}

/** The options of a static select with the group each stands in. */
export function optionsOf(element: Obj): { option: Obj; group?: string }[] {
  const grouped = list(element.option_groups).flatMap((group) =>
    list(group.options).map((option) => ({ option, group: textOf(group.label) })),
  );
  return [...grouped, ...list(element.options).map((option) => ({ option }))];
}

function people(directory: Directory): Choice[] {
  return [...directory.people.values()].map((person) => ({
    key: person.id,
    words: person.name,
    label: (
      <span className="option-person">
        <Avatar person={person} size={20} /> {person.name}
      </span>
    ),
    description: person.title || undefined,
  }));
}

type Channel = Directory['channels'] extends Map<string, infer C> ? C : never;

function channels(directory: Directory, keep: (channel: Channel) => boolean): Choice[] {
  return [...directory.channels.values()]
    .filter((channel) => !channel.isArchived && keep(channel))
    .map((channel) => ({
      key: channel.id,
      words: channel.name,
      label: `${channel.isPrivate ? '🔒 ' : '# '}${channel.name}`,
    }));
}

function conversations(directory: Directory, element: Obj): Choice[] {
  const include = strings(obj(element.filter)?.include);
  const wants = (kind: string) => include.length === 0 || include.includes(kind);
  const found = channels(directory, (channel) => !channel.isDm && wants(channel.isPrivate ? 'private' : 'public'));
  if (!wants('im')) return found;
  const noBots = flag(obj(element.filter)?.exclude_bot_users);
  return [...found, ...dms(directory, noBots)];
}

function dms(directory: Directory, noBots: boolean): Choice[] {
  return [...directory.channels.values()].flatMap((channel) => {
    const other = directory.people.get(channel.members.find((id) => id !== directory.me) ?? '');
    if (!channel.isDm || !other || (noBots && other.isBot)) return [];
    return [{ key: channel.id, words: other.name, label: `@ ${other.name}` }];
  });
}

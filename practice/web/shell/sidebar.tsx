import type { ReactNode } from 'react';
import type { PracticeChannel } from '../../wire.ts';
import { channelTitle, isBotDm } from '../messages/channel-title.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { useDirectory, usePage } from '../store/context.ts';

export const APP = 'app';

/** The workspace's name, the channels of this person, their direct messages and the app. */
export function Sidebar({ unread, current }: { unread: Record<string, number>; current: string }) {
  const { state } = usePage();
  const { people } = useDirectory();
  const bot = people.get(state.bot);
  const channels = state.channels.filter((each) => !each.isDm).sort((a, b) => a.name.localeCompare(b.name));
  const botDm = state.channels.find((each) => isBotDm(each, state));
  const dms = state.channels.filter((each) => each.isDm && each !== botDm);
  const me = people.get(state.me);
  return (
    <nav className="sidebar" id="channels" aria-label="Channels" data-region>
      <div className="workspace">
        <span className="workspace-name">{state.team.name}</span>
        <span className="workspace-kind">Practice workspace</span>
      </div>
      <div className="sidebar-scroll">
        <h2>Channels</h2>
        <ul>
          {channels.map((channel) => (
            <Entry
              key={channel.id}
              target={channel.id}
              current={current}
              unread={unread[channel.id]}
              name={channel.name}
            >
              <Icon name={channel.isPrivate ? 'lock' : 'hash'} size={16} />
            </Entry>
          ))}
        </ul>
        <h2>Direct messages</h2>
        <ul>
          {dms.map((channel) => (
            <Entry
              key={channel.id}
              target={channel.id}
              current={current}
              unread={unread[channel.id]}
              name={channelTitle(channel, state)}
            >
              <Avatar person={otherOf(channel, state.me, people)} size={20} />
            </Entry>
          ))}
          <Entry target={state.me} current={current} name={`${me?.name ?? state.me}`} note="you" fixed>
            <Avatar person={me} size={20} />
          </Entry>
        </ul>
        <h2>Apps</h2>
        <ul>
          <Entry target={APP} current={current} unread={botDm && unread[botDm.id]} name={bot?.name ?? 'Porchlight'}>
            <span className="with-presence">
              <Avatar person={bot} size={20} />
              <span
                className={state.botOnline ? 'presence presence-on' : 'presence'}
                title={state.botOnline ? 'Connected' : 'Not connected'}
              />
            </span>
          </Entry>
        </ul>
      </div>
    </nav>
  );
}

function otherOf(channel: PracticeChannel, me: string, people: ReturnType<typeof useDirectory>['people']) {
  return people.get(channel.members.find((id) => id !== me) ?? '');
}

type EntryProps = {
  target: string;
  current: string;
  name: string;
  note?: string;
  unread?: number;
  /** Stands there and leads nowhere. */
  fixed?: boolean;
  children: ReactNode;
};

function Entry({ target, current, name, note, unread = 0, fixed = false, children }: EntryProps) {
  const { go } = usePage();
  const className = ['entry', target === current && 'entry-current', unread > 0 && 'entry-unread']
    .filter(Boolean)
    .join(' ');
  const body = (
    <>
      {children}
      <span className="entry-name">{name}</span>
      {note ? <span className="entry-note">{note}</span> : null}
      {unread > 0 ? (
        <span className="entry-count">
          {unread > 99 ? '99+' : unread}
          <span className="visually-hidden"> unread</span>
        </span>
      ) : null}
    </>
  );
  return (
    <li>
      {fixed ? (
        <span className={className}>{body}</span>
      ) : (
        <button
          type="button"
          className={className}
          aria-current={target === current ? 'page' : undefined}
          onClick={() => go({ channel: target, tab: target === APP && !unread ? 'home' : 'messages', thread: '' })}
        >
          {body}
        </button>
      )}
    </li>
  );
}

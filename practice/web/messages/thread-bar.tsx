import { useContext } from 'react';
import type { PracticeMessage } from '../../wire.ts';
import { Avatar } from '../parts/avatar.tsx';
import { ThreadNewsContext, useDirectory, usePage } from '../store/context.ts';
import { threadKey } from '../store/unread.ts';
import { useNow } from '../store/use-now.ts';
import { formatAgo } from '../text/format-ago.ts';
import { timeOf } from './group.ts';

/** "3 replies, last reply 8 minutes ago" under a message that has a thread. */
export function ThreadBar({ message }: { message: PracticeMessage }) {
  const { go } = usePage();
  const { people } = useDirectory();
  const now = useNow();
  const count = message.replyCount;
  const news = useContext(ThreadNewsContext)[threadKey(message.channel, message.ts)] ?? 0;
  return (
    <button type="button" className="thread-bar" onClick={() => go({ thread: message.ts })}>
      <span className="thread-faces">
        {message.replyUsers.slice(0, 4).map((id) => (
          <Avatar key={id} person={people.get(id)} size={24} />
        ))}
      </span>
      <span className="thread-count">
        {count} {count === 1 ? 'reply' : 'replies'}
      </span>
      {news > 0 ? <span className="thread-new">{news} new</span> : null}
      {message.latestReply ? (
        <span className="thread-last">
          {count === 1 ? '' : 'Last reply '}
          {formatAgo(timeOf(message.latestReply), now)}
        </span>
      ) : null}
      <span className="thread-view">View thread</span>
    </button>
  );
}

import { memo, useState } from 'react';
import type { PracticeMessage } from '../../wire.ts';
import { SteadyBlocks } from '../block-kit/blocks.tsx';
import { SurfaceContext, useBlockSurface } from '../block-kit/surface.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { useDirectory } from '../store/context.ts';
import { Mrkdwn } from '../text/text-object.tsx';
import { isSystemLine } from './group.ts';
import { MessageTime } from './message-time.tsx';
import { Reactions } from './reactions.tsx';
import { SharedFiles } from './shared-files.tsx';
import { ThreadBar } from './thread-bar.tsx';
import { Toolbar } from './toolbar.tsx';

type Props = {
  message: PracticeMessage;
  compact: boolean;
  /** Inside the thread pane there is no thread to open. */
  inThread?: boolean;
  onDismiss: (message: PracticeMessage) => void;
};

/** One message with its author, body, reactions and thread. */
export const Message = memo(function Message({ message, compact, inThread = false, onDismiss }: Props) {
  const { people, bot } = useDirectory();
  const [held, setHeld] = useState(false);
  const person = people.get(message.user);
  const name = message.username ?? person?.name ?? message.user;
  const hidden = message.ephemeralFor !== undefined;
  const className = ['message', compact && 'message-compact', hidden && 'message-hidden', held && 'message-held'];
  return (
    <li className={className.filter(Boolean).join(' ')} data-ts={message.ts} tabIndex={-1}>
      {hidden ? (
        <div className="only-you">
          <Icon name="eye" size={14} /> Only visible to you
          <button type="button" className="link" onClick={() => onDismiss(message)}>
            Dismiss
          </button>
        </div>
      ) : null}
      {message.pinnedBy ? (
        <div className="pinned">
          <Icon name="pin" size={14} /> Pinned by {people.get(message.pinnedBy)?.name ?? message.pinnedBy}
        </div>
      ) : null}
      <div className="message-gutter">
        {compact ? (
          <MessageTime ts={message.ts} short />
        ) : (
          <Avatar person={person} size={isSystemLine(message) ? 20 : 36} />
        )}
      </div>
      <div className="message-main">
        {compact ? (
          <span className="visually-hidden">{name}</span>
        ) : (
          <div className="message-head">
            <span className="message-author">{name}</span>
            {person?.isBot || message.user === bot ? <span className="badge">APP</span> : null}
            <MessageTime ts={message.ts} />
          </div>
        )}
        <MessageBody message={message} />
        <SharedFiles files={message.files ?? []} />
        {message.reactions.length > 0 ? <Reactions message={message} /> : null}
        {!inThread && message.replyCount > 0 ? <ThreadBar message={message} /> : null}
      </div>
      {hidden || isSystemLine(message) ? null : <Toolbar message={message} inThread={inThread} onHold={setHeld} />}
    </li>
  );
});

function MessageBody({ message }: { message: PracticeMessage }) {
  const place = { channel: message.channel, ts: message.ts };
  const surface = useBlockSurface('message', `m-${message.channel}-${message.ts}`, place, message.blocks);
  const edited = message.edited ? <span className="edited"> (edited)</span> : null;
  if (message.blocks.length === 0) {
    const jumbo = /^(\s*:[a-z0-9_+'-]+:\s*){1,8}$/.test(message.text);
    const className = isSystemLine(message)
      ? 'message-text message-system'
      : jumbo
        ? 'message-text jumbo'
        : 'message-text';
    return (
      <div className={className}>
        <Mrkdwn text={message.text} />
        {edited}
      </div>
    );
  }
  return (
    <SurfaceContext value={surface}>
      <SteadyBlocks blocks={message.blocks} />
    </SurfaceContext>
  );
}

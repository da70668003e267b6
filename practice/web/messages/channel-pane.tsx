import type { PracticeChannel, PracticeMessage } from '../../wire.ts';
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import { useDirectory, usePage } from '../store/context.ts';
import { Plain } from '../text/text-object.tsx';
import { ChannelIntro } from './channel-intro.tsx';
import { channelTitle } from './channel-title.ts';
import { Composer } from './composer.tsx';
import { isThreadReply } from './group.ts';
import { MessageList } from './message-list.tsx';

type Props = {
  channel: PracticeChannel;
  newSince: string | null;
  onDismiss: (message: PracticeMessage) => void;
  isDismissed: (message: PracticeMessage) => boolean;
};

/** A channel: what was said, and where to say something. */
export function ChannelPane(props: Props) {
  const { channel } = props;
  const { people } = useDirectory();
  return (
    <>
      <header className="pane-head">
        <h1>
          <Icon name={channel.isPrivate ? 'lock' : 'hash'} size={18} />
          {channel.name}
        </h1>
        <span className="pane-sub" title={channel.topic}>
          <Plain text={channel.topic} />
        </span>
        <span className="members" title={channel.members.map((id) => people.get(id)?.name ?? id).join(', ')}>
          {channel.members.slice(0, 3).map((id) => (
            <Avatar key={id} person={people.get(id)} size={20} />
          ))}
          <span className="members-count">
            {channel.members.length}
            <span className="visually-hidden"> members</span>
          </span>
        </span>
      </header>
      <Conversation {...props} />
    </>
  );
}

/** The messages of a channel with the composer at its foot. */
export function Conversation({ channel, newSince, onDismiss, isDismissed }: Props) {
  const { state, place } = usePage();
  const messages = state.messages.filter(
    (each) => each.channel === channel.id && !isThreadReply(each) && !isDismissed(each),
  );
  const title = channelTitle(channel, state);
  return (
    <>
      <MessageList
        key={`list-${state.me}-${channel.id}`}
        label={`Messages in ${title}`}
        me={state.me}
        messages={messages}
        newSince={newSince}
        at={place.at}
        intro={<ChannelIntro channel={channel} isEmpty={messages.length === 0} />}
        onDismiss={onDismiss}
      />
      {channel.isArchived ? (
        <div className="archived">You are viewing {title}, an archived channel.</div>
      ) : (
        <Composer key={`composer-${state.me}-${channel.id}`} channel={channel} placeholder={`Message ${title}`} />
      )}
    </>
  );
}

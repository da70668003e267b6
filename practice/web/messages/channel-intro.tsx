import type { PracticeChannel } from '../../wire.ts';
import { Icon } from '../parts/icon.tsx';
import { Lamp } from '../parts/lamp.tsx';
import { usePage } from '../store/context.ts';
import { isBotDm } from './channel-title.ts';
import { TryThis } from './try-this.tsx';

/** What stands above the first message of a channel; an empty one says what to try. */
export function ChannelIntro({ channel, isEmpty }: { channel: PracticeChannel; isEmpty: boolean }) {
  const { state } = usePage();
  const withBot = isBotDm(channel, state);
  return (
    <div className="intro">
      {withBot ? (
        <span className="avatar intro-lamp">
          <Lamp size={56} />
        </span>
      ) : (
        <span className="intro-mark">
          <Icon name={channel.isPrivate ? 'lock' : 'hash'} size={32} />
        </span>
      )}
      <h2>{withBot ? 'Porchlight writes to you here' : channel.name}</h2>
      <p>
        {withBot
          ? 'Reminders and private answers arrive in this conversation.'
          : channel.topic || `This is the very beginning of #${channel.name}.`}
      </p>
      {isEmpty && !withBot ? <TryThis channel={channel} /> : null}
    </div>
  );
}

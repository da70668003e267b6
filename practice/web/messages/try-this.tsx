import type { PracticeChannel } from '../../wire.ts';
import { usePage } from '../store/context.ts';

/** In a channel where nothing has been said yet: what one may try. */
export function TryThis({ channel }: { channel: PracticeChannel }) {
  const { state, act, go } = usePage();
  const hasBot = channel.members.includes(state.bot);
  const command = state.commands[0]?.command;
  const shortcut = state.shortcuts.find((each) => each.type === 'global');
  return (
    <div className="intro-hint">
      <p>Nothing has been said here yet. What you can try:</p>
      <ul>
        <li>{hasBot ? 'Wait for the first mention: it arrives by itself.' : 'Say something to the people in here.'}</li>
        {command ? (
          <li>
            <button
              type="button"
              className="link"
              onClick={() => act({ act: 'command', channel: channel.id, command, text: 'help' })}
            >
              Ask what Porchlight can do
            </button>{' '}
            with <code className="inline-code">{command} help</code>. The answer is for you alone.
          </li>
        ) : null}
        {shortcut ? (
          <li>
            <button
              type="button"
              className="link"
              onClick={() => act({ act: 'shortcut', callbackId: shortcut.callbackId })}
            >
              {shortcut.name}
            </button>
            : {shortcut.description.charAt(0).toLowerCase() + shortcut.description.slice(1)}.
          </li>
        ) : null}
        <li>
          <button type="button" className="link" onClick={() => go({ look: 'wire' })}>
            Look behind the scenes
          </button>{' '}
          while you do any of this.
        </li>
      </ul>
    </div>
  );
}

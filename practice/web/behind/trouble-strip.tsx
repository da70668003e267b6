import { usePage } from '../store/context.ts';
import { useNow } from '../store/use-now.ts';
import { troubleSentences } from './trouble-words.ts';

/** While anything goes wrong on purpose: what that is, in words, and the way to end it. The switchboard says it itself. */
export function TroubleStrip() {
  const { state, place, act } = usePage();
  const now = useNow();
  const sentences = place.look === 'trouble' ? [] : troubleSentences(state.troubles, now);
  return (
    <div role="status">
      {sentences.length > 0 ? (
        <div className="banner banner-trouble">
          <span>
            <strong>This Slack misbehaves on purpose.</strong> {sentences.join(' ')}
          </span>
          <button type="button" className="button button-small" onClick={() => act({ act: 'behave' })}>
            Set everything right
          </button>
        </div>
      ) : null}
    </div>
  );
}

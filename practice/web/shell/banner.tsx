import { usePage } from '../store/context.ts';

/** A strip that says what is missing: the practice server, or the bot. */
export function Banner({ live }: { live: boolean }) {
  const { state } = usePage();
  if (!live) {
    return (
      <div className="banner banner-bad" role="status">
        The practice server is not answering. Trying again…
      </div>
    );
  }
  if (state.botOnline) return null;
  return (
    <div className="banner" role="status">
      <strong>Porchlight is not connected.</strong> Cards stay as they are and buttons get no answer until the bot is
      back.
    </div>
  );
}

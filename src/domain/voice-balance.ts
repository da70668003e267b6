/** How many of the replies one employee wrote. */
export type Voice = { personId: string; replies: number };

/** Who spoke for us, and how evenly. */
export type VoiceBalance = {
  replies: number;
  /** Most first; only those who replied. */
  voices: Voice[];
  /** As if so many people had written equally much: 1 where one wrote all, the number of voices where all wrote alike. */
  evenAs: number;
  /** The one who wrote so much of it that the others hardly sound; null while there are few replies. */
  dominant: Voice | null;
};

/** Fewer replies than this make nobody dominant. */
const MIN_REPLIES = 5;
/** From this share on one voice dominates. */
export const DOMINANT_SHARE = 0.6;

/** Who spoke for us, and how evenly: by the inverse of Simpson's index. Pure. */
export function voiceBalance(repliers: Voice[]): VoiceBalance {
  const voices = repliers.filter(({ replies }) => replies > 0).sort((a, b) => b.replies - a.replies);
  const replies = voices.reduce((sum, one) => sum + one.replies, 0);
  const squares = voices.reduce((sum, one) => sum + (one.replies / replies) ** 2, 0);
  const [first] = voices;
  const dominates = first !== undefined && replies >= MIN_REPLIES && first.replies / replies >= DOMINANT_SHARE;
  return { replies, voices, evenAs: squares > 0 ? 1 / squares : 0, dominant: dominates ? first : null };
}

/** A person's present choice on a ballot. */
export type Choice = 'approve' | 'object';

/** Reactions that vote: ✅ approves and 🛑 objects. Every other one, 👍 too, is only talk. */
export const VOTE_EMOJI: Record<Choice, string> = { approve: 'white_check_mark', object: 'octagonal_sign' };

/** Slack's own second names; both kinds occur in events. Nothing else: a custom emoji may bear any other name. */
const ALIASES = new Map([
  ['thumbsup', '+1'],
  ['thumbsdown', '-1'],
  ['raised_hand', 'hand'],
  ['punch', 'facepunch'],
  ['reversed_hand_with_middle_finger_extended', 'middle_finger'],
  ['poop', 'hankey'],
  ['shit', 'hankey'],
  ['collision', 'boom'],
]);

/** A reaction's name without colons and skin tone, and with Slack's first name for its alias. */
export function baseEmoji(name: string): string {
  const bare = name.replace(/^:|:$/g, '').replace(/::skin-tone-[2-6]/g, '');
  return ALIASES.get(bare) ?? bare;
}

/** What a reaction says on a ballot; undefined for one that does not vote. */
export function choiceOf(name: string): Choice | undefined {
  const base = baseEmoji(name);
  if (base === VOTE_EMOJI.approve) return 'approve';
  if (base === VOTE_EMOJI.object) return 'object';
  return undefined;
}

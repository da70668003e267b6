import type { Template } from './post.ts';

/** What the same sites say about other things. No watch should catch these. */
export const otherTexts: readonly Template[] = [
  {
    title: 'A kinder on-call rota',
    text: `We changed our rota {twice|three times} this year. What worked: {no pages after ten for warnings|a day off after a bad night}.`,
  },
  {
    title: 'Selling a rack, barely used',
    text: `{42U|24U} rack, {two dents|one dent}, must be collected. {Comes with a free mystery cable.|Stairs: yes, sorry.}`,
  },
  {
    title: 'My acme anvils arrived',
    text: `{Two|Three} acme anvils, on time, well packed. The acme cloud of dust when I dropped one was {spectacular|educational}. {The coyote sends regards.|Ten out of ten.}`,
  },
  {
    title: 'Harbour festival moves to {Sunday|Saturday}',
    text: `The festival moves because of {wind|the tide}. {Tickets stay valid|All tickets stay valid}; the brass band {does not mind|minds a little}.`,
  },
  {
    title: 'Which text editor this week?',
    text: `Asking for {a friend|science}. {Wrong answers only.|Be kind to each other.} Last week ended in {tears|a truce}.`,
  },
  {
    title: 'Notes on queues',
    text: `A queue does not remove work, it {hides it|lends you time}. {Measure the age of the oldest job|Watch the oldest job}, not the {length|count}.`,
  },
  {
    title: 'Good coffee near the {docks|station}?',
    text: `In town for {two days|a conference}. {Decaf|Espresso} preferred, {no laptops|a window} a plus.`,
  },
];

import { expect, test } from '@jest/globals';
import { chartWords, niceTicks, readChart } from '../../practice/web/block-kit/chart/read-chart.ts';
import { fileType, sizeWords } from '../../practice/web/block-kit/elements/file-words.ts';
import { EMOJI, emojiChar, emojiWords, findEmoji } from '../../practice/web/emoji/names.ts';
import { outgoingText, splitCommand } from '../../practice/web/messages/outgoing.ts';
import { suggest } from '../../practice/web/messages/suggest.ts';
import { initials, inkOn } from '../../practice/web/parts/ink.ts';
import { addDays, addMonths, weeksOf } from '../../practice/web/parts/month.ts';
import type { PageState } from '../../practice/wire.ts';

test('every emoji has one name, and aliases lead to it', () => {
  const names = EMOJI.flatMap((entry) => [entry.name, ...entry.aliases]);
  expect(new Set(names).size).toBe(names.length);
  expect(EMOJI.every((entry) => !/^[\w|+-]+$/.test(entry.char))).toBe(true);
  expect(emojiChar('thumbsup')).toBe(emojiChar('+1'));
  expect(emojiChar('+1::skin-tone-3')).toBe('👍🏼');
  expect(emojiChar('no_such_name')).toBeNull();
  expect(emojiChar('constructor')).toBeNull();
  expect(emojiWords('white_check_mark')).toBe('white check mark');
  expect(findEmoji('octag')[0]?.name).toBe('octagonal_sign');
});

test('what was typed goes out escaped, with its mentions', () => {
  const state = {
    people: [
      { id: 'U1', name: 'Ana Ferreira', title: '', color: '', isBot: false, isAdmin: false },
      { id: 'U2', name: 'Ana', title: '', color: '', isBot: false, isAdmin: false },
    ],
    channels: [{ id: 'C1', name: 'general', topic: '', isPrivate: false, isArchived: false, isDm: false, members: [] }],
    userGroups: [{ id: 'S1', handle: 'leads', name: 'Leads', users: [] }],
  };
  expect(outgoingText('@Ana Ferreira and @Ana, see #general <b> & @leads', state)).toBe(
    '<@U1> and <@U2>, see <#C1> &lt;b&gt; &amp; <!subteam^S1>',
  );
  expect(outgoingText('mail ana@Ana and #generally <!channel>', state)).toBe(
    'mail ana@Ana and #generally &lt;!channel&gt;',
  );
});

test('a command is split from its text', () => {
  expect(splitCommand('/community log  a call ')).toEqual({ command: '/community', text: 'log  a call' });
  expect(splitCommand('/community')).toEqual({ command: '/community', text: '' });
  expect(splitCommand('/ community')).toBeNull();
});

test('initials are readable on their colour', () => {
  expect(inkOn('#000000')).toBe('#ffffff');
  expect(inkOn('#ffd27a')).toBe('#1d1c1d');
  expect([initials('Ana Ferreira'), initials('chi'), initials('A B C')]).toEqual(['AF', 'C', 'AC']);
});

test('days and months are counted without a zone', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(addMonths('2026-01-31', 1)).toBe('2026-02-28');
  expect(addMonths('2026-01-15', -1)).toBe('2025-12-15');
  const weeks = weeksOf('2026-11-22');
  expect([weeks.length, weeks[0]?.[0], weeks.at(-1)?.[6]]).toEqual([5, '2026-11-01', '2026-12-05']);
});

test('ticks are round and hold all values', () => {
  expect(niceTicks([3, 14])).toEqual([0, 5, 10, 15]);
  expect(niceTicks([1])).toEqual([0, 1]);
  expect(niceTicks([-4, 6])).toEqual([-6, -3, 0, 3, 6]);
  expect(niceTicks([])).toEqual([0, 1]);
});

test('a chart is also said in words', () => {
  const block = {
    type: 'data_visualization',
    chart: {
      type: 'bar',
      series: [
        {
          name: 'Answered',
          data: [
            { label: 'Tue', value: 2 },
            { label: 'Mon', value: 1 },
          ],
        },
      ],
      axis_config: { categories: ['Mon', 'Tue'] },
    },
  };
  const chart = readChart(block);
  expect(chart && chartWords('Week', chart)).toBe('Week: bar chart. Answered: Mon 1, Tue 2');
  expect(readChart({ type: 'data_visualization', chart: { type: 'radar' } })).toBeNull();
});

test('a command is completed, then the words it takes, those only as an offer', () => {
  const commands = [{ command: '/community', description: 'Community', usageHint: 'help | log | watch list' }];
  const state = { people: [], channels: [], userGroups: [], commands } as unknown as PageState;
  const offer = (typed: string) => suggest(typed, typed.length, state);
  expect(offer('/com')).toMatchObject({ from: 0, items: [{ insert: '/community ' }] });
  expect(offer('/community ')).toMatchObject({
    soft: true,
    items: [{ insert: 'help' }, { insert: 'log' }, { insert: 'watch list' }],
  });
  expect(offer('/community wa')).toMatchObject({ from: 11, soft: false, items: [{ insert: 'watch list' }] });
  expect(offer('/community log')).toBeNull();
  expect(offer('say /com')).toBeNull();
});

test('people, groups and channels are found by the start of any word of their name', () => {
  const person = (id: string, name: string) => ({ id, name, title: '', color: '', isBot: false, isAdmin: false });
  const channel = (name: string, isArchived = false) => ({ id: name, name, topic: '', isDm: false, isArchived });
  const state = {
    people: [person('U1', 'Ana Lima'), person('U2', 'Lia Banana')],
    channels: [channel('help-wanted'), channel('wants'), channel('wanted-once', true)],
    userGroups: [{ id: 'S1', handle: 'leads', name: 'Team leads', users: [] }],
    commands: [],
  } as unknown as PageState;
  const offered = (typed: string) => suggest(typed, typed.length, state)?.items.map(({ insert }) => insert);
  expect(offered('ask @ana')).toEqual(['@Ana Lima ']);
  expect(offered('ask @li')).toEqual(['@Ana Lima ', '@Lia Banana ']);
  expect(offered('ask @lea')).toEqual(['@leads ']);
  expect(offered('see #want')).toEqual(['#help-wanted ', '#wants ']);
  expect(offered('mail ana@li')).toBeUndefined();
});

test('a file is named by its type and size', () => {
  expect([fileType('log.TXT'), fileType('archive.tar.gz'), fileType('README')]).toEqual(['txt', 'gz', '']);
  expect([1, 999, 4_200, 1_230_000].map(sizeWords)).toEqual(['1 byte', '999 bytes', '4 KB', '1.2 MB']);
});

import { expect, test } from '@jest/globals';
import { decodeText } from '../../src/networks/rss/decode-text.ts';

const utf8 = (text: string) => Buffer.from(text, 'utf8');
const utf16le = (text: string) => Buffer.from(text, 'utf16le');
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
const bytes = (text: string, ...tail: number[]) => Buffer.concat([Buffer.from(text, 'latin1'), Buffer.from(tail)]);
const xml = (charset: string) => `<?xml version="1.0" encoding="${charset}"?>`;

/** "日本" in Shift_JIS, "中文" in GB2312, "é" in windows-1252. */
const japanese = [0x93, 0xfa, 0x96, 0x7b];
const chinese = [0xd6, 0xd0, 0xce, 0xc4];

test.each([
  ['UTF-8', utf8('<a>é日😀'), undefined, '<a>é日😀'],
  ['UTF-8 with its mark', utf8('\ufeff<a>é'), undefined, '<a>é'],
  ['a mark that contradicts the header', utf8('\ufeff<a>é'), 'text/xml; charset=iso-8859-1', '<a>é'],
  ['UTF-16 LE with its mark', utf16le('\ufeff<a>é日'), undefined, '<a>é日'],
  ['UTF-16 BE with its mark', utf16be('\ufeff<a>é日'), undefined, '<a>é日'],
  ['UTF-16 LE without its mark', utf16le('<?xml'), undefined, '<?xml'],
  ['UTF-16 BE without its mark', utf16be('<?xml'), undefined, '<?xml'],
  ['the charset of the header', bytes('<a>', ...japanese), 'text/xml; charset=Shift_JIS', '<a>日本'],
  ['a quoted charset', bytes('<a>', ...japanese), "application/xml;charset='shift-jis'", '<a>日本'],
  ['windows-1252 under the name of Latin-1', bytes(xml('iso-8859-1'), 0x93, 0x80), undefined, `${xml('iso-8859-1')}“€`],
  ['the header before the declaration', bytes(xml('utf-8'), 0xe9), 'text/xml; charset=iso-8859-1', `${xml('utf-8')}é`],
  ['the declaration', bytes(xml('GB2312'), ...chinese), 'text/xml', `${xml('GB2312')}中文`],
  [
    'a declaration in single quotes',
    bytes("<?xml version='1.0' encoding='windows-1251'?>", 0xcf),
    undefined,
    "<?xml version='1.0' encoding='windows-1251'?>П",
  ],
  ['a declared UTF-16 that is none', utf8(`${xml('utf-16')}é`), undefined, `${xml('utf-16')}é`],
  ['an unknown charset', utf8(`${xml('klingon')}é`), 'text/xml; charset=x-none', `${xml('klingon')}é`],
  ['a declared UTF-8 that is none', bytes(xml('utf-8'), 0xe9), undefined, `${xml('utf-8')}é`],
  ['nothing said, and no UTF-8', bytes('<a>', 0x93, 0x63, 0x61, 0x66, 0xe9, 0x94), undefined, '<a>“café”'],
  ['nothing', Buffer.alloc(0), undefined, ''],
  ['a mark alone', utf8('\ufeff'), undefined, ''],
])('decodes %s', (_what, content, contentType, expected) => {
  expect(decodeText(content, contentType)).toBe(expected);
});

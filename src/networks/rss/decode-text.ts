import { isUtf8 } from 'node:buffer';

/**
 * The text of a feed from its bytes: a byte order mark decides, then the charset of the content type, then the XML
 * declaration, then UTF-8, and what is none of these is windows-1252. A charset that does not fit the bytes is passed
 * over. Pure.
 */
export function decodeText(bytes: Uint8Array, contentType = ''): string {
  const charsets = [
    markedCharset(bytes),
    nullBytesCharset(bytes),
    /charset\s*=\s*["']?([^\s"';,]+)/i.exec(contentType)?.[1],
    declaredCharset(bytes),
    'utf-8',
  ];
  for (const charset of charsets) {
    const text = charset === undefined ? undefined : decodeStrictly(bytes, charset);
    if (text !== undefined) return text.trimStart();
  }
  return windows1252(bytes).trimStart();
}

function markedCharset([first, second, third]: Uint8Array): string | undefined {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return undefined;
}

/** UTF-16 without its mark: the "<" or "{" of the beginning has a zero beside it. */
function nullBytesCharset([first, second, third, fourth]: Uint8Array): string | undefined {
  if (first === 0 && second !== 0 && third === 0) return 'utf-16be';
  if (second === 0 && first !== 0 && fourth === 0) return 'utf-16le';
  return undefined;
}

function declaredCharset(bytes: Uint8Array): string | undefined {
  const head = windows1252(bytes.subarray(0, 1000));
  return /^\s*<\?xml\b[^>]*?\bencoding\s*=\s*["']([\w.:-]+)["']/.exec(head)?.[1];
}

/** Undefined for an unknown charset, for bytes that it does not allow, and for a UTF-16 that the bytes deny. */
function decodeStrictly(bytes: Uint8Array, charset: string): string | undefined {
  if (/^(utf-?16|ucs-?2|iso-10646-ucs-2)/i.test(charset) && isUtf8(bytes) && !bytes.subarray(0, 4).includes(0))
    return undefined;
  try {
    const decoder = new TextDecoder(charset, { fatal: true });
    return decoder.encoding === 'windows-1252' ? windows1252(bytes) : decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** What windows-1252 has where ISO-8859-1 has control characters. */
const upperControls = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand: Node 20 takes windows-1252 for ISO-8859-1, and the quotes of half the old web for control characters. */
function windows1252(bytes: Uint8Array): string {
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  return latin1.replace(/[\x80-\x9f]/g, (char) => upperControls[char.charCodeAt(0) - 0x80] ?? char);
}

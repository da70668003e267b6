/** What XML and HTML cannot hold at all, not even escaped: controls but tab and line feed, half a pair, non-characters. */
const NO_CHARACTER = /[^\t\n\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Makes text inert between tags and within a quoted attribute, of HTML and of XML. */
export function escapeXml(text: string): string {
  return text.replace(NO_CHARACTER, '\ufffd').replace(/[&<>"']/g, (one) => ENTITIES[one] ?? '');
}

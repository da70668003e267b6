const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

/** Makes a text safe inside HTML and XML, attributes included. */
export function escapeMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);
}

/** Plain text as HTML: an empty line begins a new paragraph. */
export function paragraphs(text: string): string {
  return text
    .split('\n\n')
    .map((part) => `<p>${escapeMarkup(part)}</p>`)
    .join('\n');
}

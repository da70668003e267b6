/** What a template leaves to be filled in. */
const THINGS = words(`name names nickname username user handle author customer client company product brand team link
  url website site address date day time number amount price version city country title topic subject issue problem
  id email mail phone signature feature answer text something here first last full surname`);

/** What may stand before it. */
const QUALIFIERS = words('insert add enter put your our their his her the a an customer author user first last full');

function words(list: string): Set<string> {
  return new Set(list.split(/\s+/));
}

/** Something short in brackets; "[text](link)" is a link, and "/users/{id}" a path. */
const BRACKETED = /(?<![\p{L}\p{N}/=_$.])(?:\[([^[\]\n]{1,40})\](?!\()|\{\{?([^{}\n]{1,40})\}\}?)/gu;

/** Notes to oneself; a "TODO list" is a thing people talk about. */
const NOTES = /(?<![\p{L}\p{N}_])(?:TODO(?! +(?:list|item|app)s?\b)|FIXME|TBD|X{3,})(?![\p{L}\p{N}_])/gu;

/** Code is quoted as it is. */
const CODE = /```[\s\S]*?```|`[^`\n]*`/g;

/** What in a reply still waits to be filled in: "[name]", "{first_name}", "TODO". Pure. */
export function placeholders(text: string): string[] {
  const said = text.replace(CODE, ' ');
  const bracketed = [...said.matchAll(BRACKETED)].filter(([, square, curly]) =>
    asksForSomething(square ?? curly ?? ''),
  );
  return [...bracketed, ...said.matchAll(NOTES)].toSorted((a, b) => a.index - b.index).map(([found]) => found);
}

function asksForSomething(inside: string): boolean {
  const parts = inside
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((part) => part !== '');
  const last = parts.at(-1) ?? '';
  return parts.length > 0 && THINGS.has(last) && parts.every((part) => THINGS.has(part) || QUALIFIERS.has(part));
}

const HIDDEN = 'hidden';

/** Names whose values open a door: whoever has them can act. */
const secretNames = /^(token|trigger_id|response_url|response_urls|upload_url|authorization|client_secret)$/;

/** Tokens, and addresses with a ticket in them. */
const secretText = /xox[a-z]-[\w-]+|xapp-[\w-]+|wss?:\/\/\S*ticket=\S*|https?:\/\/\S*\/(?:response|upload)\/\S+/g;

/** A copy without anything one could act with; JSON inside of strings is read, so that it is searched and shown too. */
export function hideSecrets(value: unknown): unknown {
  if (typeof value === 'string') return hideInText(value);
  if (Array.isArray(value)) return value.map(hideSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, isSecret(name, inner) ? HIDDEN : hideSecrets(inner)]),
  );
}

function isSecret(name: string, value: unknown): boolean {
  return secretNames.test(name) && value !== undefined && value !== null && value !== '';
}

function hideInText(text: string): unknown {
  return /^\s*[[{]/.test(text) ? hideInJson(text) : text.replace(secretText, HIDDEN);
}

function hideInJson(text: string): unknown {
  try {
    return hideSecrets(JSON.parse(text));
  } catch {
    return text.replace(secretText, HIDDEN);
  }
}

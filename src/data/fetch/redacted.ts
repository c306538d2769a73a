/** The text without the keys in it, however an address or a header has written them. */
export function redacted(text: string, keys: readonly string[]): string {
  let clean = text;
  for (const key of keys) for (const form of formsOf(key)) clean = clean.replaceAll(form, "[key]");
  return clean;
}

/** Signs that steer a terminal or turn the reading order. */
const STEERING = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]+/gu;
const MOST_SAID = 400;

/** What another said, fit for a terminal: without keys and signs that steer it, and no longer than a few lines. */
export function plain(text: string, keys: readonly string[]): string {
  const clean = redacted(text, keys).replace(STEERING, " ");
  return clean.length <= MOST_SAID ? clean : `${clean.slice(0, MOST_SAID)}…`;
}

/** Longest forms first: one may hold another. */
function formsOf(key: string): string[] {
  if (key === "") return [];
  const escaped = encodeURIComponent(key);
  const forms = [
    key,
    escaped,
    escaped.toLowerCase(),
    escaped.replaceAll("%20", "+"),
    new URLSearchParams({ k: key }).toString().slice(2),
    Buffer.from(key).toString("base64"),
    JSON.stringify(key).slice(1, -1),
  ];
  return [...new Set(forms)].sort((one, other) => other.length - one.length);
}

/**
 * Text inside a line as Markdown that shows just this text. A closing bracket means nothing when no bracket opens; with a
 * backslash at both, `[12]` would be a formula of LaTeX.
 */
export const asInline = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[<>$~^|{}&]/g, '\\$&')
    .replace(/={2,}/g, (run) => run.replaceAll('=', '\\='))
    .replace(/:(?=[a-z0-9_+-]+:)/gi, '\\:');

/** Text inside the brackets of a link, which a bracket of its own would end. */
export const asLinkText = (text: string): string => asInline(text).replaceAll(']', '&#93;');

/** Text as Markdown that shows just this text. */
export function asMarkdown(text: string): string {
  return asInline(text)
    .replace(/^(\s*)([-+#:])/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/**
 * A text as YAML: JSON with the characters escaped that YAML does not take as they are. A variable of an outline begins
 * with `${`, which a text may hold.
 */
export const asYaml = (text: string): string =>
  JSON.stringify(
    text
      .toWellFormed()
      .replace(/\$\{/g, '\\${')
      .replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '\ufffd'),
  ).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** A key as YAML: letters and figures as they are, all else between quotes. */
const asKey = (key: string): string =>
  Array.from(key).every((sign) => (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z')) &&
  !yamlWords.has(key.toLowerCase())
    ? key
    : asYaml(key);

/** Words that YAML takes for something else. */
const yamlWords: ReadonlySet<string> = new Set(['', 'true', 'false', 'null']);

/** A value as YAML in one line. */
export function flow(value: unknown): string {
  if (typeof value === 'string') return asYaml(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${asKey(key)}: ${flow(item)}`)
      .join(', ')} }`;
  return String(value);
}

/** A line that begins with a sign of Markdown (list, heading, rule, box, definition) keeps it as a sign. */
export const startOfLine = (line: string): string =>
  line
    .replace(/^(?:[-+](?=\s|$)|-(?=-)|#(?=#*(?:\s|$))|:(?=\s|$|::))/, '\\$&')
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');

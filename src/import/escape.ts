/** Text inside a line as Markdown that shows just this text. */
export const asInline = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>$~^|{}&]/g, '\\$&')
    .replace(/==/g, '\\==')
    .replace(/:(?=[a-z0-9_+-]+:)/gi, '\\:');

/** Text as Markdown that shows just this text. */
export function asMarkdown(text: string): string {
  return asInline(text)
    .replace(/^(\s*)([-+#]|:{3}|={2,})/, '$1\\$2')
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

/** A value as YAML in one line. */
export function flow(value: unknown): string {
  if (typeof value === 'string') return asYaml(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${flow(item)}`)
      .join(', ')} }`;
  return String(value);
}

/** A line that begins with a sign of Markdown keeps it as a sign. */
export const startOfLine = (line: string): string =>
  line.replace(/^([-+#]|:{3}|={2,})(?=\s|$|:|=)/, '\\$1').replace(/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2');

/** Text as Markdown that shows just this text. */
export function asMarkdown(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>$~^|{}&]/g, '\\$&')
    .replace(/==/g, '\\==')
    .replace(/:(?=[a-z0-9_+-]+:)/gi, '\\:')
    .replace(/^(\s*)([-+#]|:{3}|={2,})/, '$1\\$2')
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/, '$1\\$2');
}

/** A text as YAML: JSON with the characters escaped that YAML does not take as they are. */
export const asYaml = (text: string): string =>
  JSON.stringify(text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\ufffe\uffff]/g, '\ufffd')).replace(
    /[\u007f-\u009f\u2028\u2029\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

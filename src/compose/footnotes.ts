/** The mark of a note in a text. */
const mark = (number: number): string => `<sup class="note-mark">${number}</sup>`;
const foot = '<div class="foot">';

/** Puts the notes to which a page refers above its foot, or at its end where its layout has none. */
export function withFootnotes(markdown: string, notes: readonly string[]): string {
  const shown = notes.flatMap((note, i) => (markdown.includes(mark(i + 1)) ? [`${mark(i + 1)} ${note}`] : []));
  if (shown.length === 0) return markdown;
  const block = `<div class="footnotes">\n\n${shown.join('\n\n')}\n\n</div>\n`;
  const at = markdown.lastIndexOf(foot);
  return at === -1 ? `${markdown}\n\n${block}` : `${markdown.slice(0, at)}${block}${markdown.slice(at)}`;
}

import { cleanText } from '../../compose/index.ts';

/**
 * Notes as a comment of the Markdown: Marp shows a comment that holds no directives as presenter notes. The first line
 * makes sure that the comment as a whole can never be read as a YAML mapping, and no text can end the comment.
 */
export function notesComment(notes: string, word: string): string {
  const text = cleanText(notes)
    .replace(/(-{2,})(!?>)?/g, (run, dashes: string, end?: string) =>
      end === undefined ? run : Array.from(dashes).join('\u200b') + end,
    )
    .trim();
  return text === '' ? '' : `<!--\n${word}\n\n${text}\n-->`;
}

import type { Sentence } from './items.ts';

/** A slide of the new lesson. */
export interface DraftSlide {
  readonly layout: string;
  readonly title?: string;
  /** Fields as YAML values. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** What the slide is made of: its links and its notes. */
  readonly sentences: readonly Sentence[];
  /** Whether the title says something, and does not only name it. */
  readonly states?: true;
}

/** Sentences of running text as paragraphs of Markdown; very long ones go on in the notes. */
export const paragraphs = (sentences: readonly Sentence[]): string =>
  sentences.map((sentence) => shown(sentence)).join('\n\n');

const longestShown = 900;

/** A sentence as a slide shows it: a text without stops is no sentence, and its rest stays in the notes. */
export function shown({ text, markdown }: Sentence): string {
  if (text.length <= longestShown) return markdown;
  const cut = text.slice(0, longestShown / 3);
  const space = cut.lastIndexOf(' ');
  return `${(space > 0 ? cut.slice(0, space) : cut).toWellFormed().replace(/[\\`*_[\]<>$~^|{}&]/g, '\\$&')} …`;
}

/** The slides of a section, and what the text itself gives as notes. */
export interface DraftSection {
  readonly slides: readonly DraftSlide[];
  readonly notes: readonly Sentence[];
}

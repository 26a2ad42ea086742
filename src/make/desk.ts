import type { Diagnostic } from '../base/index.ts';
import { cleanText, ownHtml, writeDocument } from '../compose/index.ts';
import { tokensOf, type Desk, type OwnHtml } from '../documents/index.ts';
import type { Composition, Files, Lesson } from '../model/index.ts';
import { textsOf as textsOfQuestion } from '../questions/index.ts';
import { codePointsOf, inlineEmoji, inlineFonts, notesWriter } from '../render/index.ts';

export interface DeskInput {
  readonly lesson: Lesson;
  readonly composition: Composition;
  readonly files: Files;
  /** Template folders, nearest first. */
  readonly folders: readonly string[];
}

/** Lays out what documents of one lesson are written with. */
export async function openDesk({ lesson, composition, files, folders }: DeskInput): Promise<Desk> {
  const { words, css, fonts } = composition;
  const writeNotes = await notesWriter(textsOf(lesson), (key) => words[key]);
  const diagnostics: Diagnostic[] = [];
  const told = new Set<string>();
  const tell = (found: readonly Diagnostic[]): void => {
    for (const finding of found) {
      const key = JSON.stringify([finding.code, finding.at, finding.message]);
      if (!told.has(key)) diagnostics.push(finding);
      told.add(key);
    }
  };
  const write = (markdown: string): string => uprightNames(writeNotes(cleanText(markdown)));
  const block = (markdown: string): OwnHtml => ownHtml(write(markdown));
  return {
    block,
    inline: (markdown) => ownHtml(withoutParagraph(write(markdown.replace(/\s+/g, ' ').trim()))),
    word: (key, values = {}) =>
      (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole)),
    write: (name, context) => {
      const written = writeDocument({ files, folders, name, context, words, lang: lesson.lang });
      tell(written.diagnostics);
      // Titles, notes and terms come from the outline, where small signs are still characters.
      return { ...written, html: inlineEmoji(written.html) };
    },
    fonts: (html, beside) => {
      const inlined = inlineFonts(fonts, files, css, codePointsOf(html));
      return inlined.css
        .split('\n')
        .filter((rule) => rule !== '' && !beside.includes(rule))
        .join('\n');
    },
    tokens: tokensOf(css, new Set(['print'])),
    darkTokens: tokensOf(css, new Set(['dark'])),
    diagnostics,
  };
}

/** All texts of a lesson that documents show beside its slides; formulas in them need their setter. */
const textsOf = (lesson: Lesson): readonly string[] => [
  ...lesson.sections.flatMap(({ title, slides }) => [title, ...slides.map(({ notes }) => notes ?? '')]),
  ...lesson.objectives.map(({ text }) => text),
  ...lesson.glossary.flatMap(({ term, definition }) => [term, definition]),
  ...lesson.quiz.flatMap(textsOfQuestion),
  ...lesson.misconceptions.flatMap(({ wrong, right }) => [wrong, right]),
  ...lesson.discussion.flatMap(({ prompt, hint = '' }) => [prompt, hint]),
  ...lesson.priorKnowledge,
  ...lesson.references.map(({ title }) => title),
  ...[lesson.title, lesson.subtitle ?? ''],
];

/** Names of several letters in formulas, such as functions, stand upright; the style sheet of papers slants letters alone. */
const uprightNames = (html: string): string => html.replace(/<mi>(?=[a-z]{2,}<)/gi, '<mi mathvariant="normal">');

/** One paragraph gives way to its words; several stay. */
function withoutParagraph(html: string): string {
  const inner = /^<p>([^]*)<\/p>$/.exec(html.trim())?.[1];
  return inner === undefined || inner.includes('<p>') ? html : inner;
}

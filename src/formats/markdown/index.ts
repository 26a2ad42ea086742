import { escapeAttribute, plainText, plainTitle } from '../../compose/index.ts';
import { linkSlides, numberAddresses } from '../../render/index.ts';
import { shapeOf, type Asset, type Audience, type Composition, type Deck, type Lesson } from '../../model/index.ts';
import { formulaWords, sayFormulasIn } from './formulas.ts';
import { notesComment } from './notes.ts';

/** A YAML string that no content can leave. */
const quoted = (text: string): string => JSON.stringify(text.replace(/[\u2028\u2029]/g, ' '));

/** Indents CSS as a YAML block scalar. A line of dashes, in a comment, would end the front matter. */
const block = (css: string): string =>
  css
    .split('\n')
    .map((line) => (line.trim() === '' ? '' : `  ${line.replace(/^\s*-{3,}\s*$/, '- - -')}`))
    .join('\n');

/** What Marp's default theme says more strongly than Lectern's: grounds and lines of tables. */
const marpResets = `section table { width: 100%; border: 0; }
section .data-table { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
section table tr, section table tr:nth-child(2n) { background: none; border: 0; }
section table :is(th, td) { padding: 10px var(--space-4) 10px 0; border: 0; border-bottom: 1px solid var(--line); }`;

/** What `deck.md` is written from. */
export interface MarkdownDeck {
  /** The slides as HTML, in which formulas have their words. */
  readonly deck: Deck;
  readonly composition: Composition;
  readonly lesson: Lesson;
  readonly audience: Audience;
  readonly assets: readonly Asset[];
}

/**
 * `deck.md`: the slides as Marp Markdown with the theme inside, for Marp for VS Code, Marp CLI and people. Fonts are left
 * to the machine; pictures are read from the folder `assets/` beside it.
 */
export function deckMarkdown({ composition, deck, lesson, audience, assets }: MarkdownDeck): string {
  const { size, footer, uses, css } = composition;
  const front = [
    '# Needs HTML. Marp CLI: marp --html --allow-local-files deck.md',
    '# Marp for VS Code: the setting "markdown.marp.html": "all"',
    'marp: true',
    'theme: default',
    `size: "${shapeOf(size)}"`,
    `title: ${quoted(plainTitle(lesson.title))}`,
    ...(lesson.authors.length > 0 ? [`author: ${quoted(lesson.authors.map(plainText).join(', '))}`] : []),
    `lang: ${quoted(lesson.lang)}`,
    'paginate: true',
    ...(uses.math ? ['math: katex'] : []),
    ...(footer === undefined ? [] : [`footer: ${quoted(footer)}`]),
    'style: |',
    block(marpResets),
    block(css.replace(/\r/g, '').replaceAll('\t', '  ')),
  ];
  const addresses = numberAddresses(composition.slides);
  const describe = described(assets);
  const said = formulaWords(deck.slides.map(({ html }) => html).join('\n'));
  const slides = composition.slides.map((slide) => {
    const notes = audience === 'teacher' ? notesComment(slide.notes, composition.words.notes ?? 'Notes') : '';
    const parts = [
      `<!-- _class: ${slide.classes} -->`,
      sayFormulasIn(describe(linkSlides(slide.markdown, addresses)), said),
      notes,
    ];
    return parts.filter((part) => part !== '').join('\n\n');
  });
  return `---\n${front.join('\n')}\n---\n\n${slides.join('\n\n---\n\n')}\n`;
}

/**
 * Gives each drawing the words that describe it, and its data as a table that is read aloud. Templates write the tag
 * before the drawing is made.
 */
function described(assets: readonly Asset[]): (markdown: string) => string {
  const drawings = new Map(assets.map(({ path, described }) => [path, described]));
  return (markdown) =>
    markdown.replace(/<img src="(assets\/[\w.-]+)" alt="[^"]*"([^>]*)>/g, (tag, path: string, rest: string) => {
      const found = drawings.get(path);
      return found ? `<img src="${path}" alt="${escapeAttribute(found.alt)}"${rest}>${found.table}` : tag;
    });
}

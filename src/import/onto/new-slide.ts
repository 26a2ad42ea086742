import { asYaml, flow } from '../escape.ts';
import { mergeText } from './merge.ts';
import { textOf, type SeenParagraph, type SeenShape, type SeenSlide } from './seen.ts';

const markdownOf = (paragraph: SeenParagraph): string => mergeText('', paragraph) ?? textOf(paragraph).trim();

const inOne = (paragraphs: readonly SeenParagraph[]): string => paragraphs.map(markdownOf).join(' ').trim();

/** The rows of the cells of a slide. */
function rowsOf(cells: readonly SeenShape[]): readonly (readonly string[])[] {
  const rows: string[][] = [];
  for (const { cell, paragraphs } of cells) {
    const row = (rows[cell?.[0] ?? 0] ??= []);
    row.push(inOne(paragraphs));
  }
  return rows.filter((row) => row.length > 0);
}

/** A slide that somebody added, as an item of an outline. `known` are texts that stand on every slide. */
export function newSlideYaml(
  slide: SeenSlide,
  known: ReadonlySet<string>,
): { readonly title: string; readonly yaml: string } {
  const titled = slide.shapes.find(({ kind }) => kind === 'title') ?? slide.shapes.find(({ kind }) => kind === 'text');
  const title = titled ? inOne(titled.paragraphs) : '';
  const texts = slide.shapes
    .filter((shape) => shape !== titled && (shape.kind === 'text' || shape.kind === 'label'))
    .flatMap(({ paragraphs }) => paragraphs.map(markdownOf))
    .filter((text) => text !== '' && !known.has(text));
  const rows = rowsOf(slide.shapes.filter(({ kind }) => kind === 'cell'));
  const [head = [], ...body] = rows;
  const lines =
    rows.length > 1
      ? [
          'layout: table',
          `title: ${asYaml(title)}`,
          `head: ${flow(head)}`,
          'rows:',
          ...body.map((row) => `  - ${flow(row)}`),
        ]
      : texts.length > 1
        ? ['layout: bullets', `title: ${asYaml(title)}`, 'bullets:', ...texts.map((text) => `  - ${asYaml(text)}`)]
        : texts.length === 1
          ? ['layout: statement', `title: ${asYaml(title)}`, `body: ${asYaml(texts[0] ?? '')}`]
          : ['layout: statement', `title: ${asYaml(title)}`];
  const spoken = slide.notes.map(markdownOf).join('\n\n');
  if (spoken !== '') lines.push(`notes: ${asYaml(spoken)}`);
  return { title, yaml: lines.join('\n') };
}

import { chartShapes, type SeenParagraph, type SeenRun, type SeenShape } from '../../../import/index.ts';
import type { Item, Paragraph, Run } from '../scene.ts';
import { chartTexts } from './chart/texts.ts';
import { titledItems, type TitledSlide } from './slide.ts';

const runOf = (run: Run): SeenRun => ({
  text: run.text,
  ...(run.bold && { bold: true }),
  ...(run.italic && { italic: true }),
  ...(run.strike && { strike: true }),
  ...(run.shift !== undefined && { shift: run.shift > 0 ? (1 as const) : (-1 as const) }),
  ...(run.href !== undefined && isOutside(run.href) && { href: run.href }),
});

const isOutside = (href: string): boolean => ['http:', 'https:', 'mailto:'].some((kind) => href.startsWith(kind));

const paragraphOf = ({ lines }: Paragraph): SeenParagraph => lines.map((line) => line.map(runOf));

const altOf = (alt: string): readonly SeenShape[] =>
  alt === '' ? [] : [{ kind: 'alt', name: '', paragraphs: [[[{ text: alt }]]] }];

const asLabel = (shape: SeenShape): SeenShape => (shape.kind === 'text' ? { ...shape, kind: 'label' } : shape);

function shapesOf(item: Item): readonly SeenShape[] {
  switch (item.kind) {
    case 'text':
      if (item.role === 'number') return [];
      return [
        {
          kind: item.role === 'title' ? 'title' : 'text',
          name: '',
          paragraphs: item.paragraphs.map(paragraphOf),
          levels: item.paragraphs.map(({ level }) => level),
        },
      ];
    case 'picture':
    case 'chart':
      return altOf(item.alt);
    case 'group':
      return [...altOf(item.alt), ...item.items.flatMap(shapesOf).map(asLabel)];
    case 'table':
      return item.rows.flatMap(({ cells }, row) =>
        cells.flatMap((cell, column): readonly SeenShape[] =>
          cell ? [{ kind: 'cell', name: '', cell: [row, column], paragraphs: cell.paragraphs.map(paragraphOf) }] : [],
        ),
      );
    default:
      return [];
  }
}

/** What a slide will say in the presentation, as a reader finds it there. */
export function seenOf(slide: TitledSlide): readonly SeenShape[] {
  const items = titledItems(slide);
  const charts = items.flatMap((item) => (item.kind === 'chart' ? [chartTexts(item.plot)] : []));
  return [...items.flatMap(shapesOf), ...charts.flatMap(chartShapes)];
}

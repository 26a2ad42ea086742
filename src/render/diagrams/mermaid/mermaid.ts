import { failure, success, type Diagnostic, type Outcome, type Span } from '../../../base/index.ts';
import { flowOfArrows } from '../../../text/index.ts';
import type { Drawing, MermaidAnswer, MermaidOrder, MermaidPicture } from '../../../model/index.ts';
import { writeChildren, type Cleaning } from '../../svg/clean.ts';
import { parseSvg, type SvgElement } from '../../svg/parse.ts';
import { element } from '../../svg/xml.ts';
import { diagramProblem } from '../codes.ts';
import { withoutEmptyColumns, type DataTable } from '../../data-table.ts';
import { frame, inset } from '../frame.ts';
import { paint, smallestText } from '../paint.ts';
import type { Diagram, DiagramOptions } from '../types.ts';
import { attemptsFor } from './attempts.ts';
import { paintsByColour } from './colours.ts';
import { longestText } from './config.ts';
import { readable } from './readable.ts';

/** Text never grows beyond this size (CSS pixels), that of a few words on a slide, however small the diagram is. */
const largestText = 40;
/** Below this nothing can be made out, not even from the first row: it is drawn all the same, and is an error. */
const leastText = 9;
const mostLines = 400;

export interface MermaidOptions extends DiagramOptions {
  /** Which page of how many it is drawn for; absent where it must stay on one. */
  readonly share?: Drawing['share'];
  /** The place of a line of the text, from one. */
  readonly lineAt?: (line: number) => Span | undefined;
}

/** What to ask Mermaid for, or why the text is not given to it. */
export function mermaidOrder(text: string, options: MermaidOptions): Outcome<MermaidOrder> {
  const lines = text.split('\n').length;
  if (text.trim() === '')
    return failure([diagramProblem('diagram/empty', 'the Mermaid text is empty', placed(options))]);
  if (text.length > longestText || lines > mostLines) {
    const size = `${text.length} characters in ${lines} lines`;
    const message = `the Mermaid text has ${size}, more than ${longestText} in ${mostLines}`;
    return failure([diagramProblem('diagram/too-much', message, placed(options))]);
  }
  const box = { width: options.width - 2 * inset, height: options.height - 2 * inset };
  return success({
    ...box,
    attempts: attemptsFor(readable((flowOfArrows(text) ?? text).replaceAll('\r\n', '\n')), box),
    steps: options.steps,
    ...(options.share && { least: smallestText }),
    colours: paintsByColour,
    otherwise: { text: paint('ink'), line: paint('line-strong'), fill: paint('accent-soft') },
  });
}

/** Puts Mermaid's drawing into a frame at the size of its box, cleaned like any SVG; its own words when it has none. */
export function finishMermaid(answer: MermaidAnswer, options: MermaidOptions): Outcome<Diagram> {
  if (!answer.ok) {
    const place = answer.line === undefined ? undefined : options.lineAt?.(answer.line);
    const at = place ? { at: place } : placed(options);
    return failure([
      diagramProblem(answer.stopped ? 'diagram/too-much' : 'diagram/mermaid-syntax', shortened(answer.message), at),
    ]);
  }
  const pages = answer.tiles?.length ?? 1;
  const part = answer.tiles && options.share && options.share.count > 1 ? partOf(answer, options.share) : undefined;
  const box = { width: options.width - 2 * inset, height: options.height - 2 * inset };
  const shown = part ?? answer;
  const size = answer.smallest * shown.scale;
  const scale = Math.min(shown.scale, largestText / answer.smallest);
  const parsed = parseSvg(new TextEncoder().encode(`<svg xmlns="http://www.w3.org/2000/svg">${shown.svg}</svg>`), {
    file: 'the Mermaid diagram',
  });
  if (!parsed.ok) return parsed;
  const content = writeChildren(parsed.value, cleaningFor(options.id));
  // What goes on has its table on the first page, and there its whole description.
  const isLater = part !== undefined && (options.share?.number ?? 1) > 1;
  const table = isLater ? undefined : tableOf(answer, options);
  const alt = isLater ? wordsIn(parsed.value) : altOf(options, answer, table, parsed.value);
  // As high as what is drawn, so that a caption stands right below it.
  const height = Math.min(options.height, Math.ceil(shown.height * scale) + 2 * inset);
  const place = { width: box.width, height: height - 2 * inset };
  const drawn = element('g', { transform: transformOf(shown, scale, place) }, content);
  const svg = frame(part ? clipped(drawn, shown, scale, place) : drawn, alt || options.title, { ...options, height });
  const diagnostics = size < smallestText - 0.3 ? [small(size, options)] : [];
  return success(
    { svg, alt, ...(table ? { table } : {}), steps: answer.steps, ...(pages > 1 && options.share && { pages }) },
    diagnostics,
  );
}

type Shown = Pick<MermaidPicture, 'svg' | 'x' | 'y' | 'width' | 'height' | 'scale'>;

/** The part of a drawing for one page, all parts at the same scale. */
function partOf(
  { tiles = [], smallest, tileScale }: MermaidPicture,
  { number }: { readonly number: number },
): Shown | undefined {
  const tile = tiles[Math.min(number, tiles.length) - 1];
  return tile && { ...tile, scale: tileScale ?? (smallestText * 1.01) / smallest };
}

/** Lines end at the edge of a part. */
function clipped(
  drawn: string,
  { width, height }: Shown,
  scale: number,
  box: { width: number; height: number },
): string {
  const [w, h] = [width * scale, height * scale];
  const [x, y] = [(box.width - w) / 2, (box.height - h) / 2];
  const numbers = [x, y, w, h].map((number) => number.toFixed(2));
  const [left = '', top = '', wide = '', high = ''] = numbers;
  return element(
    'svg',
    { x: left, y: top, width: wide, height: high, viewBox: numbers.join(' '), overflow: 'hidden' },
    drawn,
  );
}

const wordsIn = (drawn: SvgElement): string => [...new Set(labelsIn(drawn))].join('; ');

/** The author's words, or else what the diagram says, or the words that stand in it. */
const altOf = (
  { alt, title }: DiagramOptions,
  { told }: MermaidPicture,
  table: DataTable | undefined,
  drawn: SvgElement,
): string =>
  [alt, table && inWords(table, told?.kind === 'links'), wordsIn(drawn)].find(
    (words) => words !== undefined && words !== '',
  ) ?? title;

/** What the diagram says as a table; the rows are those of Mermaid's own parser. */
function tableOf({ told }: MermaidPicture, { words }: DiagramOptions): DataTable | undefined {
  if (told === undefined) return undefined;
  const { from, link, to, part, detail } = words;
  return withoutEmptyColumns({ head: told.kind === 'links' ? [from, link, to] : [part, detail], rows: told.rows });
}

/** Links as “from – label → to”, values as “part: value”. */
const inWords = ({ head, rows }: DataTable, isLinks: boolean): string =>
  rows
    .map((row) => {
      const [first = '', second = '', third = ''] = row;
      if (head.length === 3) return third === '' ? first : `${first} ${second === '' ? '→' : `– ${second} →`} ${third}`;
      if (second === '') return first;
      return isLinks ? `${first} → ${second}` : `${first}: ${second}`;
    })
    .join('; ');

/** Each label as one text, its lines joined. */
function labelsIn(node: SvgElement): readonly string[] {
  if (node.local === 'text') return [linesOf(node).join(' ').replace(/\s+/g, ' ').trim()].filter((text) => text !== '');
  return node.children.flatMap((child) => (typeof child === 'string' ? [] : labelsIn(child)));
}

const linesOf = (node: SvgElement): readonly string[] =>
  node.children.flatMap((child) => (typeof child === 'string' ? [child] : linesOf(child)));

function placed({ at }: DiagramOptions): { readonly at?: Span } {
  const place = at?.('/diagram');
  return place ? { at: place } : {};
}

function small(size: number, options: DiagramOptions): Diagnostic {
  const message = `text of the Mermaid diagram is ${Math.floor(size)} px high in its box of ${options.width} x ${options.height} px, less than ${smallestText}`;
  const help = [
    'use fewer parts or shorter labels, or divide the diagram over two slides',
    'a diagram that is wider than high makes more of the slide',
  ];
  return diagramProblem(size < leastText ? 'diagram/too-much' : 'diagram/small-text', message, {
    help,
    ...placed(options),
  });
}

/** Ids numbered in the order in which they are met. */
function cleaningFor(id: string): Cleaning {
  const ids = new Map<string, string>();
  const rename = (name: string): string => {
    const known = ids.get(name) ?? `${id}-${ids.size + 1}`;
    ids.set(name, known);
    return known;
  };
  return { rename, scope: undefined, dropped: new Set() };
}

function transformOf(picture: Shown, scale: number, box: { width: number; height: number }): string {
  const x = (box.width - picture.width * scale) / 2 - picture.x * scale;
  const y = (box.height - picture.height * scale) / 2 - picture.y * scale;
  return `translate(${x.toFixed(2)} ${y.toFixed(2)}) scale(${scale.toFixed(4)})`;
}

/** A parser lists all that it would have understood; the first lines say where it stopped. */
function shortened(message: string): string {
  const lines = message.split('\n').map((line) => line.trimEnd());
  const told = lines.filter((line) => line !== '' && !/^(?:Expecting|\s*\d+\.\s)/.test(line)).slice(0, 3);
  return told.join(' ').slice(0, 400);
}

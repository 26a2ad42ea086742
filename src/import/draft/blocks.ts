import type { Item, Point, Sentence } from './items.ts';
import { chain } from './rules.ts';
import { attribution, comparing, sideBySide } from './phrases.ts';
import { paragraphs, shown, type DraftSlide } from './slide.ts';
import { leadTitle, longestTitle, titled } from './titles.ts';

type Of<K extends Item['kind']> = Extract<Item, { kind: K }>;

/** What stands before an item and belongs to it. */
export interface Before {
  /** The sentence that ends in a colon. */
  readonly lead?: Sentence;
  /** “Table 3”, the name of a file. */
  readonly caption?: Sentence;
  readonly topic: string;
}

const mostItems = 6;
const mostWords = 56;

const pointText = ({ sentences }: Point): string => sentences.map((sentence) => shown(sentence)).join(' ');
const pointWords = ({ sentences }: Point): number => sentences.reduce((sum, { words }) => sum + words, 0);
/** The sentences that lead to a block, or stand over it as its caption. */
export const before = ({ lead, caption }: Before): readonly Sentence[] =>
  [lead, caption].filter((item) => item !== undefined);

/** Items of a list in portions that a slide holds; a portion begins with an item of the first level. */
function portions(points: readonly Point[]): readonly Point[][] {
  const made: Point[][] = [];
  let words = 0;
  for (const point of points) {
    const last = made.at(-1);
    const isFull = last === undefined || last.length >= mostItems || words + pointWords(point) > mostWords;
    const canBegin = point.depth <= (points[0]?.depth ?? 1) || (last?.length ?? 0) >= mostItems * 2;
    if (last === undefined || (isFull && canBegin)) {
      made.push([point]);
      words = pointWords(point);
    } else {
      last.push(point);
      words += pointWords(point);
    }
  }
  return made;
}

const nested = (text: string, below: readonly string[]): unknown =>
  Object.fromEntries([
    ['text', text],
    ['sub', below],
  ]);

/** Items with those below them as sub-items. */
export function bullets(points: readonly Point[]): readonly unknown[] {
  const top = points[0]?.depth ?? 1;
  const items: { readonly text: string; readonly below: string[] }[] = [];
  for (const point of points) {
    const last = items.at(-1);
    if (point.depth <= top || last === undefined) items.push({ text: pointText(point), below: [] });
    else last.below.push(pointText(point));
  }
  return items.map(({ text, below }) => (below.length === 0 ? text : nested(text, below)));
}

/** “Name: what it is” in an item. */
const named = /^(?:\*\*)?([^*:.!?`]{2,40}?)(?:\*\*)?\s?:(?:\*\*)? (?=\S)/u;

/** Two or three named items that a heading or a sentence sets against each other. */
function comparisonOf(points: readonly Point[], title: string, sentences: readonly Sentence[]): DraftSlide | undefined {
  if (points.length < 2 || points.length > 3 || points.some(({ depth }) => depth !== points[0]?.depth))
    return undefined;
  const sides = points.map((point) => {
    const text = pointText(point);
    const match = named.exec(text);
    return match === null ? undefined : { title: match[1] ?? '', points: [text.slice(match[0].length)] };
  });
  if (sides.some((side) => side === undefined) || !comparing.test(title)) return undefined;
  return { layout: 'comparison', title, fields: { sides }, sentences };
}

/** Slides for a list. */
export function listSlides({ points, ordered }: Of<'list'>, around: Before): readonly DraftSlide[] {
  const title = leadTitle(around.lead, around.topic);
  const all = points.flatMap((point) => point.sentences);
  const compared = comparisonOf(points, title, [...before(around), ...all]);
  if (compared !== undefined) return [compared];
  const isChain =
    ordered &&
    !sideBySide.test(title) &&
    points.length >= 3 &&
    points.length <= 5 &&
    points.every((point) => pointText(point).length <= 40);
  if (isChain && points.every(({ depth }) => depth === points[0]?.depth))
    return [
      chain(
        points.map(({ sentences }) => sentences.map(({ text }) => text).join(' ')),
        title,
        [...before(around), ...all],
      ),
    ];
  const { lead } = around;
  const isLong = lead !== undefined && lead.text.length > longestTitle + 1;
  let number = 1;
  return portions(points).map((portion, i): DraftSlide => {
    const sentences = [...(i === 0 ? before(around) : []), ...portion.flatMap((point) => point.sentences)];
    if (isLong && i === 0) {
      number += portion.filter(({ depth }) => depth === points[0]?.depth).length;
      return {
        layout: 'statement',
        title,
        fields: { body: `${shown(lead)}\n\n${listText(portion, ordered)}` },
        sentences,
      };
    }
    if (!ordered) return { layout: 'bullets', title, fields: { bullets: bullets(portion) }, sentences };
    const body = listText(portion, true, number);
    number += portion.filter(({ depth }) => depth === points[0]?.depth).length;
    return { layout: 'statement', title, fields: { body }, sentences };
  });
}

/** A list as Markdown. */
export function listText(points: readonly Point[], ordered: boolean, from = 1): string {
  const top = points[0]?.depth ?? 1;
  let number = from;
  return points
    .map((point) => {
      const mark = ordered && point.depth <= top ? `${number++}.` : '-';
      return `${'    '.repeat(Math.max(0, point.depth - top))}${mark} ${pointText(point)}`;
    })
    .join('\n');
}

/** A table with an empty corner and two or three columns of short cells sets these against each other. */
function comparedColumns(
  { head, rows }: Of<'table'>,
  title: string,
  sentences: readonly Sentence[],
): DraftSlide | undefined {
  const [corner = '', ...sides] = head;
  const isSmall = rows.length >= 2 && rows.length <= 5 && rows.every((row) => row.length === head.length);
  const isShort = rows.every((row) => row.every((cell) => cell !== '' && cell.length <= 44));
  if (corner !== '' || sides.length < 2 || sides.length > 3 || !isSmall || !isShort) return undefined;
  const made = sides.map((side, i) => ({
    title: side,
    points: rows.map((row) => `${row[0] ?? ''}: ${row[i + 1] ?? ''}`),
  }));
  return { layout: 'comparison', title, fields: { sides: made }, sentences };
}

/** Whether a row has the names of columns: words alone, or words over columns of nothing but numbers. */
function namesColumns(top: readonly string[], below: readonly (readonly string[])[]): boolean {
  if (top.some((cell) => cell === '')) return false;
  if (top.every((cell) => !/\d/.test(cell))) return true;
  const isNumber = (cell = ''): boolean => /\d/.test(cell) && !/\p{L}{2}/u.test(cell);
  return top.every((cell, i) => /\p{L}/u.test(cell) && (i === 0 || below.every((row) => isNumber(row[i]))));
}

/** More columns than this are read as a list of rows. */
const mostColumns = 8;
/** More rows than this are several tables, so that one slide of the outline can still be looked over. */
const mostRows = 60;

/** Slides for a table. */
export function tableSlides(item: Of<'table'>, around: Before): readonly DraftSlide[] {
  const title = leadTitle(around.lead ?? around.caption, around.topic);
  const compared = comparedColumns(item, title, [...before(around), ...item.sentences]);
  if (compared !== undefined) return [compared];
  const [top = [], ...below] = item.rows;
  // A table whose head is empty has its names in the first row.
  const isNamed = item.head.every((cell) => cell === '') && below.length > 0 && namesColumns(top, below);
  if (isNamed) {
    const [first, ...others] = item.sentences;
    const [slide, ...more] = tableSlides({ ...item, head: top, rows: below, sentences: others }, around);
    return slide === undefined || first === undefined
      ? []
      : [{ ...slide, sentences: [first, ...slide.sentences] }, ...more];
  }
  const width = Math.max(item.head.length, ...item.rows.map((row) => row.length));
  const fill = (row: readonly string[]): string[] => Array.from({ length: width }, (_, i) => (row[i] ?? '') || '–');
  const parts = Array.from(
    { length: Math.ceil(item.rows.length / mostRows) },
    (_, i) => [i * mostRows, (i + 1) * mostRows] as const,
  );
  return parts.map((part, i): DraftSlide => {
    const rows = item.rows.slice(...part);
    const sentences = [...(i === 0 ? before(around) : []), ...item.sentences.slice(...part)];
    if (width < 2 || width > mostColumns) {
      const list = rows.map((row) => row.filter((cell) => cell !== '').join(' · '));
      return { layout: 'bullets', title, fields: { bullets: list }, sentences };
    }
    const head = item.head.length === 0 ? Array.from({ length: width }, () => '–') : fill(item.head);
    return { layout: 'table', title, fields: { head, rows: rows.map(fill) }, sentences };
  });
}

/** A formula, with the sentence that leads to it. */
export const formulaSlide = ({ tex, sentence }: Of<'formula'>, around: Before): DraftSlide => ({
  layout: 'formula',
  title: leadTitle(around.lead, around.topic),
  fields: { formula: tex },
  sentences: [...before(around), sentence],
});

/** Code, with the sentence that leads to it, the name of its file, and the few sentences before it as explanation. */
export function codeSlide({ language, code }: Of<'code'>, around: Before, told: readonly Sentence[] = []): DraftSlide {
  const lead = around.lead === undefined ? [] : [around.lead];
  const { title, rest, states } = titled([...told, ...lead], around.topic, new Set());
  const caption = around.caption && { caption: around.caption.markdown };
  const isLead = told.length === 0 && lead.length > 0;
  return {
    layout: 'code',
    title: isLead ? leadTitle(around.lead, around.topic) : title,
    fields: { language, code, ...caption, ...(!isLead && rest.length > 0 && { explain: paragraphs(rest) }) },
    sentences: [...told, ...before(around)],
    ...(states && { states }),
  };
}

const quoted = /^["“„«‚‘']/u;

/** Somebody's words with who said them. */
export function quoteSlide(sentences: readonly Sentence[], around: Before): DraftSlide | undefined {
  const last = sentences.at(-1);
  const by = last !== undefined && sentences.length > 1 && attribution.test(last.text) ? last : undefined;
  const words = by === undefined ? sentences : sentences.slice(0, -1);
  const count = words.reduce((sum, sentence) => sum + sentence.words, 0);
  // A long quotation that names nobody and has no quotation marks is a call-out, and running text.
  const isSomebodys = by !== undefined || around.lead !== undefined || quoted.test(words[0]?.text ?? '');
  if (count > (isSomebodys ? 70 : 30)) return undefined;
  const quote = words
    .map(({ markdown }) => markdown)
    .join(' ')
    .replace(/^["“„«]\s*/u, '')
    .replace(/["”“»](?=\.?$)/u, '')
    .trim();
  return {
    layout: 'quote',
    fields: {
      quote,
      by: by?.markdown.replace(/^\\?[—–―-]+\s*/u, '') ?? around.lead?.markdown.replace(/:$/, '') ?? around.topic,
    },
    sentences: [...before(around), ...sentences],
  };
}

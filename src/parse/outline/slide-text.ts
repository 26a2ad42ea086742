import type { Json, JsonObject } from '../../base/index.ts';
import { judgedIn } from '../questions/index.ts';
import { isAsking } from './asked.ts';

/** A line that is a remark in HTML or a setting of Marp, which shows nothing. */
const isRemark = (line: string): boolean => line.startsWith('<!--') && line.endsWith('-->');

/** The address in `![bg right:40%](photo.jpg)`, a picture that Marp lays beside or behind a slide. */
function backgroundIn(line: string): string | undefined {
  if (!line.startsWith('![bg') || !line.endsWith(')')) return undefined;
  const at = line.indexOf('](');
  return at < 0 ? undefined : line.slice(at + 2, -1).trim();
}

/** A slide that is written as one text of Markdown: its heading is the title, what is for the speaker its notes. */
export function slideFromText(text: string): JsonObject {
  const { shown, notes } = parted(text.trim().split('\n'));
  const images = shown.flatMap((line) => backgroundIn(line.trim()) ?? []);
  const lines = shown.filter((line) => backgroundIn(line.trim()) === undefined);
  const at = lines.findIndex((line) => line.trim() !== '' && !isRemark(line.trim()));
  const first = lines[at]?.trim() ?? '';
  const isHeading = first.startsWith('#') && first.includes(' ');
  const rest = isHeading ? lines.filter((_, i) => i !== at) : lines;
  const body = rest.join('\n').trim();
  const isTitleAlone = !isHeading && body !== '' && !body.includes('\n');
  const title = isHeading ? first.slice(first.indexOf(' ')).trim() : isTitleAlone ? body : undefined;
  const content = isTitleAlone ? '' : body;
  const [image] = images;
  return {
    ...(title !== undefined && { title }),
    ...(content !== '' && contentOf(content)),
    // Marp says nothing of what it lays behind a text.
    ...(image !== undefined && { image: { src: image, ...(content !== '' && { decorative: true }) } }),
    ...(notes !== '' && { notes }),
  };
}

/** The words for the audience, and those behind `Note:` or `???`, as reveal.js and remark have them. */
function parted(lines: readonly string[]): { readonly shown: readonly string[]; readonly notes: string } {
  const at = lines.findIndex((line, i) => {
    const plain = line.trim().toLowerCase();
    const isMark = ['note:', 'notes:', 'speaker notes:'].some((mark) => plain.startsWith(mark));
    return i > 0 && (plain === '???' || (isMark && lines[i - 1]?.trim() === ''));
  });
  if (at < 0) return { shown: lines, notes: '' };
  const line = lines[at] ?? '';
  const own = line.trim() === '???' ? '' : line.slice(line.indexOf(':') + 1);
  return { shown: lines.slice(0, at), notes: [own, ...lines.slice(at + 1)].join('\n').trim() };
}

/** The text of a slide: two columns, a question with its answers, statements that are true or false, or all in one piece. */
const contentOf = (body: string): JsonObject => columnsIn(body) ?? questionIn(body) ?? statementsIn(body) ?? { body };

const itemOf = (line: string): string | undefined =>
  ['- ', '* ', '+ '].some((mark) => line.trimStart().startsWith(mark)) ? line.trim().slice(2).trim() : undefined;

/** Two blocks between fences of colons, as Pandoc and Quarto have columns. */
function columnsIn(body: string): JsonObject | undefined {
  if (!body.includes(':::')) return undefined;
  const columns: string[][] = [];
  const around: string[] = [];
  let open: string[] | undefined;
  for (const line of body.split('\n')) {
    const plain = line.trim();
    if (!plain.startsWith(':::')) (open ?? around).push(line);
    else if (plain.includes('column') && !plain.includes('columns')) columns.push((open = []));
    else if (!plain.includes('columns')) open = undefined;
  }
  const [left, right, ...more] = columns.map((lines) => lines.join('\n').trim());
  if (left === undefined || right === undefined || more.length > 0 || around.join('').trim() !== '') return undefined;
  return { left, right };
}

/** A list in which each item has a box, one of them ticked, below a text that asks. */
function questionIn(body: string): JsonObject | undefined {
  const lines = body.split('\n').filter((line) => line.trim() !== '');
  const from = lines.findIndex((line) => itemOf(line) !== undefined);
  const items = lines.slice(from).map(itemOf);
  const question = lines.slice(0, Math.max(0, from)).join(' ').trim();
  const isBoxed = (item: string | undefined): item is string => /^\[[ xX]\] /.test(item ?? '');
  if (from < 1 || items.length < 2 || !items.every(isBoxed) || !isAsking(question)) return undefined;
  return items.some((item) => !item.startsWith('[ ]')) ? { question, answers: items } : undefined;
}

/** A list of statements, each with its word or letter for true or false. */
function statementsIn(body: string): JsonObject | undefined {
  const items = body
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map(itemOf);
  const whole: readonly Json[] = items.flatMap((item) => item ?? []);
  return whole.length === items.length && judgedIn(whole) !== undefined ? { items: whole } : undefined;
}

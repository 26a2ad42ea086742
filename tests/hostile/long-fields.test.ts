import { expect, it } from 'vitest';
import { importLesson, readerFor } from '../../src/import/index.ts';
import { chances, chanceSeed } from '../support/seed.ts';
import { kitFrom, lessonOf } from '../support/pipeline.ts';
import { stringsIn } from '../support/words.ts';

type Files = Readonly<Record<string, string>>;
const slide = (fields: object, more: object = {}, files: Files = {}) => [lessonOf([fields], more), files] as const;
const statement = (fields: object, more?: object, files?: Files) =>
  slide({ layout: 'statement', title: 'T', body: 'b', ...fields }, more, files);
const svg = (inside: string): Files => ({
  'lessons/x/a.svg': `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`,
});
const picture = { layout: 'image', title: 'T', image: { src: 'a.svg', alt: 'A' } };
const xml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** Where a lecturer may write text, each with a lesson that holds a long one there. */
const fields: Readonly<Record<string, (text: string) => readonly [object, Files]>> = {
  title: (text) => statement({ title: text }),
  body: (text) => statement({ body: text }),
  'list of many items': (text) => statement({ body: `- a${text.slice(0, 1).trim()}\n`.repeat(text.length / 4) }),
  bullets: (text) => slide({ layout: 'bullets', title: 'T', bullets: [text, 'b'] }),
  notes: (text) => statement({ notes: text }),
  alt: (text) => slide({ ...picture, image: { src: 'a.svg', alt: text } }, {}, svg('')),
  source: (text) => statement({}, {}, { 'lessons/x/source.md': `# T\n\n## A\n\nWords ${text} here.\n` }),
  csv: (text) => slide({ layout: 'chart', title: 'T', alt: 'A', chart: { type: 'bar', x: 'a', y: 'b' }, data: 'd.csv' }, {}, { 'lessons/x/d.csv': `a,b\n"${text.replaceAll('"', '""')}",1\nc,2\n` }),
  css: (text) => statement({}, { presentation: { css: 'o.css' } }, { 'lessons/x/o.css': `a{b:${text}}` }),
  svg: (text) => slide(picture, {}, svg(`<text fill="${xml(text)}">${xml(text)}</text><style>a{b:${xml(text)}}</style>`)),
  code: (text) => slide({ layout: 'code', title: 'T', code: text, language: 'js' }),
  quote: (text) => slide({ layout: 'quote', title: 'T', quote: text, by: text }),
// KaTeX itself joins letters in the square of their number: a formula is a quarter as long.
  formula: (text) => statement({ body: `A $x${text.slice(0, text.length / 4)}$ b` }),
  mermaid: (text) => slide({ layout: 'mermaid', title: 'T', alt: 'A', mermaid: `graph LR\n A["${text}"]-->B` }),
  vega: (text) => slide({ layout: 'chart', title: 'T', alt: 'A', data: [{ a: text, b: 1 }], chart: { mark: 'bar', encoding: { x: { field: 'a', title: text }, y: { field: 'b', type: 'quantitative' } } } }),
  glossary: (text) => slide({ layout: 'glossary', title: 'T', terms: [{ term: text, definition: text }] }, { glossary: [{ term: text, definition: text }] }),
  references: (text) => statement({}, { references: [{ id: 'r', text }] }),
}; // prettier-ignore

const imported = async (text: string): Promise<void> => {
  const reader = readerFor('a.md');
  if (!reader) throw new Error('no reader');
  const bytes = new TextEncoder().encode(`# T\n\n## A\n\n- ${text}\n\nWords ${text} here.\n`);
  await importLesson(reader, bytes, { name: 'a.md', picture: () => undefined, wordsIn: stringsIn });
};

async function cost(work: (text: string) => Promise<unknown>, piece: string, size: number): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < 2; turn++) {
    const { user, system } = process.cpuUsage();
    await work(piece.repeat(Math.ceil(size / piece.length) + turn));
    const after = process.cpuUsage();
    times.push((after.user + after.system - user - system) / 1000);
  }
  return Math.min(...times);
}

const random = chances();
const signs = Array.from({ length: 95 }, (_, i) => String.fromCharCode(32 + i));
const drawn = (): string => signs[Math.floor(random.next().value * signs.length)] ?? ' ';
/** LONG_FIELDS=all takes each sign of ASCII by itself, and as many pairs; a usual run takes a few of both. */
const all = process.env.LONG_FIELDS === 'all';
const pieces = all ? [...signs, '\n', '\t', '\u00a0', ...signs.map(() => drawn() + drawn())] : ['[', drawn() + drawn()];
const size = Number(process.env.LONG_SIZE ?? 6_000);
const works: readonly (readonly [string, (text: string) => Promise<unknown>])[] = [
  ...Object.entries(fields).map(([name, make]) => [name, (text: string) => kitFrom(...make(text))] as const),
  ['import', imported],
];

it.each(works)(`%s: twice the text takes at most two and a half times as long (seed ${chanceSeed})`, { timeout: 3_600_000 }, async (name, work) => {
  await work('warm');
  for (const piece of pieces) {
    const [small, large] = [await cost(work, piece, size), await cost(work, piece, 2 * size)];
    // What takes no time to speak of is not measured against itself.
    if (large > 250) expect([name, piece, small, large, large < 2.5 * small]).toEqual([name, piece, small, large, true]);
  }
}); // prettier-ignore

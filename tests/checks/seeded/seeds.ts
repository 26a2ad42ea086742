import type { Outline } from '../layout/support.ts';

/** A slide with a known flaw and its twin without. */
export interface Seed {
  readonly name: string;
  readonly bad: Outline;
  readonly good: Outline;
  /** The field that the finding names. */
  readonly field?: string;
}

const words = (count: number): string =>
  Array.from(
    { length: count },
    (_, i) => ['serotonin', 'leaves', 'the', 'neuron', 'through', 'its', 'own', 'transporter'][i % 8],
  ).join(' ');
const list = (count: number, text = 'one line'): string =>
  Array.from({ length: count }, (_, i) => `- ${text} ${i + 1}`).join('\n');
const items = (count: number, length: number): readonly string[] =>
  Array.from({ length: count }, (_, i) => `${i + 1} ${words(30)}`.slice(0, length));
const code = (lines: number): string => Array.from({ length: lines }, (_, i) => `x${i} = ${i} + 1`).join('\n');
const longWord = 'Psychoneuroendocrinologischgedragswetenschappelijkeonderzoeksbevindingenoverzichtstabel'.repeat(2);

/** Words that no line may part and no hyphen can. */
const unbreakable = words(14).replaceAll(' ', '\u00a0');

const title = 'A point in one short sentence';

/**
 * Lectern's own layouts with more than one slide holds. None may run off: the slide is set smaller, or it goes on.
 * Their twins are short; in the seeds below a style of the lesson makes those too large, so that each layout still shows
 * that text running off it is found.
 */
export const crowded: readonly Seed[] = [
  {
    name: 'bullets',
    bad: { layout: 'bullets', title, bullets: items(7, 138).map((text) => ({ text, sub: items(2, 98) })) },
    good: { layout: 'bullets', title, bullets: items(5, 50) },
  },
  {
    name: 'statement',
    bad: { layout: 'statement', title, body: list(20) },
    good: { layout: 'statement', title, body: list(5) },
  },
  {
    name: 'two-columns',
    bad: { layout: 'two-columns', title, left: 'Short.', right: list(22) },
    good: { layout: 'two-columns', title, left: list(5), right: list(5) },
  },
  {
    name: 'table',
    bad: { layout: 'table', title, head: ['A', 'B', 'C', 'D'], rows: Array.from({ length: 8 }, () => items(4, 105)) },
    good: {
      layout: 'table',
      title,
      head: ['A', 'B', 'C', 'D'],
      rows: Array.from({ length: 5 }, () => ['one', 'two', 'three', 'four']),
      caption: 'Counted twice.',
    },
  },
  {
    name: 'code',
    bad: { layout: 'code', title, language: 'python', code: code(30) },
    good: { layout: 'code', title, language: 'python', code: code(8) },
  },
  {
    name: 'long-word',
    bad: { layout: 'two-columns', title, left: longWord, right: 'Short.' },
    good: { layout: 'two-columns', title, left: 'Psychoneuro\u00adendocrinologisch', right: 'Short.' },
  },
  {
    name: 'quote',
    bad: {
      layout: 'quote',
      title,
      quote: Array.from({ length: 12 }, () => 'A short verse.').join('\n\n'),
      by: 'A poet',
      comment: words(30),
    },
    good: { layout: 'quote', title, quote: 'A short verse, gypsy quick.', by: 'A poet', comment: words(10) },
  },
  {
    name: 'case',
    bad: { layout: 'case', title, situation: list(24), questions: items(4, 100) },
    good: { layout: 'case', title, situation: words(20), questions: items(2, 60) },
  },
  {
    name: 'definition',
    bad: { layout: 'definition', title, term: 'SERT', definition: list(12), example: list(12) },
    good: { layout: 'definition', title, term: 'SERT', definition: words(14), example: words(10) },
  },
  {
    name: 'formula',
    bad: { layout: 'formula', title, formula: Array.from({ length: 23 }, (_, i) => `a_{${i}}x^{${i}}`).join('+') },
    good: {
      layout: 'formula',
      title,
      formula: 'b_k = \\frac{2}{T} \\int_0^{T} f(t)\\, \\mathrm{d}t',
      terms: [{ symbol: 'b_k', meaning: 'size of sine number $k$' }],
    },
  },
  {
    name: 'key-figure',
    bad: {
      layout: 'key-figure',
      title,
      figures: Array.from({ length: 4 }, () => ({ value: '123456789012', unit: 'micromolair', label: 'released' })),
    },
    good: {
      layout: 'key-figure',
      title,
      figures: [
        { value: '8.95', unit: '%', label: 'overshoot' },
        { value: '1.179', label: 'limit' },
      ],
    },
  },
  {
    name: 'caption',
    bad: { layout: 'image', title, image: { src: 'images/figure.svg', alt: 'A figure', caption: words(340) } },
    good: {
      layout: 'image',
      title,
      image: { src: 'images/figure.svg', alt: 'A figure', caption: words(8), credit: 'own drawing' },
    },
  },
  {
    name: 'title',
    bad: { layout: 'statement', title: words(110), body: words(30) },
    good: { layout: 'statement', title: words(12), body: 'H~2~O and x^2^, *fj* gypsy.' },
  },
];

const free = (kind: string, rest: Outline): Outline => ({ layout: 'free', title, kind, ...rest });

/** What styles can do to text, in a layout of the lesson's own. */
export const styled: readonly Seed[] = [
  { name: 'cut', field: 'body', bad: free('cut', { body: list(8) }), good: free('cut', { body: list(2) }) },
  { name: 'cut-x', field: 'body', bad: free('cut-x', { body: words(14) }), good: free('cut-x', { body: words(3) }) },
  {
    name: 'ellipsis',
    field: 'body',
    bad: free('ellipsis', { body: words(14) }),
    good: free('ellipsis', { body: words(3) }),
  },
  { name: 'clamp', field: 'body', bad: free('clamp', { body: words(80) }), good: free('clamp', { body: words(18) }) },
  { name: 'clip', field: 'body', bad: free('clip', { body: list(8) }), good: free('clip', { body: list(2) }) },
  { name: 'scroll', field: 'body', bad: free('scroll', { body: list(8) }), good: free('scroll', { body: list(2) }) },
  { name: 'card', field: 'body', bad: free('card', { body: list(6) }), good: free('card', { body: list(2) }) },
  {
    name: 'card-x',
    field: 'body',
    bad: free('card-x', { body: unbreakable }),
    good: free('card-x', { body: words(8) }),
  },
  { name: 'label', field: 'body', bad: free('label', { body: words(10) }), good: free('label', { body: 'gypsy' }) },
  { name: 'left', field: 'body', bad: free('left', { body: words(4) }), good: free('normal', { body: words(4) }) },
  { name: 'up', field: 'body', bad: free('up', { body: list(22) }), good: free('up', { body: list(4) }) },
  {
    name: 'centred',
    field: 'body',
    bad: free('centred', { body: list(22) }),
    good: free('centred', { body: list(4) }),
  },
  { name: 'scaled', field: 'body', bad: free('scaled', { body: words(40) }), good: free('scaled', { body: words(3) }) },
  { name: 'nowrap', field: 'body', bad: free('nowrap', { body: words(30) }), good: free('nowrap', { body: words(5) }) },
  {
    name: 'rtl',
    field: 'body',
    bad: free('rtl', { body: `שלום ${words(30)}` }),
    good: free('grow', { body: list(4) }),
  },
  {
    name: 'lines',
    field: 'lines',
    bad: free('plain', { lines: items(14, 60) }),
    good: free('plain', { lines: items(5, 40) }),
  },
  {
    name: 'cards',
    field: 'lines',
    bad: free('cards', { lines: items(6, 20) }),
    good: free('cards', { lines: items(3, 20) }),
  },
  {
    name: 'foot',
    field: 'body',
    bad: { ...free('normal', { body: list(12, 'two words and some more') }), cites: ['one'] },
    good: { ...free('normal', { body: list(6) }), cites: ['one'] },
  },
  {
    name: 'meets-foot',
    field: 'body',
    bad: { ...free('meets', { body: words(6) }), cites: ['one'] },
    good: { ...free('bottom', { body: words(6) }), cites: ['one'] },
  },
  {
    name: 'wide-picture',
    bad: free('wide-picture', { image: { src: 'images/photo.png', alt: 'A photo' } }),
    good: free('small', { image: { src: 'images/photo.png', alt: 'A photo' } }),
  },
  {
    name: 'cut-picture',
    bad: free('cut-picture', { image: { src: 'images/photo.png', alt: 'A photo' } }),
    good: free('small', { image: { src: 'images/photo.png', alt: 'A photo' } }),
  },
  {
    name: 'svg-text-cut',
    bad: free('small', { image: { src: 'images/cut.svg', alt: 'Words cut' } }),
    good: free('small', { image: { src: 'images/words.svg', alt: 'Words' } }),
  },
  {
    name: 'svg-text-loose',
    bad: free('small loose-svg', { image: { src: 'images/cut.svg', alt: 'Words cut' } }),
    good: free('small loose-svg', { image: { src: 'images/words.svg', alt: 'Words' } }),
  },
  {
    name: 'descenders',
    field: 'body',
    bad: free('frame', { body: 'gypsy jug\n\ngypsy jug' }),
    good: free('frame', { body: 'gypsy jug' }),
  },
  { name: 'hanging', field: 'body', bad: free('hang', { body: unbreakable }), good: free('hang', { body: words(30) }) },
  {
    name: 'columns',
    field: 'lines',
    bad: free('columns', { lines: items(30, 60) }),
    good: free('columns', { lines: items(8, 24) }),
  },
  { name: 'turned', field: 'body', bad: free('turned', { body: list(18) }), good: free('turned', { body: list(3) }) },
  {
    name: 'math-column',
    field: 'body',
    bad: free('card-x', { body: `A root $\\sqrt{${Array.from({ length: 12 }, (_, i) => `x_{${i}}`).join('+')}}$` }),
    good: free('card-x', { body: 'A root $\\sqrt{x^2_k}$ here' }),
  },
];

/** Everything in these slides is far too large, which no fitting can foresee. */
export const oversizeCss = `section[data-slide$="-bad"]:not(.free) :is(.body, h2) :is(p, li, td, th, code, .katex, h3, b, strong, svg, img, span, div) { font-size: 118px !important; line-height: 1.1 !important; white-space: nowrap; }
section[data-slide="key-figure-bad"]:not(.free) .body :is(p, .katex, span) { font-size: 300px !important; }
section[data-slide="title-bad"] h2 { font-size: 150px !important; white-space: nowrap; }`;

/** Short slides of Lectern's own layouts, and the same made too large by a style. */
export const builtIn: readonly Seed[] = crowded.map(({ name, good }) => ({ name, bad: good, good }));

/** More than any size or next slide can make room for: told, not hidden. */
export const hopeless: readonly string[] = ['formula', 'caption', 'title'];

import { describe, expect, it } from 'vitest';
import { files as pictures, png } from '../seeded/pictures.ts';
import { freeLayout } from '../seeded/look.ts';
import { layOutLesson, outlineOf, type LaidOutLesson, type Outline } from './support.ts';

const title = 'A point in one short sentence';
const photo = { src: 'images/photo.png', alt: 'A photo' };
const free = (kind: string, rest: Outline): Outline => ({ layout: 'free', title, kind, ...rest });

interface Pair {
  readonly code: string;
  readonly name: string;
  readonly bad: Outline;
  readonly good: Outline;
}

const pins = (first: number, second: number): Outline => ({
  layout: 'annotated-image',
  title: 'Two marks on one picture',
  image: photo,
  marks: [
    { x: first, y: 50, label: 'One' },
    { x: second, y: 50, label: 'Two' },
  ],
});

const pairs: readonly Pair[] = [
  {
    code: 'slide/overlap',
    name: 'text-on-text',
    bad: free('over', { lines: ['The first of two lines', 'The second of two'] }),
    good: free('tight', { lines: ['The first gypsy line', 'The second jumpy line'] }),
  },
  {
    code: 'slide/overlap',
    name: 'text-on-picture',
    bad: free('onto', { body: 'Words beside a picture', image: photo }),
    good: free('scrim', { body: 'Words laid on a picture', image: photo }),
  },
  {
    code: 'slide/overlap',
    name: 'pin-on-pin',
    bad: pins(50, 51),
    good: pins(30, 70),
  },
  {
    code: 'slide/text-too-small',
    name: 'small',
    bad: free('small-print', { body: 'Small print' }),
    good: free('plain', { body: 'Enough, with H~2~O, x^2^ and $x_{k_2}$.' }),
  },
  {
    code: 'slide/text-too-small',
    name: 'small-shrunk',
    bad: free('shrunk', { body: 'Shrunk print' }),
    good: free('grown', { body: 'Grown print' }),
  },
  {
    code: 'slide/text-too-small',
    name: 'small-svg',
    bad: free('narrow', { image: { src: 'images/words.svg', alt: 'Words' } }),
    good: free('medium', { image: { src: 'images/words.svg', alt: 'Words' } }),
  },
  {
    code: 'slide/contrast',
    name: 'pale',
    bad: free('pale', { body: 'Pale words' }),
    good: free('plain', { body: 'Dark words' }),
  },
  {
    code: 'slide/contrast',
    name: 'translucent',
    bad: free('faint', { body: 'Faint words' }),
    good: free('panel', { body: 'Light words on a dark panel' }),
  },
  {
    code: 'slide/contrast',
    name: 'on-picture',
    bad: free('dark-on', { body: 'Dark words on a dark picture', image: photo }),
    good: free('light-on', { body: 'Light words on a dark picture', image: photo }),
  },
  {
    code: 'slide/contrast',
    name: 'on-gradient',
    bad: free('gradient', { body: 'Words that run from dark into light over the gradient behind them' }),
    good: free('soft-gradient', { body: 'Words on a soft gradient' }),
  },
  {
    code: 'slide/contrast',
    name: 'in-svg',
    bad: free('medium', { image: { src: 'images/pale.svg', alt: 'Pale words' } }),
    good: free('medium', { image: { src: 'images/dark.svg', alt: 'Light words on a dark shape' } }),
  },
  {
    code: 'slide/image-resolution',
    name: 'coarse',
    bad: free('medium', { image: { src: 'images/coarse.png', alt: 'A coarse picture' } }),
    good: free('medium', { image: photo }),
  },
  {
    code: 'slide/image-distorted',
    name: 'stretched',
    bad: free('stretched', { image: photo }),
    good: free('covered', { image: photo }),
  },
  {
    code: 'slide/glyph-missing',
    name: 'glyph',
    bad: free('plain', { body: 'The character 漢 has no glyph' }),
    good: free('plain', { body: 'α → β, ≥ 5 µM, “quoted” – café, ½ × 2' }),
  },
  {
    code: 'slide/font-fallback',
    name: 'fallback',
    bad: free('foreign-font', { body: 'Words in a font that is not here' }),
    good: free('plain', { body: '`code`, **bold** and *italic*' }),
  },
];

const style = `${freeLayout['templates/layouts/free/style.css'] ?? ''}
section.free .over li + li { margin-top: -34px; }
section.free .tight ul { line-height: 1; }
section.free .tight li + li { margin-top: 0; }
section.free .onto .box { position: static; }
section.free .onto .picture, section.free .scrim .picture, section.free .dark-on .picture, section.free .light-on .picture { flex: none; width: 500px; }
section.free .onto .picture { margin-top: -30px; }
section.free :is(.scrim, .dark-on, .light-on) .picture { position: absolute; left: 60px; top: 160px; width: 700px; }
section.free :is(.scrim, .dark-on, .light-on) .box > p { position: absolute; left: 90px; top: 260px; z-index: 1; }
section.free .scrim .box > p { background: var(--paper); }
section.free .dark-on .box > p { color: #222; }
section.free .light-on .box > p { color: #fff; }
section.free .small-print .box { font-size: 18px; }
section.free .shrunk .box { transform: scale(0.6); transform-origin: left top; }
section.free .grown .box { font-size: 15px; transform: scale(1.7); transform-origin: left top; width: 400px; }
section.free .narrow .picture { flex: none; width: 300px; }
section.free .medium .picture { flex: none; width: 560px; }
section.free .pale .box { color: #c2c8cc; }
section.free .faint .box p { opacity: 0.3; }
section.free .panel .box { background: #123; color: #eee; padding: 16px; }
section.free .gradient .box { background: linear-gradient(90deg, #111, #fff); padding: 16px; color: #222; }
section.free .soft-gradient .box { background: linear-gradient(90deg, #fff, #ddd); padding: 16px; color: #222; }
section.free .stretched .picture > img { width: 600px; height: 200px; object-fit: fill; }
section.free .covered .picture > img { width: 600px; height: 200px; object-fit: cover; }
section.free .foreign-font .box { font-family: 'Foreign Grotesk', sans-serif; }
`;

const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 400" width="800" height="400" font-size="48">${inside}</svg>`;
const files = {
  ...pictures,
  ...freeLayout,
  'templates/layouts/free/style.css': style,
  'images/photo.png': png(1600, 800, [40, 44, 60]),
  'images/coarse.png': png(200, 100, [90, 120, 130]),
  'images/pale.svg': svg(
    '<rect width="800" height="400" fill="#d0e0e4"/><text x="60" y="200" fill="#9fb4bb">Pale words</text>',
  ),
  'images/dark.svg': svg(
    '<rect width="800" height="400" fill="#ffffff"/><circle cx="400" cy="200" r="190" fill="#0a3040"/><text x="400" y="210" text-anchor="middle" fill="#ffffff">Light</text>',
  ),
};

describe('layout checks', () => {
  let made: Promise<LaidOutLesson> | undefined;
  const lesson = (): Promise<LaidOutLesson> => {
    const slides = pairs.flatMap(({ name, bad, good }) => [
      { id: `${name}-bad`, ...bad },
      { id: `${name}-good`, ...good },
    ]);
    return (made ??= layOutLesson(outlineOf(slides), files));
  };

  it.each(pairs)('find $code in $name', async ({ name, code }) => {
    const { codesOf } = await lesson();
    expect(codesOf(`${name}-bad`)).toContain(code);
  });

  it.each(pairs)('find nothing in the twin of $name', async ({ name }) => {
    const { of } = await lesson();
    expect(of(`${name}-good`)).toEqual([]);
  });

  it('names the characters without a glyph and the place in the outline', async () => {
    const { of, yaml } = await lesson();
    const [finding] = of('glyph-bad');
    expect(finding?.message).toContain('U+6F22 "漢"');
    expect(yaml.slice(finding?.at?.start, finding?.at?.end)).toBe('The character 漢 has no glyph');
  });

  it('finds a picture that the browser cannot decode', async () => {
    const broken =
      '<main id="deck"><section data-slide="glyph-bad"><img alt="A figure" src="data:image/png;base64,AAAA" width="80" height="40"></section></main>';
    const found = await (await lesson()).judge(broken);
    expect(found.map((finding) => finding.code)).toEqual(['slide/image-broken']);
  });

  it('gives the contrast that the sampled pixels have', async () => {
    const { of } = await lesson();
    expect(of('on-picture-bad').map((finding) => finding.message)).toEqual([
      expect.stringMatching(/contrast of 1\.\d\d:1, less than 3:1/),
    ]);
  });
});

import { readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { deflateSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { cacheOf, lectern } from '../support/cli.ts';
import { hashesIn, smallProject, type SmallProject } from './small-lessons.ts';

const head = 'title: T\nlang: en\n';
const good = `${head}sections: [{ title: S, slides: [{ layout: title }] }]\n`;
const withSlide = (slide: object): string => `${head}sections: [{ title: S, slides: [${JSON.stringify(slide)}] }]\n`;

/** Milliseconds for one run of the command line on a busy machine; the work itself takes a fraction of a second. */
const patience = 5000;
/** The same for one that starts a browser. */
const patienceWithBrowser = 30_000;

/** Everything around a build: all of the project but what builds may write, the cache and the output folder. */
const around = ({ root }: SmallProject): Readonly<Record<string, string>> => {
  const own = [join(root, 'output'), cacheOf(root)].map((folder) => relative(root, folder) + sep);
  return Object.fromEntries(
    Object.entries(hashesIn(root)).filter(([path]) => !own.some((name) => path.startsWith(name))),
  );
};

async function buildFast(project: SmallProject, most = patience) {
  const before = around(project);
  const start = performance.now();
  const run = await lectern(project.root, ['build', '--format', 'html,md', '--no-check', '--no-cache']);
  expect(performance.now() - start).toBeLessThan(most);
  expect(run.err).not.toMatch(/build\/crashed|bug|\n {4}at /);
  expect(run.err.length).toBeLessThan(200_000);
  expect(around(project)).toEqual(before);
  return run;
}

const letters = 'abcdefghij'.split('');
const bomb = letters.map(
  (letter, i) =>
    `${letter}: &${letter} [${Array(12)
      .fill(i === 0 ? 'lol' : `*${letters[i - 1] ?? ''}`)
      .join(', ')}]`,
);

it.each<[name: string, outline: string | Uint8Array, finding: RegExp]>([
  ['an alias bomb', bomb.join('\n'), /lesson\.yaml:\d+:\d+: error yaml\/alias/],
  ['10 000 open brackets', `a: ${'['.repeat(10_000)}`, /lesson\.yaml:1:\d+: error yaml\/too-deep/],
  ['a duplicate key', `${good}title: U\n`, /lesson\.yaml:4:1: error yaml\/duplicate-key/],
  ['__proto__', `${good}__proto__: { x: 1 }\n`, /lesson\.yaml:4:1: error yaml\/key/],
  ['two documents', `${good}---\n${good}`, /lesson\.yaml:5:1: error yaml\/duplicate-key/],
  ['20 000 keys', `${good}vars:\n${Array.from({ length: 20_000 }, (_, i) => `  k${i}: 1\n`).join('')}`, /too-long/],
  ['50 MB', new Uint8Array(50_000_000).fill(97), /lesson\.yaml: error yaml\/unreadable/],
  ['UTF-16', Buffer.from(`\ufeff${good}`, 'utf16le'), /error yaml\/encoding/],
  ['NUL', good.replace('T', 'T\0'), /lesson\.yaml:1:9: error yaml\/control-character/],
  ['15 000 broken formulas', `${good}subtitle: "${'${'.repeat(30_000)}"\n`, /error render\/math/],
])('an outline with %s is an error with a place, quickly (S7)', async (_, outline, finding) => {
  const project = smallProject({ 'lessons/x/lesson.yaml': outline, 'lessons/y/lesson.yaml': good });
  const run = await buildFast(project);
  // A flaw that leaves something to show does not take the deck away; the error is told all the same.
  expect(run.code).toBe(1);
  expect(run.out).toMatch(/^(?:1 built, 0 unchanged, 1 failed|2 built, 0 unchanged)\n$/);
  expect(run.err).toMatch(finding);
});

it('an unknown tag is text, and it is said (S7)', async () => {
  const run = await buildFast(smallProject({ 'lessons/x/lesson.yaml': `${good}x: !!js/function "x"\n` }));
  expect(run.out).toBe('1 built, 0 unchanged\n');
  expect(run.err).toMatch(/lesson\.yaml:4:\d+: warning yaml\/mended/);
});

it('50 000 asterisks are text, and it is said in a few words, quickly (S7)', async () => {
  const run = await buildFast(smallProject({ 'lessons/x/lesson.yaml': `${good}subtitle: ${'*'.repeat(50_000)}\n` }));
  expect(run.out).toBe('1 built, 0 unchanged\n');
  expect(run.err).toMatch(/warning yaml\/mended/);
  expect(run.err.length).toBeLessThan(10_000);
});

/** A GIF of 10 × 10 pixels with so many frames. */
function gif(frames: number): Buffer {
  const screen = Buffer.from('474946383961' + '0a000a00910000' + 'ffffff' + 'ff0000' + '0000ff' + '000000', 'hex');
  const control = '21f9040001000000';
  const pixels = '2c000000000a000a0000' + '0216' + '8c2d99872a1cdc33a00275ec95faa8de608c04914c01' + '00';
  return Buffer.concat([screen, ...Array<Buffer>(frames).fill(Buffer.from(control + pixels, 'hex')), Buffer.from(';')]);
}

/** A PNG that claims a size; its checksums are left out, as the size alone is to refuse it. */
function png(width: number, height: number): Buffer {
  const chunk = (type: string, data: Uint8Array): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32BE(data.byteLength);
    return Buffer.concat([length, Buffer.from(type), data, Buffer.alloc(4)]);
  };
  const size = Buffer.alloc(13);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  size.set([8, 2, 0, 0, 0], 8);
  const data = deflateSync(Buffer.alloc(1000));
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', size),
    chunk('IDAT', data),
    chunk('IEND', data.subarray(0, 0)),
  ]);
}

it.each<[name: string, bytes: Uint8Array, code: number, finding: RegExp]>([
  ['a GIF of 10 000 frames', gif(10_000), 0, /warning image\/animated: .* has 10000 frames/],
  ['a PNG of 30 000 × 30 000 pixels', png(30_000, 30_000), 1, /error image\/too-large/],
  ['a text by the name of a picture', Buffer.from('no picture at all'), 1, /error image\/unknown-type/],
  ['a cut-off JPEG', Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), 1, /error image\/damaged/],
])('%s is told at its slide, quickly (S10)', async (_, bytes, code, finding) => {
  const outline = withSlide({ layout: 'image', title: 'A', image: { src: 'images/a.png', alt: 'A' } });
  const project = smallProject({ 'lessons/x/lesson.yaml': outline, 'lessons/x/images/a.png': bytes });
  const run = await buildFast(project);
  expect([run.code, run.err]).toEqual([code, expect.stringMatching(finding)]);
  expect(run.err).toMatch(/lessons\/x\/lesson\.yaml:3:\d+: (?:error|warning) image\//);
});

it.each([
  'graph LR\n A["<script>evil()</script><img src=x onerror=evil()>"] --> B',
  'graph LR\n A["#lt;script#gt;evil()#lt;/script#gt;"] --> B',
  'graph LR\n A --> B\n click A href "javascript:evil()"\n click B call evil()',
  '%%{init: {"securityLevel": "loose", "themeCSS": "*{background:url(http://evil.example/x)}"}}%%\ngraph LR\n A --> B',
  'graph LR\n A --> B\n style A fill:url(http://evil.example/x)',
  'graph LR\n __proto__ --> constructor\n toString --> __proto__',
  'graph LR\n A --> B\n```\n\n---\n\n# Another slide\n\n<script>evil()</script>',
  'graph LR\n A["]]></svg><iframe src=http://evil.example>"] --> B',
])('a Mermaid drawing of %j stays a drawing (S4)', async (diagram) => {
  const slide = { layout: 'mermaid', title: 'A', diagram, alt: 'A drawing' };
  const project = smallProject({ 'lessons/x/lesson.yaml': withSlide(slide) });
  // Drawn, or told and shown as text: the deck is there in either case.
  const run = await buildFast(project, patienceWithBrowser);
  expect(run.out).toMatch(/^1 built, 0 unchanged\n$/);
  expect(run.code === 0 || /error (?:diagram|mermaid|render)\//.test(run.err)).toBe(true);
  const html = readFileSync(join(project.root, 'output/x/deck.html'), 'utf8');
  // As text, on a plain slide, all of it may stand there.
  expect(html).not.toMatch(/<script>evil|<[^>]+\sonerror=|<iframe|href="javascript:|<[^>]*url\(["']?http/i);
  expect(html).not.toMatch(/<style[^>]*>[^<]*url\(["']?http/i);
  // One slide, which may go on.
  const slides = [...html.matchAll(/<section [^>]*data-slide="([^"]*)"/g)].map(([, id]) => id);
  expect(slides[0]).toBe('a');
  for (const id of slides) expect(id).toMatch(/^a(?:-\d)?$/);
});

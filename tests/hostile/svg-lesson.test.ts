import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it } from 'vitest';
import { inspectPdf } from '../formats/pdf-support.ts';
import { startBrowser } from '../player/browser.ts';
import { lectern } from '../support/cli.ts';
import { makeProject } from '../support/files.ts';
import { errorsOf, kitFrom, lessonOf } from '../support/pipeline.ts';
import { DomParser } from '../support/dom.ts';

const svg = (inner: string, head = ''): string =>
  `${head}<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 90 90"><text y="20">shown</text>${inner}</svg>`;

/** Every way of a drawing to run or load; `U` is the canary's address. */
const tricks = [
  '<script>fetch("http://U/a")</script>',
  '<script href="http://U/b"/>',
  '<g onload="fetch(\'http://U/c\')" onclick="x()"><path d="M0 0"/></g>',
  '<image href="http://U/d.png" width="9" height="9"/>',
  '<image xlink:href="file:///etc/passwd" width="9" height="9"/>',
  '<use href="http://U/e.svg#x"/>',
  '<foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="http://U/f"/></foreignObject>',
  '<style>@import url(http://U/g.css); path { fill: url(http://U/h.svg#x) }</style>',
  '<path d="M0 0" style="fill:url(http://U/i.svg#x)" filter="url(http://U/j.svg#x)"/>',
  '<a href="javascript:fetch(\'http://U/k\')"><text>link</text></a>',
  '<animate attributeName="href" values="javascript:fetch(\'http://U/l\')"/>',
  '<set attributeName="onload" to="fetch(\'http://U/m\')"/>',
  '<filter id="f"><feImage href="http://U/n.png"/></filter><rect filter="url(#f)" width="9" height="9"/>',
  '<text style="font-family:x">x</text><defs><font-face><font-face-src><font-face-uri href="http://U/o"/></font-face-src></font-face></defs>',
];

it('drawings, styles, notes and templates of a hostile lesson reach nobody (S2, S3, S5)', async () => {
  const touched: string[] = [];
  const canary = createServer((socket) => {
    touched.push('connection');
    socket
      .on('error', () => undefined)
      .once('data', (data) => touched.push(data.toString('latin1').split('\r\n')[0] ?? ''));
  });
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  const address = `127.0.0.1:${(canary.address() as AddressInfo).port}`;
  const slides = tricks.map((_, i) => ({
    layout: 'image',
    title: `Drawing ${i}`,
    image: { src: `images/${i}.svg`, alt: 'x' },
    notes: `![n](http://${address}/n.png) <img src="http://${address}/n2.png">`,
  }));
  const outline = lessonOf(
    [
      ...slides,
      {
        layout: 'statement',
        title: 'Text',
        body: `<img src="http://${address}/t.png"> <script src="http://${address}/s"></script> [a](http://${address}/link)`,
      },
    ],
    { presentation: { css: 'own.css' } },
  );
  const { root } = makeProject({
    'lessons/x/lesson.yaml': JSON.stringify(outline),
    'lessons/x/own.css': `@import url(http://${address}/css); section { background: u\\72l(http://${address}/bg.png) }`,
    ...Object.fromEntries(
      tricks.map((trick, i) => [`lessons/x/images/${i}.svg`, svg(trick.replaceAll('U/', `${address}/`))]),
    ),
  });
  const run = await lectern(root, ['build', '--no-check']);
  expect(run.err).not.toMatch(/\n {4}at /);
  const at = (name: string): string => join(root, 'output/x', name);
  // Drawings that are refused rather than cleaned are named; without them the rest must build.
  expect([0, 1]).toContain(run.code);
  if (run.code === 1) expect(run.err).toMatch(/images\/\d+\.svg|error svg\//);
  if (existsSync(at('deck.html'))) {
    const browser = await startBrowser();
    const page = await browser.newPage();
    await page.goto(pathToFileURL(at('deck.html')).href);
    await page.waitForSelector('#lectern-player');
    for (let i = 0; i < 20; i++) await page.keyboard.press('ArrowRight');
    await page.keyboard.press('o');
    await page.goto(pathToFileURL(join(root, 'output/index.html')).href);
    await page.goto(pathToFileURL(at('coverage.html')).href);
    await browser.close();
    expect((await inspectPdf(readFileSync(at('deck.pdf')))).pages).toHaveLength(15);
    for (const name of readdirSync(at('assets')))
      expect(readFileSync(at(`assets/${name}`), 'utf8')).not.toMatch(/127\.0\.0\.1|<script|onload/);
  }
  canary.close();
  expect(touched).toEqual([]);
});

it.each<[name: string, content: string | Uint8Array]>([
  ['DOCTYPE with an entity', svg('<text>&x;</text>', '<!DOCTYPE svg [<!ENTITY x SYSTEM "file:///etc/passwd">]>')],
  [
    'entity bomb',
    svg(
      '<text>&d;</text>',
      `<!DOCTYPE svg [<!ENTITY a "xxxxxxxxxx">${'bcd'
        .split('')
        .map((n, i) => `<!ENTITY ${n} "${`&${'abc'[i] ?? ''};`.repeat(1000)}">`)
        .join('')}]>`,
    ),
  ],
  ['not closed', '<svg xmlns="http://www.w3.org/2000/svg"><g>'],
  ['not an SVG', '<html><body>x</body></html>'],
  ['text', 'just words'],
  ['nothing', ''],
  ['deep', svg(`${'<g>'.repeat(50_000)}${'</g>'.repeat(50_000)}`)],
  [
    'references that double',
    svg(
      `<g id="a0"><path d="M0 0"/></g>${Array.from({ length: 40 }, (_, i) => `<g id="a${i + 1}"><use href="#a${i}"/><use href="#a${i}"/></g>`).join('')}`,
    ),
  ],
  ['UTF-16', new Uint8Array(Buffer.from(`\ufeff${svg('<script>x</script>')}`, 'utf16le'))],
])('a drawing that is %s is refused or harmless, at its place and soon (S5)', async (_, content) => {
  await using dom = new DomParser();
  const start = process.cpuUsage();
  const kit = await kitFrom(lessonOf([{ layout: 'image', title: 'T', image: { src: 'images/a.svg', alt: 'x' } }]), {
    'lessons/x/images/a.svg': content,
  });
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000);
  if (!kit.made) return expect(errorsOf(kit)[0]).toMatch(/^(svg|image|asset)\//);
  const parsed = await dom.parse(kit.files['deck.html'] ?? '');
  expect([parsed.dangers, parsed.scripts]).toEqual([[], 2]);
  expect(JSON.stringify(kit.files)).not.toContain('root:x:0');
});

it.each<[name: string, file: string, content: Uint8Array]>([
  ['text named .png', 'a.png', Buffer.from('hello')],
  ['a truncated JPEG', 'a.jpg', Buffer.from('ffd8ffe000104a46494600010100000100010000ffc00011080100', 'hex')],
  [
    'a PNG of 30 000 × 30 000',
    'a.png',
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      Buffer.from('0000753000007530080600000000000000', 'hex'),
    ]),
  ],
  ['a page named .gif', 'a.gif', Buffer.from('GIF89a<script>alert(1)</script>')],
])('%s is refused at its place and soon (S10)', async (_, file, content) => {
  const start = process.cpuUsage();
  const kit = await kitFrom(lessonOf([{ layout: 'image', title: 'T', image: { src: `images/${file}`, alt: 'x' } }]), {
    [`lessons/x/images/${file}`]: content,
  });
  expect(process.cpuUsage(start).user / 1000).toBeLessThan(4000);
  expect(errorsOf(kit)[0]).toMatch(/^(image|asset)\//);
});

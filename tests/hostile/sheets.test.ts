import { createServer, type AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Browser, Page } from 'puppeteer';
import { styleSheet } from '../../src/compose/css.ts';
import { startBrowser } from '../player/browser.ts';

/** Every way that we know of to have a style sheet load something; `U` is an address that notes who asks. */
const tricks = [
  'a{background:url(U)}',
  'a{background:URL("U")}',
  'a{background:u\\52 l(U)}',
  'a{background:\\75 \\72 \\6c (U)}',
  'a{background:url/**/(U)}',
  'a{background:/*url(x)*/url(U)/*)*/}',
  'a{background:"/*";background:url(U);content:"*/"}',
  'a{content:"\\"";background:url(U)}',
  "a{content:'\\\n';background:url(U)}",
  'a{background:image-set("U" 1x)}',
  'a{background:-webkit-image-set(url(U) 1x)}',
  'a{background:image-set(linear-gradient(red,blue) 1x,"U" 2x)}',
  'a{background:cross-fade(url(U) 50%,red)}',
  'a{background:-webkit-cross-fade(url(U),url(U),50%)}',
  'a{background:image("U")}',
  'a{background:src("U")}',
  'a{background:element(#b)}',
  '@import "U";',
  '@import url(U) layer(x) supports(display:block);',
  '@\\69mport "U";',
  '@charset "utf-8";@import "U";',
  '@namespace svg url(U);svg|a{fill:url(U)}',
  '@font-face{font-family:F;src:url(U)}a{font-family:F}',
  '@font-face{font-family:G;src:local("x"),url("U")format("woff2")}a{font-family:G}',
  '@property --p{syntax:"<url>";inherits:true;initial-value:url(U)}a{background:var(--p)}',
  '@property --q{syntax:"<image>";inherits:true;initial-value:url(U)}a{background:var(--q)}',
  'a{--r:url(U);background:var(--r)}',
  'a{--r:"U";background:image-set(var(--r) 1x)}',
  'a{--r:url( ;background:var(--r)U)}',
  'a{--r:{background:url(U)}}',
  'a{filter:url(U#f);mask:url(U);clip-path:url(U#c)}',
  'a{cursor:url(U),auto;list-style-image:url(U);border-image:url(U) 1}',
  'a::before{content:url(U)}a::marker{content:url(U)}',
  'a{offset-path:url(U#p);shape-outside:url(U)}',
  '@counter-style c{system:cyclic;symbols:url(U)}a{list-style:c;display:list-item}',
  '@supports (background:url(U)){a{background:url(U)}}',
  '@media screen{@layer x{@container (width>0){a{background:url(U)}}}}',
  'a{& b{background:url(U)}background:url(U)}',
  '@scope (a){:scope{background:url(U)}}',
  '@page{background:url(U);@top-left{content:url(U)}}',
  '@view-transition{navigation:auto}a{background:url(U)}',
  '@document url(U){a{background:url(U)}}',
  '@font-feature-values F{@styleset{a:1}}a{background:url(U)}',
  '</style><img src="U"><style>',
  '<!-- a{background:url(U)} -->',
  "a{background:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><image href='U'/></svg>\")}",
  "a{background:url(\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'><style>@import 'U';*{fill:url(U)}</style></svg>\")}",
  'a{background:attr(title type(<url>))}',
  'a{background:if(style(--x):url(U);else:url(U))}',
  'a{background:url(U',
  'a{background:url("U',
  'a{background:url(U\n)}',
  'a{b:(;}a{background:url(U)}',
  'a{b:[;background:url(U)}',
  'a{b:\\}a{background:url(U)}',
  '\ufeff@import "U";',
  'a{background:url(//127.0.0.1:P/x)}',
  'a{background:url(\\2f\\2f 127.0.0.1:P/x)}',
  'a{background:url(#x)}a{background:url(data:text/html,<img src=U>)}',
  'a{-moz-binding:url(U);behavior:url(U)}',
  'a{src:url(U);d:path("U");background:paint(U)}',
  '@starting-style{a{background:url(U)}}a{transition:background 1s}',
  '@keyframes k{from{background:url(U)}}a{animation:k 9s}',
  'a:has(> [style*="url(U)"]){background:url(U)}',
];

let browser: Browser;
let page: Page;
const asked: string[] = [];
let address = '';
const canary = createServer((socket) => {
  socket
    .on('error', () => undefined)
    .once('data', (data) => {
      asked.push(data.toString('latin1').split('\r\n')[0] ?? '');
      socket.end('HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    });
});

beforeAll(async () => {
  await new Promise<void>((resolve) => canary.listen(0, '127.0.0.1', resolve));
  address = `127.0.0.1:${(canary.address() as AddressInfo).port}`;
  browser = await startBrowser();
  page = await browser.newPage();
  page.on('request', (request) => {
    if (!/^(?:data|about|file):/.test(request.url())) asked.push(request.url());
  });
});
afterAll(async () => {
  await browser.close();
  canary.close();
});

/** What a browser asks for when it shows a page with this style sheet, as deck.md in a browser would: without a CSP. */
async function requestsOf(css: string): Promise<readonly string[]> {
  asked.length = 0;
  await page.setContent(
    `<!doctype html><meta charset=utf-8><body><a title="http://${address}/t" href="#x"><b>text</b></a><style>${css}</style>`,
  );
  await page.evaluate('document.body.offsetHeight + getComputedStyle(document.querySelector("a")).background');
  await new Promise((resolve) => setTimeout(resolve, 25));
  return [...asked];
}

const armed = (css: string): string => css.replaceAll('U', `http://${address}/x`).replaceAll('127.0.0.1:P', address);

it('the browser of this test does ask when it may', async () => {
  expect(await requestsOf(armed('a{background:url(U)}'))).not.toEqual([]);
});

it.each(tricks)('%s: loads nothing', async (css) => {
  expect(await requestsOf(styleSheet('own.css', armed(css)).css)).toEqual([]);
});

it('no sheet made of such pieces loads anything', { timeout: 300_000 }, async () => {
  const piece = fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom(...tricks.flatMap((trick) => trick.split(/(?<=[{};:,(])/))) },
    { weight: 2, arbitrary: fc.constantFrom(...'{ } ( ) [ ] " \' \\ /* */ ; : , @ a{ url( \n'.split(' ')) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 3 }) },
  );
  const sheets = fc.array(fc.array(piece, { maxLength: 14 }), { minLength: 20, maxLength: 20 });
  await fc.assert(
    fc.asyncProperty(sheets, async (all) => {
      const clean = all.map((parts) => styleSheet('own.css', armed(parts.join(''))).css);
      expect(await requestsOf(clean.join('</style><style>'))).toEqual([]);
    }),
    { numRuns: Number(process.env.SHEET_RUNS ?? 20) },
  );
});

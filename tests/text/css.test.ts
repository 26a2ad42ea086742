import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser, Page } from 'puppeteer';
import { styleSheet } from '../../src/compose/css.ts';
import { cssLimits, fontRules, untaggingDeclarations } from '../../src/text/index.ts';
import { startBrowser } from '../player/browser.ts';

const file = 'lessons/x/own.css';
const cssOf = (text: string): string => styleSheet(file, text).css;
const found = (text: string): readonly string[] =>
  styleSheet(file, text).diagnostics.map(({ code, at }) => `${code} ${text.slice(at?.start, at?.end)}`);

/** Ways to hide an address; `U` is where it leads. */
const hidden = [
  'a { background: url(U) }',
  'a { background: URL( "U" ) }',
  'a { background: u\\72l(U) }',
  'a { background: \\75 rl(U) }',
  'a { background: \\000075RL("U") }',
  'a { back\\67 round: u\\72 l(U) }',
  'a { background: url("\\68ttp://U") }',
  'a { background: url(/*a*/U) }',
  'a { background: /* url( */ url(U) /* ) */ }',
  'a { background: url(x) url(U) }',
  'a { background: "/*" url(U) "*/" }',
  "a { content: 'a\n'; background: url(U); b: '' }",
  'a { content: "a\n; background: url(U); b: "; }',
  'a { background: image-set("U" 1x) }',
  'a { background: -webkit-image-set(url(U) 1x) }',
  'a { background: image-set(/*a*/"U" 1x, url(#b) 2x) }',
  'a { background: cross-fade(url(#a), url(U), 50%) }',
  'a { background: -webkit-cross-fade(url("#a"), "U", 50%) }',
  'a { background: image("U", red) }',
  'a { background: src("U") }',
  'a { background: \\69mage-set("U" 1x) }',
  'a { --x: "U"; background: src(var(--x)) }',
  'a { --x: url(U); background: var(--x) }',
  'a { --x: { background: url(U) } }',
  'a { background: var(--y, url(U)) }',
  'a { cursor: url(U), auto }',
  'a { list-style: square url(U) }',
  'a { filter: url(U#f) }',
  'a { mask: url(U) }',
  'a { shape-outside: url(U) }',
  'a { offset-path: url(U#p) }',
  'a::before { content: url(U) }',
  'a { border-image: url(U) 30 }',
  'a { src: url(U) }',
  'a { & b { background: url(U) } }',
  '@media all { a { background: url(U) } }',
  '@supports (color: red) { @media all { a { background: url(U) } } }',
  '@layer x { a { background: url(U) } }',
  '@keyframes k { from { background: url(U) } } a { animation: k 1s }',
  '@page { background: url(U) }',
  '@property --p { syntax: "*"; inherits: false; initial-value: url(U) }',
  '@counter-style c { system: cyclic; symbols: url(U) }',
  '@font-face { font-family: f; src: url(U) } a { font-family: f }',
  '@font-face { font-family: g; src: local("x"), url(U) format("woff2") } a { font-family: g }',
  '@import url(U);',
  '@import "U";',
  '@IMPORT/**/"U"',
  '@\\69mport "U";',
  '@\\49 mport url(U) print;',
  '@charset "utf-8"; @import "U";',
  '@namespace svg url(U);',
  '@document url(U) { a { color: red } }',
  '/* @import "U"; */ @import "U" /* x */;',
  'a[b="] { } @import \\"U\\"; "] { color: red }',
  'a { } @import "U" supports(color: red);',
  'a:is(url(U)) { color: red }',
  'a { color: red } b:url(U) { color: red }',
  'a(x) { background: url(U) } { color: red }',
  'a { behavior: url(U) }',
  'a { color: red; } } @import "U"; a { ',
  'a { background: url(U }',
  'a { background: url(U) \\',
  'a { background: ur\\6c("U") } /* \\*/ b { background: url(U) }',
  '<!-- a { background: url(U) } -->',
  '@media (a < /style><img src=U>) { a { color: red } }',
  '@media (a </**/style><img src=U>) { a { color: red } }',
];

describe('a style sheet loads nothing, however the address is hidden', () => {
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  beforeAll(async () => {
    browser = await startBrowser();
    page = await browser.newPage();
    await page.setRequestInterception(true);
    page.on('request', (request) => {
      if (request.url().includes('canary')) asked.push(request.url());
      void (request.url().startsWith('data:') ? request.continue() : request.abort());
    });
  });
  afterAll(() => browser.close());

  /** What a browser asks for when it shows a page with these style sheets, without any policy to stop it. */
  async function askedFor(sheets: readonly string[]): Promise<readonly string[]> {
    asked.length = 0;
    const styles = sheets.map((sheet) => `<style>${sheet}</style>`).join('');
    await page.setContent(`${styles}<a href="#x" b="x">text<b>x</b></a><svg><path d="M0 0"/></svg>`);
    await page.evaluate(() => document.fonts.ready);
    return [...asked];
  }

  it('and the canary sings when nothing is left out', async () => {
    expect(await askedFor(['a { background: url(http://canary.test/a.png) }'])).toHaveLength(1);
  });

  it('by any of the tricks', async () => {
    const sheets = hidden.map((css, i) => cssOf(css.replaceAll('U', `http://canary.test/${i}.png`)));
    expect(await askedFor(sheets)).toEqual([]);
    expect(sheets.join('\n')).not.toMatch(/canary[^]*canary\.test\/\d+\.png"?\)/);
  });

  it('by any mixture of their pieces', async () => {
    const piece = fc.constantFrom(
      ...'a{ } ( ) [ ] " \' \\ /* */ ; : , @ \n url( u\\72l( http://canary.test/z.png background content --x var(--x) image-set( @import @media{ & # . 1x red'.split(
        ' ',
      ),
    );
    const sheets: string[] = [];
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const css = cssOf(pieces.join(''));
        if (css !== '') sheets.push(css);
        // What was written is read as the same again: nothing hides between two readings.
        expect(cssOf(css)).toBe(css);
      }),
      { numRuns: 3000 },
    );
    expect(await askedFor(sheets)).toEqual([]);
  });

  it.each(hidden.filter((css) => !/^(?:<!--|a \{ background: url\(U\) \\|@charset|a\[b|@media \(a)/.test(css)))(
    'and says so at its place: %j',
    (css) => {
      const [first] = styleSheet(file, css.replaceAll('U', 'http://h/')).diagnostics;
      expect(first?.code).toMatch(/^theme\/css/);
      expect(first?.at?.file).toBe(file);
    },
  );
});

describe('what a style sheet is for stays', () => {
  it.each([
    'section { color: rgb(0 0 0 / 50%) }',
    '.a > .b + .c ~ d, e::before, f:not(.g, :hover) { content: "\\201C" counter(x) }',
    'a[href^="#"] { color: light-dark(red, oklch(0.5 0.1 20)) }',
    '.w-1\\/2 { width: calc((100% - 2 * var(--gap)) / 3) }',
    '@media (min-width: 600px) and print { a { color: red !important } }',
    '@media (400px <= width < 900px) { a { color: red } }',
    '@supports (display: grid) and selector(a > b) { a { display: grid } }',
    '@keyframes spin { from { rotate: 0deg } 50.5% { rotate: 9deg } to { rotate: 360deg } }',
    '@container card (width > 40em) { a { color: red } }',
    '@layer a, b;',
    'a { & .b { color: red } &:hover { color: blue } }',
    'a { grid-template: [full-start] "a b" 1fr [end] / minmax(0, 1fr) repeat(2, auto) }',
    'a { background: linear-gradient(45deg, #fff 10%, transparent), url(data:image/png;base64,iVBORw0KGgo=) }',
    'a { fill: url(#gradient) }',
    '@font-face { font-family: F; src: url("data:font/woff2;base64,d09GMg==") format("woff2"); unicode-range: U+20-7E }',
    ':root { --x: 1px solid red; --empty: ; }',
    'a { font: 600 1em/1.2 "A B", sans-serif; transform: translate(-50%, 2px) rotate(3deg) }',
  ])('%s', (css) => {
    expect(found(css)).toEqual([]);
    const bare = (text: string): string => text.replace(/[\s;]+/g, '');
    expect(bare(cssOf(css))).toBe(bare(css));
  });

  it('and Lectern’s own sheets are left as they are', () => {
    const css = 'a { background: url("data:x") } /* c */';
    expect(styleSheet('lectern:templates/x.css', css)).toEqual({ css, diagnostics: [] });
  });
});

describe('source maps that a style sheet names', () => {
  it.each(['data:application/json;x,y', 'data:application/json,%zz', '/dev/zero', 'own.css.map'])(
    '%s is not looked at',
    (name) => {
      const map = `/*# sourceMappingURL=${name} */`;
      expect(found(`a { color: red }\n${map}`)).toEqual([]);
      expect(fontRules(`@font-face { font-family: A; src: url(a.woff2) }\n${map}`)).toHaveLength(1);
      expect(untaggingDeclarations(`a { opacity: .5 }\n${map}`)).toHaveLength(1);
    },
  );
});

describe('findings', () => {
  it('name what was left out and stand where it stands', () => {
    expect(found('a { color: red }\nb { background: url(x.png); color: blue }\n@import "y";')).toEqual([
      'theme/css-left-out background: url(x.png);',
      'theme/css-left-out @import "y";',
    ]);
  });

  it('name effects that take text out of the tags of a PDF, at their declaration', () => {
    expect(found('a { opacity: .5; color: red }\nb { filter: blur(2px); opacity: 1; text-shadow: none }')).toEqual([
      expect.stringMatching(/^theme\/css-untags opacity: .5/),
      expect.stringMatching(/^theme\/css-untags filter: blur\(2px\)/),
    ]);
  });

  it('say what is too much, and what cannot be read', () => {
    expect(found('a{}'.repeat(cssLimits.rules + 1))).toEqual([expect.stringMatching(/^theme\/css-too-much /)]);
    expect(found(`a{b:${'('.repeat(5000)}}`)).toEqual([expect.stringMatching(/^theme\/css-too-much /)]);
    expect(found(' '.repeat(cssLimits.characters) + 'a{}')).toEqual([expect.stringMatching(/^theme\/css-too-much /)]);
    expect(found('a { b: c')).toEqual([expect.stringMatching(/^theme\/css /)]);
  });
});

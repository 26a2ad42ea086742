import { describe, expect, it } from 'vitest';
import { styleSheet } from '../../src/compose/css.ts';
import { forbiddenHtml } from '../../src/render/forbidden.ts';
import { sanitizeSvg } from '../../src/render/svg/index.ts';
import { cleanDeclarations, cleanValue, prefixSelectors } from '../../src/text/index.ts';
import { cleanSelector } from '../../src/text/css/selector.ts';

const own = { url: (address: string) => (address.startsWith('#') ? address : undefined) };
const value = (text: string): string | undefined => {
  const clean = cleanValue(text, own);
  return 'css' in clean ? clean.css : undefined;
};

describe('values', () => {
  it.each([
    ['red', 'red'],
    ['1px /* c */ solid', '1px   solid'],
    ['RGB(1, 2, 3)', 'RGB(1, 2, 3)'],
    ['calc( 1px + 2px )', 'calc(1px + 2px)'],
    ['c\\61lc(1px)', 'calc(1px)'],
    ['"a<b"', '"a\\3c b"'],
    ["'it'", "'it'"],
    ['url(#a)', 'url(#a)'],
    ['url("#a")', 'url(#a)'],
    ['[a] 1fr [b]', '[a] 1fr [b]'],
    ['', ''],
  ])('%s is written as %s', (text, css) => expect(value(text)).toBe(css));

  it.each([
    'url(x)',
    'url(x #a)',
    'URL(x)',
    'u\\72l(x)',
    'image-set("x" 1x)',
    'src("x")',
    'element(#a)',
    'calc(1px',
    '"open',
    '"line\nend"',
    '"\u0001"',
    'a\\;b',
    'a\\{b',
    'a\\}b',
    'a<b',
    'a\\3c b',
    '@import',
    'a]',
    '[a',
    ']a[',
    'a\\0 b\\"',
  ])('%s is refused', (text) => expect(value(text)).toBe(undefined));

  it('what is no character is replaced, and an address is quoted where it must be', () => {
    for (const code of ['0', 'd800', 'dfff', '110000']) expect(value(`a\\${code} b`)).toBe('a\ufffd b');
    expect(value('a\\d7ff b')).toBe('a\ud7ff b');
    expect(value('a\\e000 b')).toBe('a\ue000 b');
    expect(value('a\\10ffff b')).toBe('a\u{10ffff} b');
    const any = { url: (address: string) => address };
    expect(cleanValue('url(a b)', any)).toEqual({ css: 'url("a b")' });
    expect(cleanValue('url("a b<")', any)).toEqual({ css: 'url("a b\\3c ")' });
    expect(cleanValue("url('a.png')", any)).toEqual({ css: "url('a.png')" });
    expect(cleanValue('url()', any)).toEqual({ css: 'url("")' });
    expect(cleanValue('a < 3', { ...own, compares: true })).toEqual({ css: 'a < 3' });
    expect(cleanValue('</style>', { ...own, compares: true })).toHaveProperty('refused');
  });
});

describe('selectors', () => {
  it.each([
    ['a > b', 'a > b'],
    ['a/* x */b', 'a b'],
    ['#a.b[c="d"]:not(.e)::before', '#a.b[c="d"]:not(.e)::before'],
    ["[a='<']", "[a='\\3c ']"],
    [' a , b ', 'a , b'],
    ['li:nth-child(2n+1)', 'li:nth-child(2n+1)'],
    [':is(a,b)', ':is(a,b)'],
  ])('%s is written as %s', (text, css) => expect(cleanSelector(text)).toBe(css));
  it.each(['', ' ', 'a{', 'a)', '(a', '[a', 'a]', '(a]', 'a"b', 'a:url(x)', 'a:foo(b)', 'a;b', '@x', 'a\nb"', '<a', 'a /* b'])(
    '%j is none',
    (text) => expect(cleanSelector(text)).toBe(undefined),
  ); // prettier-ignore
  it('ids get their new names, colours in attributes do not', () => {
    expect(cleanSelector('#a b#c:not(#d) [x=#e]', (id) => `n-${id}`)).toBe('#n-a b#n-c:not(#n-d) [x=#e]');
  });
  it('each of a list gets what is put before it', () => {
    expect(prefixSelectors('a, b', '#r')).toBe('#r a,#r b');
    expect(prefixSelectors(':is(a,b),[x="c,d"],e\\,f', '#r')).toBe('#r :is(a,b),#r [x="c,d"],#r e\\,f');
    expect(prefixSelectors("[x='a,(']", '#r')).toBe("#r [x='a,(']");
  });
});

describe('sheets', () => {
  const sheet = (text: string) => styleSheet('own.css', text);
  const told = (text: string): readonly string[] => sheet(text).diagnostics.map(({ code }) => code);
  it.each([
    'a{behavior:x}',
    'a{-moz-binding:x}',
    'a{beha\\vior:x}',
    '@import "x";',
    '@charset "x";',
    '@namespace x;',
    '@media (a:url(x)){a{b:c}}',
    'a:foo(b){c:d}',
  ])('%s is left out, and told', (text) => {
    expect(told(text)).toContain('theme/css-left-out');
    expect(sheet(`${text} p{color:red}`).css.replace(/\s/g, '')).toMatch(/p\{color:red;?\}$/);
    expect(sheet(text).css).not.toMatch(/behavior|binding|import|charset|namespace|url|foo|b c/);
  });
  it('what only sounds like it stays', () => {
    expect(sheet('a{scroll-behavior:smooth;behavior-x:y}').css).toMatch(/scroll-behavior:smooth[^]*behavior-x:y/);
    expect(told('a{scroll-behavior:smooth}')).toEqual([]);
    expect(sheet('@media (width<900px){a{b:c!important}}').css.replace(/\s/g, '')).toBe('@media(width<900px){a{b:c!important;}}'); // prettier-ignore
  });
  it('a place is told in the text as it was written', () => {
    const text = 'p{a:b}\na{c:url(x)}';
    const [found] = sheet(text).diagnostics;
    expect(text.slice(found?.at?.start, found?.at?.end)).toContain('url(x)');
    expect(told('a{'.repeat(101))).toEqual(['theme/css-too-much']);
    expect(sheet('a{b:c').diagnostics[0]).toMatchObject({ code: 'theme/css', at: { file: 'own.css' } });
    expect(sheet('  ')).toEqual({ css: '  ', diagnostics: [] });
    expect(styleSheet('lectern:x.css', '@import "a";')).toEqual({ css: '@import "a";', diagnostics: [] });
  });
  it('at most twenty are told one by one', () => {
    expect(told(Array.from({ length: 30 }, (_, i) => `a{b${i}:url(x)}`).join(''))).toHaveLength(20);
  });
  it('a style attribute loses what loads', () => {
    expect(cleanDeclarations('color:red;background:url(x)', own)).toMatchObject({ css: 'color:red', leftOut: [{}] });
    expect(cleanDeclarations('a{b:c}', own)).toMatchObject({ css: '' });
  });
});

describe('the HTML of a slide', () => {
  it.each([
    ['<script>', '<script>'],
    ['</script>', '</script>'],
    ['<IFRAME src=x>', '<iframe>'],
    ['<p onclick="a()">', 'onclick in'],
    ['<p on=x>', 'on in'],
    ['<a ping=x>', 'ping in'],
    ['<img src="http://x/a.png">', 'src in'],
    ['<p src="assets/a.png">', 'src in'],
    ['<img src=" javascript:a()">', 'src in'],
    ['<img src="xassets/a.png">', 'src in'],
    ['<a href="javascript:a()">', 'href in'],
    ['<a href="xhttps://a">', 'href in'],
    ['<a href="files/../x">', 'href in'],
    ['<use href="http://x#a">', 'href in'],
    ['<use xlink:href="x">', 'xlink:href in'],
    ['<p style="background:url(x)">', 'style in'],
    ['<p style="background:u\\72l(x)">', 'style in'],
    ['<p style="@import x">', 'style in'],
    ['<!-- x -->', '<!--'],
  ])('%s is found', (html, start) => expect(forbiddenHtml(`a ${html}`)).toMatch(start));
  it.each([
    '<p class="on" title="onclick" style="color:red">a</p>',
    '<p style="width:calc(1px + 2px)">a</p>',
    '<img src="assets/a.png" alt="x"><img src="data:image/png;base64,AA">',
    '<a href="https://a/b">x</a><a href="mailto:a@b">x</a><a href="#a">x</a><a href="files/a.csv">x</a>',
    '<svg><use href="#a"/></svg>',
  ])('%s is fine', (html) => expect(forbiddenHtml(html)).toBe(undefined));
});

describe('drawings', () => {
  const draw = (inside: string, root = '', prefix = 'p-') => {
    const text = `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9"${root}>${inside}</svg>`;
    const made = sanitizeSvg(new TextEncoder().encode(text), { file: 'a.svg', idPrefix: prefix });
    if (!made.ok) return { svg: '', codes: made.diagnostics.map(({ code }) => code), said: '' };
    return { svg: made.value.svg, codes: made.diagnostics.map(({ code }) => code), said: made.diagnostics[0]?.message ?? '' };
  }; // prettier-ignore
  it.each([
    ['<g ONCLICK="a()"><path/></g>', 'ONCLICK'],
    ['<g onload="a()"/>', 'onload'],
    ['<image href="data:image/svg+xml;base64,AAAA"/>', 'href of <image>'],
    ['<image href="data:image/png,AAAA"/>', 'href of <image>'],
    ['<image href="x data:image/png;base64,AAAA"/>', 'href of <image>'],
    ['<use href="data:image/png;base64,AAAA"/>', 'href of <use>'],
    ['<use href="a#b"/>', 'href of <use>'],
    ['<use xlink:href="#a#b"/>', 'href of <use>'],
    ['<path fill="url(x)"/>', 'fill with'],
    ['<path style="fill:url(x)"/>', 'style with'],
    ['<style>@import "x";</style>', '<style> with'],
    ['<script/>', '<script>'],
    ['<foreignObject/>', '<foreignObject>'],
    ['<animate/>', '<animate>'],
  ])('%s is left out and told', (inside, name) => {
    const { svg, codes, said } = draw(`<text>kept</text>${inside}`);
    expect([codes, said]).toEqual([['svg/dropped'], expect.stringContaining(name)]);
    expect(svg).toContain('kept');
    expect(svg).not.toMatch(/onclick|onload|data:|url\(|import|script|foreignObject|animate|a\(\)|"a#b/i);
  });
  it('what is harmless stays, with new ids', () => {
    const { svg, codes } = draw('<defs><path id="a"/></defs><a href="http://x"><use href="#a" class="k" data-step="2" data-x="1"/></a><image href="data:image/png;base64,AA AA"/><g aria-labelledby="a  b" style="fill:url(#a)" xml:lang="nl" xml:space="preserve" xml:base="http://x"/><path fill="url(#a)" stroke="red"/><style>#a, .k{fill:url(#a)}</style>'); // prettier-ignore
    expect(codes).toEqual([]);
    for (const part of ['<path id="p-a"/>', '<g><use href="#p-a" class="k" data-step="2"/></g>', '<image href="data:image/png;base64,AAAA"/>', '<g aria-labelledby="p-a p-b" style="fill:url(#p-a)" xml:lang="nl" xml:space="preserve"/>', '<path fill="url(#p-a)" stroke="red"/>', '#p-root #p-a,#p-root .k{fill:url(#p-a);}'])
      expect(svg).toContain(part); // prettier-ignore
    expect(draw('<style>.k{fill:red}</style>', '', '').svg).toContain('<style>.k{fill:red;}</style>');
    for (const step of ['0', '1000', 'x1', '1x']) expect(draw(`<g data-step="${step}"/>`).svg).toContain('<g/>');
    expect(draw('<g style=""/>').svg).toContain('<g/>');
  });
  it('in titles and descriptions only words stay: a page reads what is in them as HTML', () => {
    const { svg } = draw('<g><title>a<style></style><title/>b</title><desc><style></style>c<text>d</text></desc></g>');
    expect(svg).toContain('<title>ab</title><desc>c</desc>');
  });
  it('text is escaped', () => {
    expect(draw(`<text id="&quot;&lt;'">&lt;b&gt; &amp; "'</text>`).svg).toContain('<text id="p-&quot;&lt;&#39;">&lt;b&gt; &amp; &quot;&#39;</text>'); // prettier-ignore
  });
  it('copies are counted through all that they name', () => {
    const bomb = Array.from({ length: 9 }, (_, i) => `<g id="g${i}">${`<use href="#g${i + 1}"/>`.repeat(9)}</g>`);
    expect(draw(`<defs>${bomb.join('')}<path id="g9"/></defs>`).codes).toEqual(['svg/too-large']);
    expect(draw('<use id="a" href="#b"/><use id="b" href="#a"/>').codes).toEqual(['svg/too-large']);
    expect(draw('<path id="a"/><use href="#a"/><use href="#none"/>').codes).toEqual([]);
  });
});

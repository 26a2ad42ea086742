import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { Marp } from '@marp-team/marp-core';
import { DomParser } from '../support/dom.ts';
import { slideCountIn } from '../support/marp.ts';
import { errorsOf, kitFrom, lessonOf, soundKit } from '../support/pipeline.ts';

const dom = new DomParser();
afterAll(() => dom[Symbol.asyncDispose]());

const slide = { layout: 'statement', title: 'A title', body: 'Some text.' };
const two = [slide, { ...slide, title: 'Another' }];

describe('the foot of each slide', () => {
  it.each([
    ['<script>alert(1)</script>'],
    ['<img src=x onerror=alert(1)>'],
    ['</footer></section><section>'],
    ['x" onload="y'],
    ['a: b\u2028---\u2028_class: evil'],
    ["'*/ --> <!-- _class: evil -->"],
    ['{{lesson.title}} ${HOME}'],
    ['\ud800 \u0007 ]]>'],
  ])('shows %j as text', async (footer) => {
    const { made, files } = await soundKit(
      lessonOf(two, { presentation: { footer: `foot ${footer.replaceAll('${', '\\${')}` } }),
    );
    const parsed = await dom.parse(files['deck.html'] ?? '');
    expect([parsed.dangers, parsed.outside, parsed.scripts, parsed.slides.length]).toEqual([[], [], 2, 2]);
    expect(parsed.slides.every(({ text }) => text.includes('foot'))).toBe(true);
    expect(made.deck.slides[0]?.html).not.toContain('evil"');
    const { html } = new Marp({ script: false, html: true, inlineSVG: false }).render(files['deck.md'] ?? '', {
      htmlAsArray: true,
    });
    expect(html).toHaveLength(2);
    const elsewhere = await dom.parse(`<main>${html.join('')}</main>`);
    expect([elsewhere.dangers, elsewhere.scripts]).toEqual([[], 0]);
  });

  it.each(['http://127.0.0.1:1/x.png', '../../secret.png'])('takes no picture from outside: %s', async (src) => {
    const kit = await kitFrom(lessonOf(two, { presentation: { footer: `![x](${src})` } }));
    expect(errorsOf(kit)).toEqual([expect.stringMatching(/^asset\/outside /)]);
  });

  it('keeps its Markdown', async () => {
    const { files } = await soundKit(
      lessonOf([slide], { presentation: { footer: 'Course **BIO2**, *week* 4: H~2~O' } }),
    );
    expect(files['deck.html']).toMatch(
      /<footer[^>]*>Course <(b|strong)>BIO2<\/(b|strong)>, <(i|em)>week<\/(i|em)> 4: H<sub>2<\/sub>O<\/footer>/,
    );
  });
});

describe('notes in deck.md', () => {
  const readBack = (markdown: string) =>
    new Marp({ script: false, inlineSVG: false }).render(markdown, { htmlAsArray: true });
  it.each([
    '_class: evil',
    'class: evil\n_backgroundColor: red',
    ': x\n_class: evil',
    '? _class\n: evil',
    '--> <script>alert(1)</script> <!--',
    '--!> <b>x</b>',
    '- a\n\n---\n\n- b',
    '...\n---\n_class: evil',
    '{ _class: evil }',
    '%YAML 1.2\n---\n_class: evil',
    '```\n-->\n```',
    '<!-- _class: evil -->',
    'ends with dashes --',
  ])('cannot become directives or slides: %j', async (notes) => {
    const { files } = await soundKit(lessonOf([{ ...slide, notes }, slide]));
    const { html, comments } = readBack(files['deck.md'] ?? '');
    expect(html).toHaveLength(2);
    expect(html.join('')).not.toMatch(/evil|<script|<b>x/);
    expect(comments[0]?.length).toBe(1);
  });
  it('cannot, whatever they are (property)', async () => {
    const piece = fc.constantFrom(
      '_class: evil',
      '\n',
      ':',
      '?',
      ' ',
      '-',
      '--',
      '>',
      '!',
      '<!--',
      '---',
      '...',
      '#',
      '&a',
      '*a',
      '"',
      "'",
      '|',
      '{',
      '}',
      '[',
      ']',
      'x',
      '\t',
      '%',
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(piece, { maxLength: 10 }), { minLength: 10, maxLength: 10 }), async (all) => {
        const slides = all.map((parts) => ({ ...slide, notes: `n${parts.join('')}` }));
        const { files } = await soundKit(lessonOf(slides));
        const { html } = readBack(files['deck.md'] ?? '');
        expect(html).toHaveLength(10);
        for (const section of html)
          expect(section).toMatch(/^<section[^>]* data-class="statement light size-16x9[a-z0-9 -]*"/);
      }),
      { numRuns: 12 },
    );
  });
});

describe('tokens', () => {
  it.each([
    'red; } section { display: none',
    'red</style><script>alert(1)</script>',
    'url(http://127.0.0.1:1/x)',
    'red /* ',
    '"unclosed',
    '} @import url(http://x);',
    'u\\72l(http://127.0.0.1:1/x)',
    'red !important; color: blue',
    '[',
    'a\nb: c',
    '\\',
  ])('cannot end their declaration: %j', async (accent) => {
    const kit = await kitFrom(lessonOf([slide], { presentation: { tokens: { accent } } }));
    expect(errorsOf(kit)).toEqual([expect.stringMatching(/^theme\/token /)]);
  });
  it('may be any plain value of CSS', async () => {
    const tokens = {
      accent: '#0a5c7a',
      'font-title': "'Lectern Serif', serif",
      gap: 'calc(2 * var(--space-3))',
      paper: 'oklch(98% 0.01 90 / 0.9)',
      signal: 'color-mix(in srgb, var(--accent) 40%, white)',
    };
    const { files } = await soundKit(lessonOf([slide], { presentation: { tokens } }));
    expect(files['deck.html']).toMatch(/--gap:\s*calc\(2 ?\* ?var\(--space-3\)\)/);
  });
});

describe('titles, authors and language', () => {
  const title = 'A & B <x> ]]> "q" \'a\' \u0007 \ud800 {{x}} </title>';
  it('come out as text everywhere', async () => {
    const { files, made } = await soundKit(
      lessonOf([{ ...slide, title }], { title, author: [title], institution: title }),
    );
    const parsed = await dom.parse(files['deck.html'] ?? '');
    expect([parsed.dangers, parsed.scripts, parsed.styles]).toEqual([[], 2, 2]);
    expect(parsed.slides[0]?.text).toContain('A & B <x> ]]> “q”');
    expect(made.deck.slides[0]?.id).toMatch(/^[a-z0-9-]+$/);
    for (const text of Object.values(files))
      expect([text.includes('\u0007'), text.isWellFormed()]).toEqual([false, true]);
    expect(slideCountIn(files['deck.md'] ?? '')).toBe(1);
    const page = await dom.parse(files['coverage.html'] ?? '');
    expect(page.scripts).toBe(0);
  });
  it.each(['nl" onload="x', 'nl>', 'en/US', '../../etc/passwd', 'x'.repeat(200), 'en\nclass: x'])(
    'refuses the language %j',
    async (lang) => {
      expect(errorsOf(await kitFrom(lessonOf([slide], { lang })))).not.toEqual([]);
    },
  );
  it('gives every slide an id of its own that is safe in an address', async () => {
    const names = ['Same', 'Same', '', '…', '<b>', '../..', 'constructor', '__proto__', 'é ö', '日本語', '-1', 'deck'];
    const { made } = await soundKit(lessonOf(names.map((name) => ({ ...slide, title: name === '' ? '\\ ' : name }))));
    const ids = made.deck.slides.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9][A-Za-z0-9_-]*$/);
  });
});

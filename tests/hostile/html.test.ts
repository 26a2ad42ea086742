import { afterAll, describe, expect, it } from 'vitest';
import { Marp } from '@marp-team/marp-core';
import { DomParser } from '../support/dom.ts';
import { errorsOf, kitFrom, lessonOf, soundKit } from '../support/pipeline.ts';
import { slideCountIn } from '../support/marp.ts';

const dom = new DomParser();
afterAll(() => dom[Symbol.asyncDispose]());

const slide = { layout: 'statement', title: 'A title', body: 'Some text.' };

describe("a lesson's own style sheet (S2, S4)", () => {
  it.each([
    '</style><script>alert(1)</script>',
    '</STYLE ><img src=x onerror=alert(1)>',
    '@import url(http://127.0.0.1:1/a.css);',
    '@import "http://127.0.0.1:1/b.css";',
    '@IMPORT/**/"//127.0.0.1:1/c.css"',
    '@\\69mport "http://127.0.0.1:1/d.css";',
    'section { background: url(http://127.0.0.1:1/e.png) }',
    'section { background: URL( "//127.0.0.1:1/f.png" ) }',
    'section { background: u\\72l(http://127.0.0.1:1/g.png) }',
    'section { background: \\u\\r\\l(http://127.0.0.1:1/h.png) }',
    'section { background: \\000075rl(http://127.0.0.1:1/i.png) }',
    'section { background: image-set("http://127.0.0.1:1/j.png" 1x) }',
    'section { background: url(")url(http://127.0.0.1:1/k.png)") }',
    'section { background: url(../../../etc/passwd) }',
    'section { background: url(file:///etc/passwd) }',
    '@font-face { font-family: x; src: url(http://127.0.0.1:1/l.woff2) }',
    '@theme evil; /* @theme evil */ @import-theme "gaia";',
    '---\n\n# A slide\n\n---\n',
    '/* a\n---\nb */',
    '/* unclosed',
    'section { color: red',
    '"unclosed',
    '}\n}\n}',
    '\u0000\u0007\u0085\u2028\ufeff',
    '<!-- _class: evil --> -->',
  ])('loads nothing and stays a style sheet: %j', async (css) => {
    const kit = await kitFrom(lessonOf([slide, slide], { presentation: { css: 'own.css' } }), {
      'lessons/x/own.css': css,
    });
    // A style sheet that cannot be read is left out of the deck.
    if (errorsOf(kit).length > 0) {
      expect(errorsOf(kit)).toEqual([expect.stringMatching(/^theme\/css /)]);
      expect(kit.diagnostics.find(({ code }) => code === 'theme/css')?.at?.file).toBe('lessons/x/own.css');
    }
    const html = kit.files['deck.html'] ?? '';
    const parsed = await dom.parse(html);
    expect([parsed.dangers, parsed.scripts, parsed.styles, parsed.slides.length]).toEqual([[], 2, 2, 2]);
    const markdown = kit.files['deck.md'] ?? '';
    expect(slideCountIn(markdown)).toBe(2);
    const elsewhere = new Marp({ script: false, inlineSVG: false }).render(markdown);
    expect(elsewhere.html).not.toContain('evil"');
    const style = /<style id="lectern-theme">([^]*?)<\/style>/.exec(html)?.[1] ?? '';
    for (const text of [style, elsewhere.css]) {
      const loads = [
        ...text.replace(/@font-face\s*\{[^}]*\}/g, '').matchAll(/url\(\s*["']?([^)]{0,60})|@import[^;]*/gi),
      ];
      const bad = loads.filter(
        ([whole, url]) => !/^(data:|#|assets\/)/.test(url ?? whole) && !whole.includes('fonts.'),
      );
      expect(bad.map(([whole]) => whole)).toEqual([]);
      expect(text).not.toMatch(/127\.0\.0\.1:1\/[a-z]\.(png|css|woff2)"?\s*1x/);
    }
  });
});

describe('text everywhere else in the outline (S4, S12)', () => {
  const attack = '<script>alert(1)</script><img src=x onerror=alert(1)> ]]> --> \ud800 "\'`';
  it('comes out as text in every file, for every audience', async () => {
    const outline = {
      title: attack,
      subtitle: attack,
      author: [attack, attack],
      institution: attack,
      lang: 'en',
      audience: attack,
      level: attack,
      plans: [{ id: 'p', minutes: 10, title: attack }],
      'prior-knowledge': [attack],
      objectives: [{ id: 'o', verb: attack, bloom: 'apply', text: attack }],
      evidence: [{ id: 'e', label: attack, description: attack }],
      sections: [
        {
          id: 's',
          title: attack,
          minutes: 10,
          omits: [{ statement: 'a.2', reason: attack }],
          slides: [
            { layout: 'title', title: attack, notes: attack },
            { layout: 'section', title: attack },
            { layout: 'objectives' },
            { layout: 'agenda' },
            {
              ...slide,
              evidence: ['e'],
              cites: ['r'],
              covers: ['a.1'],
              notes: `# ${attack}\n\n![x](http://127.0.0.1:1/n.png) [a](javascript:alert(1))`,
            },
            { layout: 'quiz', question: 'q' },
            { layout: 'glossary' },
            { layout: 'references' },
          ],
        },
      ],
      quiz: [
        {
          id: 'q',
          question: attack,
          answers: [{ text: attack, correct: true, feedback: attack }, { text: 'b' }],
          explanation: attack,
        },
      ],
      glossary: [{ term: attack, definition: attack }],
      misconceptions: [{ wrong: attack, right: attack }],
      discussion: [{ id: 'd', prompt: attack, hint: attack }],
      references: [
        {
          id: 'r',
          authors: attack,
          year: 2001,
          title: attack,
          container: attack,
          doi: '10.1000/x"><script>',
          url: 'https://e.org/"><script>',
          note: attack,
        },
      ],
    };
    const text = attack.replace('\ud800', '');
    const source = `# ${text}\n\n## ${text} {#a}\n\nThe first is ${text}.\n\nThe second is ${text}.\n`;
    for (const audience of ['teacher', 'student', 'public'] as const) {
      const { files, made } = await soundKit(outline, { 'lessons/x/source.md': source }, audience);
      expect(slideCountIn(files['deck.md'] ?? '')).toBe(made.deck.slides.length);
      for (const [path, text] of Object.entries(files)) {
        expect([path, text.isWellFormed()]).toEqual([path, true]);
        if (!path.endsWith('.html')) continue;
        const { dangers, outside, scripts } = await dom.parse(text);
        const expected = dangers.filter((danger) => !danger.startsWith('<input type="radio" name="show"'));
        expect([path, expected, outside.filter((name) => !name.startsWith('link ')), scripts]).toEqual([
          path,
          [],
          [],
          path === 'deck.html' ? 2 : 0,
        ]);
      }
      const data =
        /<script type="application\/json" id="lectern-data">([^]*?)<\/script>/.exec(files['deck.html'] ?? '')?.[1] ??
        '{}';
      const { slides } = JSON.parse(data) as { slides: { notes: string }[] };
      const notes = await dom.parse(slides.map((one) => one.notes).join(''));
      expect([notes.dangers, notes.outside, notes.scripts]).toEqual([[], [], 0]);
    }
  });
});

describe('large texts', () => {
  it.each<[name: string, text: string]>([
    ['emphasis', '*a* **b** '.repeat(4000)],
    ['unclosed emphasis', '*a _b '.repeat(8000)],
    ['nested quotations', '> '.repeat(2000)],
    ['brackets', '['.repeat(20_000)],
    ['backticks', '`a ``b '.repeat(6000)],
    ['links', '[a](b '.repeat(8000)],
    ['dollars', '$a '.repeat(8000)],
    ['tildes', '~a '.repeat(8000)],
    ['a long table', `| a |\n|---|\n${'| b |\n'.repeat(5000)}`],
  ])('take no more than a few seconds: %s', async (_, text) => {
    const start = process.cpuUsage();
    const kit = await kitFrom(
      lessonOf([{ layout: 'glossary' }, { ...slide, notes: text }], { glossary: [{ term: 'a', definition: text }] }),
    );
    const { user } = process.cpuUsage(start);
    expect(user / 1000).toBeLessThan(6000);
    expect(errorsOf(kit)).toEqual([]);
  });
});

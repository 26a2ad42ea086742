import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notesWriter } from '../../src/render/notes.ts';
import { htmlPieces } from '../../src/text/index.ts';

const english: Readonly<Record<string, string>> = {
  'callout-warning': 'Warning',
  'math-equals': 'equals',
  'math-frac': 'the fraction {0} over {1}',
};
const write = async (notes: string): Promise<string> => (await notesWriter([notes], (key) => english[key]))(notes);

describe('formulas in notes', () => {
  it.each([
    ['$a = b$', '<mi>a</mi>'],
    ['Say \\(E = mc^2\\) aloud.', '<msup>'],
    ['Water is $\\ce{H2O}$.', 'H'],
  ])('%s', async (notes, part) => {
    const html = await write(notes);
    expect(html).toContain('<math');
    expect(html).toContain(part);
    expect(html).not.toMatch(/[$]|annotation|class="katex/);
    expect(html).toMatch(/<math aria-label="[^"]+"/);
  });

  it('stand in lines of their own where they do in the text', async () => {
    expect(await write('Look:\n\n$$\n\\frac{a}{b}\n$$\n\nand on.')).toMatch(/<p><math[^>]* display="block"/);
  });

  it('that cannot be set stay as they are written, and money is no formula', async () => {
    expect(await write('Then $\\nonsense{x}$ follows.')).toContain('<code>\\nonsense{x}</code>');
    expect(await write('It costs $5 or $6.')).toBe('<p>It costs $5 or $6.</p>');
  });
});

it('reads marks as slides do', async () => {
  expect(await write('H~2~O, x^2^, ==this==, [Weltanschauung]{lang=de}')).toBe(
    '<p>H<sub>2</sub>O, x<sup>2</sup>, <mark>this</mark>, <span lang="de">Weltanschauung</span></p>',
  );
  expect(await write('- [x] done')).toContain('<li>☑ done</li>');
  expect(await write('> [!WARNING]\n> Hot.')).toContain('<strong>Warning</strong>');
});

it('gives footnotes numbers, and no addresses that the player would take for slides', async () => {
  const html = await write('One[^a].\n\n[^a]: Two.');
  expect(html).toContain('One<sup>[1]</sup>');
  expect(html).toContain('Two.');
  expect(html).not.toMatch(/\b(?:href|id)=/);
});

it('shows what is not known as it is written', async () => {
  const html = await write(
    'A <script>x()</script> and ![alt](http://example.org/a.png) <!-- say it -->\n\n<!-- more -->',
  );
  expect(html).toContain('&lt;script&gt;x()&lt;/script&gt;');
  expect(html).toContain('say it');
  expect(html).toContain('more');
  expect(html).toContain('alt');
  expect(html).not.toContain('<img');
});

const known = new Set(
  (
    'p br hr em strong s code pre ul ol li blockquote h1 h2 h3 h4 h5 h6 a table thead tbody tr th td dl dt dd sub sup ' +
    'mark span b i u q cite kbd small bdi math semantics mrow mi mn mo ms mtext mspace mstyle msup msub msubsup mfrac ' +
    'msqrt mroot mover munder munderover mtable mtr mtd mpadded mphantom menclose merror mglyph maction mmultiscripts'
  ).split(' '),
);

it('writes no element that runs or loads, whatever the notes are', async () => {
  const piece = fc.oneof(
    fc.constantFrom(
      '$',
      '$$',
      '\\(',
      '\\)',
      '<',
      '>',
      '<b>',
      '</b>',
      '<!--',
      '-->',
      '[',
      ']',
      '](javascript:x)',
      '{lang=en}',
    ),
    fc.constantFrom(
      '[^1]',
      '\n\n[^1]: ',
      '\n',
      '- ',
      '> [!NOTE] ',
      '`',
      '\\frac{1}{2}',
      '\\href{javascript:x}{y}',
      '<img src=x onerror=y>',
    ),
    fc.string({ unit: 'grapheme', maxLength: 6 }),
  );
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 14 }), async (pieces) => {
      for (const part of htmlPieces(await write(pieces.join('')))) {
        if (part.kind !== 'open') continue;
        expect(known).toContain(part.name);
        for (const { name, value } of part.attributes) {
          expect(name).not.toMatch(/^on|^src$|^style$/);
          expect(value).not.toMatch(/^\s*javascript:/i);
        }
      }
    }),
    { numRuns: 150 },
  );
});

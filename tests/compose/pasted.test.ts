import { markdownReader } from '../../src/text/index.ts';
import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import {
  blockMarkdown,
  inlineMarkdown,
  plainText,
  type TextProblem,
  type WriterHost,
} from '../../src/compose/text/index.ts';
import { commentsOf } from '../../src/text/index.ts';

/** A host that notes what it is told. */
function noting() {
  const told = { notes: [] as string[], problems: [] as TextProblem[], formulas: [] as string[] };
  const host: WriterHost = {
    picture: (src) => `assets/${src}`,
    drawing: () => '',
    use: () => undefined,
    file: (path) => `files/${encodeURIComponent(path)}`,
    footnote: (markdown) => told.notes.push(markdown),
    formula: (tex) => void told.formulas.push(tex),
    report: (problem) => void told.problems.push(problem),
  };
  return { host, told };
}

const reader = new MarkdownIt({ html: true, linkify: false });
const block = (text: string): string => reader.render(blockMarkdown(text, noting().host));
const inline = (text: string): string => inlineMarkdown(text, noting().host);
const kinds = (text: string): readonly string[] => {
  const { host, told } = noting();
  blockMarkdown(text, host);
  return told.problems.map(({ kind }) => kind);
};

describe('formulas', () => {
  it.each([
    ['\\(a^2\\)', '$a^2$'],
    ['a \\[b\\] c', 'a $\\displaystyle b$ c'],
    ['in $$x$$ words', 'in $\\displaystyle x$ words'],
    ['costs 5 $ or 6 $', 'costs 5 &#36; or 6 &#36;'],
  ])('%s in a line', (text, written) => expect(inline(text)).toBe(written));
  it.each([
    '$$E = mc^2$$',
    '$$\nE = mc^2\n$$',
    '\\[E = mc^2\\]',
    '```math\nE = mc^2\n```',
    '\\begin{equation}\nE = mc^2\n\\end{equation}',
  ])('%j in lines of its own', (text) => expect(blockMarkdown(text, noting().host)).toBe('$$\nE = mc^2\n$$'));
  it('part a paragraph where they are meant to stand alone', () => {
    expect(blockMarkdown('From $$a$$ follows $b$.', noting().host)).toBe('From\n\n$$\na\n$$\n\nfollows $b$.');
  });
  it('keep their bars in tables', () => {
    const table = (cell: string): string =>
      blockMarkdown(`| a | b |\n|---|---|\n| ${cell} | y |`, noting().host).split('\n')[2] ?? '';
    expect(table('$|x|$')).toBe('| $\\|x\\|$ | y |');
    expect(table('$P(A \\| B)$')).toBe('| $P(A \\| B)$ | y |');
    expect(table('$\\|x\\|$')).toBe('| $\\\\|x\\\\|$ | y |');
    expect(table('a \\| b')).toBe('| a &#124; b | y |');
  });
});

describe('marks of other tools', () => {
  it.each([
    ['==marked==', '<mark>marked</mark>'],
    ['H~2~O, x^2^, x<sup>2</sup>', 'H<sub>2</sub>O, x<sup>2</sup>, x<sup>2</sup>'],
    ['Press <kbd>Ctrl</kbd>', 'Press <kbd>Ctrl</kbd>'],
    ['a<br>b<br/>c', 'a<br />b<br />c'],
    [':smile:', '😄'],
    ['[Guten Tag]{lang=de}', '<span lang="de">Guten Tag</span>'],
    ['[שלום]{lang=he}', '<span lang="he" dir="rtl">שלום</span>'],
    ['<em>so</em> <strong>it</strong>', '<i>so</i> <b>it</b>'],
    ['これは**「市場」**です', 'これは<b>「市場」</b>です'],
    ['[call](tel:+31201234567)', '<a href="tel:+31201234567">call</a>'],
    ['[the notes](hand%20out.pdf)', '<a href="files/hand%20out.pdf">the notes</a>'],
    ['[text][a] and more', '&#91;text&#93;&#91;a&#93; and more'],
  ])('%s', (text, written) => expect(inline(text)).toBe(written));
  it('reads reference links, definition lists, tasks and the bullets of Word', () => {
    expect(block('See [the manual][m].\n\n[m]: https://example.org/')).toContain(
      '<a href="https://example.org/">the manual</a>',
    );
    expect(block('Term\n: What it *means*')).toMatch(
      /<dl>\s*<dt>\s*<p>Term<\/p>\s*<\/dt>\s*<dd>\s*<p>What it <em>means/,
    );
    expect(block('- [ ] open\n- [x] done')).toMatch(
      /<li><span class="task">☐<\/span> open<\/li>\s*<li><span class="task">☑/,
    );
    expect(block('•\tone\n•\ttwo').match(/<li>/g)).toHaveLength(2);
  });
  it.each([
    ['[list](files/word list.pdf)', 'files/word%20list.pdf'],
    ['a [list](files/list (2).pdf) (new)', 'files/list%20(2).pdf'],
    ['[a](files/100% oil.txt "Title")', 'files/100%25%20oil.txt'],
  ])('reads the name of a file with spaces or brackets: %s', (written, href) => {
    expect(markdownReader().renderInline(written)).toContain(`href="${href}"`);
  });

  it.each(['[a](see there) and [b](x.png)', '[a](one two three. four)', '[a](x.png "t") (y z.png)'])(
    'leaves as it was: %s',
    (written) => {
      expect(markdownReader().renderInline(written)).not.toContain('%20');
    },
  );

  it('keeps the alignment of columns', () => {
    const html = block('| a | b | c |\n|:--|--:|:-:|\n| 1 | 2 | 3 |');
    expect(html).toContain('<td style="text-align:right">2</td>');
    expect(html).toContain('<td style="text-align:center">3</td>');
  });
  it('puts footnotes at the foot', () => {
    const { host, told } = noting();
    expect(blockMarkdown('One[^a] and two.^[Second *note*.]\n\n[^a]: First note.', host)).toBe(
      'One<sup class="note-mark">1</sup> and two.<sup class="note-mark">2</sup>',
    );
    expect(told.notes).toEqual(['First note.', 'Second *note*.']);
    expect(told.problems).toEqual([]);
  });
  it('leaves out comments, which are notes', () => {
    expect(block('a <!-- ask them --> b\n\n<!--\nand\n\nmore\n-->')).toBe('<p>a  b</p>\n');
    expect(commentsOf('a <!-- ask them --> b\n\n<!--\nand\n\nmore\n-->\n\n`<!-- code -->`')).toEqual([
      'ask them',
      'and\n\nmore',
    ]);
    expect(commentsOf('<!-- _class: lead -->')).toEqual([]);
    expect(plainText('a <!-- ask --> b ==c== [d]{lang=en} - <kbd>e</kbd>')).toBe('a b c d - e');
  });
});

describe('what is not supported is told', () => {
  it.each([
    ['A claim.[^1]', 'footnote'],
    ['A claim.\n\n[^1]: Nobody asks.', 'unused'],
    ['A claim.\n\n[m]: https://example.org/', 'unused'],
    ['[text][missing]', 'reference-link'],
    ['As shown [@smith2004, p. 3].', 'citation'],
    ['[[Another page]]', 'wiki'],
    ['> [!FAQ] Mind this: [!NOTE]', 'callout'],
    ['::: columns\ntext\n:::', 'div'],
    ['**bold**{.red}', 'attributes'],
    ['\\textbf{bold}', 'command'],
    [':no_such_face:', 'emoji'],
    ['$$ x', 'formula'],
    ['<!-- open', 'comment'],
    ['<font color="red">x</font>', 'tag'],
    ['a <sub>b', 'stray-tag'],
    ['<span style="color:red">x</span>', 'attribute'],
    ['<!-- _class: lead -->', 'directive'],
    ['[x](javascript:alert(1))', 'link'],
    ['![bg right](a.png)', 'marp-picture'],
  ])('%j', (text, kind) => expect(kinds(text)).toContain(kind));
  it.each([
    'Plain words, (brackets), 10:30:00 and a < b > c.',
    '`[^1]` and `\\textbf{x}` in code',
    'Escaped \\[^1\\] and \\:smile\\:',
    'An array a[1][2], a Vec<T>, an <address>',
    '[text]{lang=en} and $x$ and H~2~O',
  ])('nothing about %j', (text) =>
    expect(kinds(text).filter((kind) => kind !== 'tag' && kind !== 'reference-link')).toEqual([]),
  );
});

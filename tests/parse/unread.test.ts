import commonmark from 'commonmark-spec';
import fc from 'fast-check';
import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { describe, expect, it } from 'vitest';
import type { Source } from '../../src/model/index.ts';
import { parseSource } from '../../src/parse/index.ts';

const reference = new MarkdownIt({ html: true });

function read(text: string): Source {
  const outcome = parseSource('source.md', text, 'en');
  if (!outcome.ok)
    throw new Error(
      `${JSON.stringify(text)} ${outcome.diagnostics.map(({ code, at }) => `${code} ${at?.start}`).join('\n')}`,
    );
  return outcome.value;
}

/** Letters and digits only, so that marks and white space make no difference. */
const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]+/gu, '');

/** The texts that markdown-it itself sees. */
function textsOf(tokens: readonly Token[]): readonly string[] {
  return tokens.flatMap((token): readonly string[] => {
    if (token.children !== null && token.children.length > 0) return textsOf(token.children);
    // What stands in tags is no text.
    if (token.type === 'html_block' || token.type === 'html_inline') return [];
    return [token.content];
  });
}

/** Everything that the source accounts for: statements, titles, and what is left out. */
function accounted(text: string): string {
  const { title = '', sections, leftOut } = read(text);
  const titles = sections.map((section) => section.title);
  const statements = sections.flatMap((section) => section.statements.map((statement) => statement.text));
  const out = leftOut.map(({ at }) => text.slice(at.start, at.end));
  return letters([title, ...titles, ...statements, ...out].join(' ')) + letters([...titles, ...statements].join(''));
}

function missing(text: string): readonly string[] {
  const found = accounted(text);
  return (
    textsOf(reference.parse(text, {}))
      .flatMap((part) => part.split(/\s+/))
      .map(letters)
      // Numbers alone may be the marks of footnotes.
      .filter((part) => /\p{L}/u.test(part) && !found.includes(part))
  );
}

describe('nothing is unread', () => {
  it('of the examples of CommonMark', () => {
    const lost = commonmark.tests.flatMap(({ markdown, number }) => {
      const words = missing(markdown);
      return words.length > 0 ? [`${number}: ${words.join(' ')} in ${JSON.stringify(markdown)}`] : [];
    });
    expect(commonmark.tests.length).toBeGreaterThan(600);
    expect(lost).toEqual([]);
  });

  const word = fc.stringMatching(/^[a-z]{2,7}$/);
  const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => `${list.join(' ')}.`);
  const inline = fc.oneof(
    words,
    words.map((text) => `**${text}**`),
    words.map((text) => `[${text}](https://example.org "T")`),
    words.map((text) => `\`${text}\``),
    words.map((text) => `![${text}](a.png)`),
    words.map((text) => `<b>${text}</b> &amp; $${text}$`),
    words.map((text) => `H~2~O ==${text}== {.x}`),
  );
  const paragraph = fc.array(inline, { minLength: 1, maxLength: 4 }).map((list) => list.join(' '));
  const block = fc.oneof(
    paragraph,
    paragraph.map((text) => `## ${text}`),
    paragraph.map((text) => `> ${text}\n>\n> \`\`\`sh\n> ${text}\n> \`\`\``),
    paragraph.map((text) => `- ${text}\n- \`\`\`\n  ${text}\n  \`\`\`\n  ${text}`),
    paragraph.map((text) => `1. ${text}\n\n       ${text}\n\n   ${text}`),
    words.map((text) => `| a | b |\n|---|---|\n| ${text} | **${text}** | ${text} |`),
    words.map((text) => `::: note\n${text}\n:::`),
    words.map((text) => `<details>\n<summary>${text}</summary>\n${text}\n\n${text}\n\n</details>`),
    words.map((text) => `<table><tr><th>${text}</th><td>${text}</td></tr></table>`),
    words.map((text) => `$$\n${text}\n$$`),
    words.map((text) => `<!-- ${text} -->`),
    words.map((text) => `[^1]: ${text}\n    ${text}`),
    words.map((text) => `> [!NOTE]\n> ${text}`),
    fc.constantFrom('---', '```', '~~~', '$$', ':::', '<div>', '</div>', '>', '- ', '<!--', '[x]: y', '|-|'),
  );

  it('of any Markdown', () => {
    fc.assert(
      fc.property(fc.array(block, { maxLength: 8 }), fc.constantFrom('\n\n', '\n', '\r\n'), (blocks, end) => {
        const text = blocks.join(end);
        expect(parseSource('s.md', text, 'en').diagnostics.filter(({ code }) => code === 'source/unread')).toEqual([]);
        expect(missing(text)).toEqual([]);
      }),
      { numRuns: 400 },
    );
  });
});

describe('what is left out is named', () => {
  it('with its lines and words', () => {
    const text =
      '---\ntitle: X\n...\n\n# T\n\n## A {#a}\n\nOne.[^1]\n\n> **Try it**\n>\n> ```sh\n> make\n> ```\n\n### Deeper down\n\n![A cell](a.png)\n\n| h | i |\n|---|---|\n| 1 | 2 |\n\n<!-- hidden words -->\n\n[^1]: A note.\n\n[r]: https://x.y\n';
    expect(read(text).leftOut.map(({ kind, lines, words }) => [kind, ...lines, words])).toEqual([
      ['front-matter', 1, 3, 2],
      ['code', 13, 15, 2],
      ['heading', 17, 17, 2],
      ['picture', 19, 19, 2],
      ['table-header', 21, 21, 2],
      ['comment', 25, 25, 2],
      ['footnote', 27, 27, 3],
      ['link-definition', 29, 29, 4],
    ]);
  });

  it('but nested deeper than the parser goes it is read as plain text', () => {
    const text = `## A\n\n${'> '.repeat(150)}Deep words.\n\nAfter.\n`;
    expect(read(text).sections[0]?.statements.map((statement) => statement.text)).toEqual(['Deep words.', 'After.']);
  });
});

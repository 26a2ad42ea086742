import type { Loss } from './model.ts';

interface Markup {
  readonly name: string;
  readonly endings: readonly string[];
  /** What only such a text has. */
  readonly sign: RegExp;
  /** Its name for pandoc. */
  readonly from: string;
}

/** Kinds of marked text that have no reader. */
const kinds: readonly Markup[] = [
  { name: 'LaTeX', endings: ['tex', 'ltx', 'latex'], sign: /\\(?:documentclass|begin\{document\}|chapter\{|section\*?\{)/, from: 'latex' },
  { name: 'Org', endings: ['org'], sign: /^#\+(?:TITLE|BEGIN_|OPTIONS|AUTHOR)/im, from: 'org' },
  { name: 'reStructuredText', endings: ['rst', 'rest'], sign: /^\.\. [a-z-]{2,30}::/m, from: 'rst' },
  { name: 'AsciiDoc', endings: ['adoc', 'asciidoc', 'asc'], sign: /^(?:\[source,|:toc:|include::)/m, from: 'asciidoc' },
  { name: 'Typst', endings: ['typ'], sign: /^#(?:set|import|show) /m, from: 'typst' },
  { name: 'a wiki text', endings: ['wiki', 'mediawiki'], sign: /^==+ [^=\n]{1,200} ==+$/m, from: 'mediawiki' },
]; // prettier-ignore

/** Says that a text is of a kind whose marks are not read, and how to convert it. */
export function unreadMarkup(name: string, text: string): readonly Loss[] {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  if (ending === 'md' || ending === 'markdown') return [];
  const start = text.slice(0, 50_000);
  const isPlain = ending === '' || ending === 'txt' || ending === 'text';
  const kind = kinds.find(({ endings, sign }) => endings.includes(ending) || (isPlain && sign.test(start)));
  if (kind === undefined) return [];
  return [
    {
      kind: 'markup',
      of: [kind.name, `pandoc -f ${kind.from} -t markdown ${name} -o ${name.replace(/\.[^.]*$/, '')}.md`],
    },
  ];
}

import { markdownReader, type Token } from '../../text/index.ts';

/** A link in a text: its words without marks, and where it leads. */
interface WrittenLink {
  readonly words: string;
  readonly href: string;
}

/** A picture in a text: `![what it shows](file)`. */
interface WrittenPicture {
  readonly alt: string;
  readonly src: string;
}

/** What stands in the lines of a Markdown text; code and formulas hold no links, pictures or words. */
export interface Inline {
  readonly links: readonly WrittenLink[];
  readonly pictures: readonly WrittenPicture[];
  /** The running text without the words of links; an address between `<` and `>` counts as text. */
  readonly text: string;
}

const nothing: Inline = { links: [], pictures: [], text: '' };

let reader: ReturnType<typeof markdownReader> | undefined;
const known = new Map<string, Inline>();
/** Texts are asked for by several checks, one lesson after the other. */
const mostKnown = 500;

/** Reads the links and pictures of a text as the slides do, by the same parser; nothing in a text without either. */
export function inlineOf(markdown: string): Inline {
  if (!markdown.includes('](') && !markdown.includes('://') && !markdown.includes('][')) return nothing;
  const before = known.get(markdown);
  if (before) return before;
  reader ??= markdownReader();
  const inline = collect(reader.parse(markdown, {}).flatMap(({ children }) => children ?? []));
  if (known.size >= mostKnown) known.clear();
  known.set(markdown, inline);
  return inline;
}

function collect(tokens: readonly Token[]): Inline {
  const links: WrittenLink[] = [];
  const pictures: WrittenPicture[] = [];
  let text = '';
  let open: { href: string; words: string } | undefined;
  for (const token of tokens) {
    const { type, markup, content } = token;
    if (type === 'link_open' && markup !== 'autolink') open = { href: token.attrGet('href') ?? '', words: '' };
    else if (type === 'link_close' && open) {
      links.push(open);
      open = undefined;
    } else if (type === 'image') {
      pictures.push({ alt: content, src: token.attrGet('src') ?? '' });
      if (open) open.words += content;
    } else if (open) open.words += content;
    else if (type === 'text') text += content;
    else if (content !== '' || type.endsWith('break')) text += ' ';
  }
  return { links, pictures, text };
}

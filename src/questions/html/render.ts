import { attributeOf, htmlPieces, markdownReader, type Token } from '../../text/index.ts';

/** What a text needs from the file that it goes into. */
export interface HtmlHost {
  /** A formula as the platform writes it; `\(…\)` when absent. */
  formula?(tex: string, isDisplay: boolean): string;
  /** The address of a picture, or `undefined` when the file cannot carry it: then its words stand in its place. */
  picture(src: string, alt: string): string | undefined;
  /** Called for what the file cannot carry. */
  lost?(what: 'picture' | 'drawing', name: string): void;
}

/** Text in XHTML, between tags and in attributes. Characters that XML cannot hold become U+FFFD. */
export const escapeXml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '\ufffd')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

let known: ReturnType<typeof markdownReader> | undefined;
const reader = (): ReturnType<typeof markdownReader> => (known ??= markdownReader());

const formulaOf = (host: HtmlHost, tex: string, isDisplay: boolean): string =>
  host.formula?.(tex, isDisplay) ?? escapeXml(isDisplay ? `\\[${tex.trim()}\\]` : `\\(${tex.trim()}\\)`);

function image(token: Token, host: HtmlHost): string {
  const src = token.attrGet('src') ?? '';
  const address = host.picture(decoded(src), token.content);
  if (address !== undefined) return `<img src="${escapeXml(address)}" alt="${escapeXml(token.content)}" />`;
  host.lost?.('picture', decoded(src));
  return escapeXml(token.content);
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Code keeps its lines as breaks: some platforms allow no line end in a question. */
const codeBlock = (content: string): string =>
  `<pre><code>${escapeXml(content.replace(/\n$/, '')).replaceAll('\n', '<br />')}</code></pre>`;

/** The tags of plain elements. */
const tags = new Set(
  'p ul ol li blockquote table thead tbody tr th td strong em s b i u sub sup mark span dl dt dd hr kbd small q cite abbr'.split(
    ' ',
  ),
);

function tagOf(token: Token): string {
  const isHeading = token.type.startsWith('heading');
  const name = isHeading ? 'p' : token.tag === 's' ? 'del' : token.tag;
  if (token.type.startsWith('paragraph') && token.hidden) return '';
  if (token.type === 'link_open') {
    const href = token.attrGet('href') ?? '';
    return /^(?:https?:|mailto:)/i.test(href) ? `<a href="${escapeXml(href)}">` : '<span>';
  }
  if (!tags.has(name) && name !== 'del') return '';
  const bold = isHeading ? ['<p><strong>', '</strong></p>'] : [`<${name}>`, `</${name}>`];
  return token.nesting === 1 ? (bold[0] ?? '') : (bold[1] ?? '');
}

function leaf(token: Token, host: HtmlHost): string {
  switch (token.type) {
    case 'text':
    case 'text_special':
    case 'emoji':
    case 'html_inline':
    case 'foreign_tag':
    case 'stray_tag':
      return escapeXml(token.content);
    case 'softbreak':
      return ' ';
    case 'hardbreak':
      return '<br />';
    case 'hr':
      return '<hr />';
    case 'code_inline':
      return `<code>${escapeXml(token.content.replaceAll('\n', ' '))}</code>`;
    case 'sub':
    case 'sup':
      return `<${token.type}>${escapeXml(token.content)}</${token.type}>`;
    case 'math_inline':
      return formulaOf(host, token.content, false);
    case 'math_display':
    case 'math_block':
      return formulaOf(host, token.content, true);
    case 'image':
      return image(token, host);
    case 'fence':
    case 'code_block':
      if (token.info.trim() === 'mermaid') host.lost?.('drawing', 'mermaid');
      return codeBlock(token.content);
    default:
      return '';
  }
}

function write(tokens: readonly Token[], host: HtmlHost): string {
  const links: boolean[] = [];
  return tokens
    .map((token) => {
      if (token.type === 'inline') return write(token.children ?? [], host);
      if (token.type === 'link_close') return links.pop() === true ? '</a>' : '</span>';
      if (token.nesting === 0) return leaf(token, host);
      const tag = tagOf(token);
      if (token.type === 'link_open') links.push(tag.startsWith('<a'));
      return tag;
    })
    .join('');
}

/** Markdown of a lesson as well-formed XHTML in one line. */
export const htmlOf = (markdown: string, host: HtmlHost): string =>
  write(reader().parse(markdown, {}), host).replace(/\n/g, ' ').trim();

/** The same of one line of Markdown, without a paragraph around it. */
export const inlineHtml = (markdown: string, host: HtmlHost): string =>
  write(reader().parseInline(markdown, {}), host).replace(/\n/g, ' ').trim();

/** The words of such HTML, its formulas as they stand. */
export function wordsOf(html: string): string {
  let text = '';
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'text') text += piece.text;
    if (piece.kind === 'open' && piece.name === 'img') text += attributeOf(piece, 'alt') ?? '';
    if (piece.kind === 'open' && ['br', 'p', 'li', 'td'].includes(piece.name)) text += ' ';
  }
  return text.replace(/\s+/g, ' ').trim();
}

/** One line of Markdown as plain words: formulas in the platform's form, marks left out. */
export const lineOf = (markdown: string): string => wordsOf(inlineHtml(markdown, { picture: () => undefined }));

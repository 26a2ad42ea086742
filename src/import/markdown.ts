import { localPictures } from './html.ts';
import type { ImportedAsset, ImportReader, Imported, Loss } from './model.ts';

const isDeck = (text: string): boolean => /^---\n(?:.*\n)*?marp:\s*true/.test(text) && text.indexOf('marp:') < 2000;

/** Where pictures of Markdown stand: `![alt](path)` and `<img src="path">`. */
function pictures(markdown: string): readonly ImportedAsset[] {
  const found = new Set<string>();
  for (const match of markdown.matchAll(/!\[[^\]\n]{0,500}\]\(<?([^)\s>]{1,500})/g)) found.add(match[1] ?? '');
  for (const match of markdown.matchAll(/<img\b[^<>]{0,1000}?\bsrc=["']([^"'<>]{1,500})/gi)) found.add(match[1] ?? '');
  return localPictures([...found]);
}

const lineOf = (text: string, offset: number): number => text.slice(0, offset).split('\n').length;

/** The slides of a Marp deck as sections: notes become text, directives are named as left out. */
function readDeck(text: string): Imported {
  const losses: Loss[] = [];
  const head = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  const body = text.slice(head?.[0].length ?? 0);
  const shift = lineOf(text, head?.[0].length ?? 0) - 1;
  if (head !== null)
    losses.push({ what: `The settings of the deck are left out: ${(head[1] ?? '').split('\n').join('; ')}`, line: 1 });
  const withNotes = body.replace(/<!--([\s\S]*?)-->/g, (_, inner: string, offset: number) => {
    const isDirective = /^\s*_?[A-Za-z]+\s*:/.test(inner);
    if (!isDirective) return inner.trim() === '' ? '' : `\n\n${inner.trim()}\n\n`;
    losses.push({
      what: `A directive is left out: ${inner.trim().replace(/\s+/g, ' ')}`,
      line: shift + lineOf(body, offset),
    });
    return '';
  });
  const fenced = /^(?:```|~~~)[^\n]*\n[\s\S]*?^(?:```|~~~)[ \t]*$/gm;
  const codes: string[] = [];
  const safe = withNotes.replace(fenced, (code) => `\u0000${codes.push(code) - 1}\u0000`);
  const slides = safe.split(/^---+[ \t]*$/m).map((slide) => slide.trim().replace(/!\[bg[^\]]*\]/g, '![]'));
  const sections = slides
    .filter((slide) => slide !== '')
    .map((slide, i) => {
      const heading = /^#{1,6}[ \t](.*)$/m.exec(slide);
      const title = heading?.[1]?.trim() ?? `Slide ${i + 1}`;
      const rest =
        heading === null ? slide : slide.slice(0, heading.index) + slide.slice(heading.index + heading[0].length);
      return `## ${title}\n\n${rest.trim().replace(/^#{1,2}[ \t]/gm, '### ')}`;
    });
  const markdown = sections.join('\n\n').replace(/\u0000(\d+)\u0000/g, (_, i: string) => codes[Number(i)] ?? '');
  return { markdown: `${markdown}\n`, assets: pictures(markdown), losses };
}

/** Markdown is taken as it is: the source of a lesson is Markdown. */
export const markdownReader: ImportReader = {
  endings: ['md', 'markdown', 'mdown', 'mkd', 'qmd', 'rmd'],
  read(bytes) {
    const text = new TextDecoder()
      .decode(bytes)
      .replace(/^\ufeff/, '')
      .replace(/\r\n?/g, '\n');
    if (isDeck(text)) return readDeck(text);
    return { markdown: text, assets: pictures(text), losses: [] };
  },
};

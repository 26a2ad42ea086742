import { replaceBetween } from '../text/index.ts';
import { lineFinder } from './lines.ts';
import type { ImportedAsset, ImportReader, Imported, Loss } from './model.ts';
import { localPictures } from './pictures.ts';

const isDeck = (text: string): boolean => /^---\n(?:.*\n)*?marp:\s*true/.test(text) && text.indexOf('marp:') < 2000;

/** Where pictures of Markdown stand: `![alt](path)` and `<img src="path">`. */
function pictures(markdown: string): readonly ImportedAsset[] {
  const found = new Set<string>();
  for (const match of markdown.matchAll(/!\[[^\]\n]{0,500}\]\(<?([^)\s>]{1,500})/g)) found.add(match[1] ?? '');
  for (const match of markdown.matchAll(/<img\b[^<>]{0,1000}?\bsrc=["']([^"'<>]{1,500})/gi)) found.add(match[1] ?? '');
  return localPictures([...found]);
}

/** The text with `replace` in the place of each fenced block of code; one that is never closed is none. */
function replaceFences(text: string, replace: (code: string) => string): string {
  const lines = text.split('\n');
  const closing = lines.map((line) => /^(?:```|~~~)[ \t]*$/.test(line));
  const last = closing.lastIndexOf(true);
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? '';
    const end = at < last && /^(?:```|~~~)/.test(line) ? closing.indexOf(true, at + 1) : -1;
    kept.push(end < 0 ? line : replace(lines.slice(at, end + 1).join('\n')));
    if (end >= 0) at = end;
  }
  return kept.join('\n');
}

/** The slides of a Marp deck as sections: notes become text, directives are named as left out. */
function readDeck(text: string): Imported {
  const losses: Loss[] = [];
  const head = /^---\n([\s\S]*?)\n---[ \t]*(?:\n|$)/.exec(text);
  const body = text.slice(head?.[0].length ?? 0);
  const lineOf = lineFinder(text);
  const shift = head?.[0].length ?? 0;
  if (head !== null)
    losses.push({ what: `The settings of the deck are left out: ${(head[1] ?? '').split('\n').join('; ')}`, line: 1 });
  const withNotes = replaceBetween(body, ['<!--', '-->'], (inner, at) => {
    const isDirective = /^\s*_?[A-Za-z]+\s*:/.test(inner);
    if (!isDirective) return inner.trim() === '' ? '' : `\n\n${inner.trim()}\n\n`;
    losses.push({
      what: `A directive is left out: ${inner.trim().replace(/\s+/g, ' ')}`,
      line: lineOf(shift + at),
    });
    return '';
  });
  const codes: string[] = [];
  const safe = replaceFences(withNotes.replaceAll('\u0000', '\ufffd'), (code) => `\u0000${codes.push(code) - 1}\u0000`);
  const slides = safe.split(/^---+[ \t]*$/m).map((slide) => slide.trim().replace(/!\[bg[^\]\n]{0,500}\]/g, '![]'));
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

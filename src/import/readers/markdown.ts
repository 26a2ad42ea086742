import type { ImportReader } from '../model.ts';
import { decode } from './decode.ts';
import { isDeck, readDeck } from './deck.ts';
import { localPictures, picturePaths } from './pictures.ts';

/** Marks of Obsidian that Markdown does not know: links between notes, and remarks. */
const plainLinks = (text: string): string =>
  text
    .replace(/%%([^%\n]{1,2000})%%/g, '<!--$1-->')
    .replace(
      /!\[\[([^[\]|\n]{1,200}\.(?:png|jpe?g|gif|svg|webp|avif))(?:\|([^[\]\n]{0,200}))?\]\]/gi,
      (_, path: string, alt = '') => `![${String(alt)}](<${path}>)`,
    )
    .replace(
      /(?<!!)\[\[([^[\]|#\n]{1,200})(?:#[^[\]|\n]{0,200})?(?:\|([^[\]\n]{1,200}))?\]\]/g,
      (_, page: string, shown?: string) => shown ?? page,
    );

/** Markdown is taken as it is: the source of a lesson is Markdown. */
export const markdownReader: ImportReader = {
  endings: ['md', 'markdown', 'mdown', 'mkd', 'qmd', 'rmd', 'mdx'],
  read(bytes) {
    const { text, losses } = decode(bytes);
    if (isDeck(text)) {
      const deck = readDeck(text);
      return { ...deck, losses: [...losses, ...deck.losses] };
    }
    const markdown = /\[\[|%%/.test(text) ? outsideCode(text, plainLinks) : text;
    const head = frontMatter(text);
    return { markdown, ...head, assets: localPictures(picturePaths(markdown)), losses };
  },
};

/** Title and language that front matter gives. */
function frontMatter(text: string): { readonly title?: string; readonly lang?: string } {
  const end = text.startsWith('---\n') ? text.indexOf('\n---', 3) : -1;
  if (end < 0 || end > 20_000) return {};
  const head = text.slice(0, end);
  const value = (key: string): string =>
    new RegExp(`^${key}:[ \\t]*["']?(.{1,200}?)["']?[ \\t]*$`, 'im').exec(head)?.[1]?.trim() ?? '';
  const [title, lang] = [value('title'), value('lang') || value('language')];
  return {
    ...(title !== '' && { title }),
    ...(/^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/.test(lang) && { lang }),
  };
}

/** Changes text line by line, except in fenced code. */
function outsideCode(text: string, change: (line: string) => string): string {
  let fence = '';
  return text
    .split('\n')
    .map((line) => {
      const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1] ?? '';
      if (fence === '' && mark !== '') fence = mark;
      else if (fence !== '' && mark.startsWith(fence)) fence = '';
      else if (fence === '') return change(line);
      return line;
    })
    .join('\n');
}

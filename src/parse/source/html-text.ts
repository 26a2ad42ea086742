import { readTags } from './html-tags.ts';

const unseen = new Set(['script', 'style', 'template']);
/** Elements inside a word: CO<sub>2</sub>. */
const insideWords = new Set(['sub', 'sup', 'wbr']);

/** What a reader sees or hears of HTML or SVG: its text, and the descriptions of pictures. */
export function htmlText(html: string): string {
  const parts: string[] = [];
  let hidden = '';
  readTags(html, {
    open: (name, attributes) => {
      if (hidden === '' && unseen.has(name)) hidden = name;
      for (const key of ['alt', 'aria-label', 'title']) {
        const told = attributes.get(key);
        if (told !== undefined) parts.push(` ${told} `);
      }
      if (!insideWords.has(name)) parts.push(' ');
    },
    close: (name) => {
      if (name === hidden) hidden = '';
      if (!insideWords.has(name)) parts.push(' ');
    },
    text: (text) => {
      if (hidden === '') parts.push(text);
    },
    comment: () => undefined,
  });
  return parts.join('').replace(/\s+/g, ' ');
}

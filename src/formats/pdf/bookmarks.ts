import { readableTex } from '../../text/index.ts';
import { readDictionary, textString, writeDictionary } from './dictionary.ts';
import { objectText, setObject, type PdfFile } from './objects.ts';

const reference = (value: string | undefined): number | undefined => {
  const number = /^(\d+) 0 R$/.exec(value ?? '')?.[1];
  return number === undefined ? undefined : Number(number);
};

/** Object numbers of the bookmarks, each before those below it (ISO 32000-1, 12.3.3). */
function bookmarksOf(file: PdfFile): readonly number[] {
  const found: number[] = [];
  const visit = (first: number | undefined): void => {
    for (let item = first; item !== undefined;) {
      found.push(item);
      const entries = readDictionary(objectText(file, item));
      visit(reference(entries.get('First')));
      item = reference(entries.get('Next'));
    }
  };
  const root = reference(readDictionary(objectText(file, file.root)).get('Outlines'));
  if (root !== undefined) visit(reference(readDictionary(objectText(file, root)).get('First')));
  return found;
}

/** Formulas between their marks as plain text. */
function withFormulas(heading: string): string {
  const [before = '', ...rest] = heading.split('\ue0f0');
  const read = rest.map((part) => {
    const end = part.indexOf('\ue0f1');
    return end < 0 ? part : readableTex(part.slice(0, end)) + part.slice(end + 1);
  });
  return before + read.join('');
}

/**
 * Lets bookmarks say what the headings say. Chrome takes their words from the page as they are painted: formulas twice,
 * hyphens at the ends of lines, and lines from right to left backwards.
 * @param headings of all slides, in order; formulas as TeX between U+E0F0 and U+E0F1
 */
export function nameBookmarks(file: PdfFile, headings: readonly string[]): void {
  const bookmarks = bookmarksOf(file);
  if (bookmarks.length !== headings.length) return;
  bookmarks.forEach((number, i) => {
    const title = withFormulas(headings[i] ?? '')
      .replace(/[\u00ad\u200e\u200f\u2060]/g, '')
      .replace(/\s+/g, ' ')
      .trim();
    const entries = readDictionary(objectText(file, number));
    setObject(file, number, writeDictionary(entries.set('Title', textString(title))));
  });
}

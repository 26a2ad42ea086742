import { readDictionary, textString, writeDictionary } from '../dictionary.ts';
import { objectText, setObject, type PdfFile } from '../objects.ts';
import { elementsOf, isObjectKid, type Elem } from './tree.ts';

/**
 * Gives each link its words (`/Contents`; ISO 14289-1, 7.18.5). They come from the slide: a line break in the middle of
 * a link leaves no space in the text of the file.
 * @param words the text of the links of the section, in order
 */
export function nameLinks(
  file: PdfFile,
  section: Elem,
  words: readonly string[],
  fallback: (link: Elem) => string,
): void {
  const links = [...elementsOf(section)].filter(({ type }) => type === 'Link');
  links.forEach((link, i) => {
    const text = (links.length === words.length ? words[i] : undefined) ?? fallback(link);
    for (const { object } of link.kids.filter(isObjectKid)) {
      const annotation = readDictionary(objectText(file, object));
      setObject(file, object, writeDictionary(annotation.set('Contents', textString(text))));
    }
  });
}

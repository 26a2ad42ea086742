import { textString } from '../dictionary.ts';
import { lettersOf, pdfText } from './guard.ts';
import type { MakeElem } from './repair.ts';
import { isElem, isMark, type Elem, type Kid, type MarkKid } from './tree.ts';

const rightToLeft = /[\p{sc=Arab}\p{sc=Hebr}\p{sc=Syrc}\p{sc=Thaa}\p{sc=Nkoo}]/u;
/** A letter with its marks, or anything else. */
const cluster = /\P{M}\p{M}*|\p{M}+/gu;

/** The text of a page, taken piece by piece as the structure goes on. */
class PageText {
  readonly #clusters: readonly string[];
  #at = 0;

  constructor(text: string) {
    this.#clusters = text.replaceAll(/\s+/g, ' ').match(cluster) ?? [];
  }

  /** The next part with so many letters, with the signs that follow it up to a space. */
  take(letters: number): string {
    const start = this.#at;
    let left = letters;
    while (left > 0 && this.#at < this.#clusters.length) left -= lettersOf(this.#clusters[this.#at++] ?? '').length;
    while (this.#at < this.#clusters.length && lettersOf(this.#clusters[this.#at] ?? '') === '') {
      if (this.#clusters[this.#at++] === ' ') break;
    }
    return this.#clusters.slice(start, this.#at).join('').trim();
  }
}

const sorted = (letters: string): string => Array.from(letters).sort().join('');

/**
 * Chrome writes a line that runs from right to left as it stands on the page, the last letter first. Parts with such
 * letters get their text in the order of reading (`/ActualText`) from the page, where it has the very same letters;
 * elsewhere the comparison that follows finds the difference.
 * @param text everything that the slide says, in reading order
 */
export function setReadingOrder(section: Elem, text: string, read: (elem: Elem) => string, make: MakeElem): void {
  if (!rightToLeft.test(text)) return;
  const page = new PageText(text);
  const order = (marks: readonly MarkKid[]): readonly Kid[] => {
    const span = make('Span', marks);
    const shown = lettersOf(read(span));
    const part = page.take(shown.length);
    if (!rightToLeft.test(shown) || sorted(lettersOf(part)) !== sorted(shown)) return marks;
    span.entries.set('ActualText', textString(part));
    return [span];
  };
  const visit = (elem: Elem): void => {
    const alt = elem.entries.get('Alt');
    if (alt !== undefined) page.take(lettersOf(pdfText(alt)).length);
    else
      elem.kids = runsOf(elem.kids).flatMap((run) => {
        if (isRun(run)) return order(run);
        if (isElem(run)) visit(run);
        return [run];
      });
  };
  visit(section);
}

type Run = readonly MarkKid[];
const isRun = (run: Kid | Run): run is Run => Array.isArray(run);

/** Kids in order, marks that follow one another as one. */
function runsOf(kids: readonly Kid[]): readonly (Kid | Run)[] {
  const found: (Kid | MarkKid[])[] = [];
  for (const kid of kids) {
    const last = found.at(-1);
    if (!isMark(kid)) found.push(kid);
    else if (Array.isArray(last)) last.push(kid);
    else found.push([kid]);
  }
  return found;
}

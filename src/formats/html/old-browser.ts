import { escapeAttribute } from '../../compose/index.ts';
import type { Composition } from '../../model/index.ts';
import { pageWords } from '../../parse/index.ts';
import { isRightToLeft } from '../../text/index.ts';
import { fill } from '../../wire/index.ts';

/** The oldest browsers that show a deck as it is meant; `:has()` and, in Safari, constructed style sheets decide. */
const oldest = 'Chrome 115 / Edge 115, Firefox 121, Safari 16.4';

/** What a browser that is too old shows above the slides; the player's style sheet hides it from all others. */
export function oldBrowser(fixedWords: Composition['words']): string {
  const { lang, words } = pageWords(fixedWords, 'browser');
  return `<p id="lectern-old" lang="${lang}" dir="${isRightToLeft(lang) ? 'rtl' : 'ltr'}">${escapeAttribute(fill(words.tooOld, oldest))}</p>`;
}

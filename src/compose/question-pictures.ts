import type { Lesson, Question } from '../model/index.ts';
import { textsOf } from '../questions/index.ts';
import { markdownReader, type Token } from '../text/index.ts';
import type { AssetCollector } from './assets.ts';

/**
 * Reads the pictures that questions name and no slide shows, for papers and learning platforms. One that is not there
 * keeps no slide from being made, so it is a warning at its question.
 * @returns the paths of those that no slide shows
 */
export function readQuestionPictures({ quiz }: Lesson, assets: AssetCollector): ReadonlySet<string> {
  const shown = new Set(assets.assets.keys());
  const aside = new Set<string>();
  for (const question of quiz)
    for (const src of picturesOf(question)) {
      const path = assets.picture(src, question.places.value('/question'), 'warning');
      if (path !== undefined && !shown.has(path)) aside.add(path);
    }
  return aside;
}

/** The files that the texts of a question name as pictures. */
function picturesOf(question: Question): ReadonlySet<string> {
  const found = new Set<string>();
  const collect = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      const src = token.type === 'image' ? token.attrGet('src') : undefined;
      if (src !== undefined && src !== null && !src.includes(':')) found.add(decoded(src));
      collect(token.children ?? []);
    }
  };
  for (const text of textsOf(question)) if (text.includes('![')) collect(markdownReader().parse(text, {}));
  return found;
}

function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import type { PartNames } from '../../../coverage/index.ts';
import type { Words } from './types.ts';

export type { Words } from './types.ts';

const words = { de, en, es, fr, it, nl, pt } as const satisfies Record<string, Words>;
type Language = keyof typeof words;
const languages = Object.keys(words) as readonly Language[];

/** The words of the page for a lesson's language tag (`nl-BE` gives Dutch), and their own tag; English where there are none. */
export function wordsFor(tag: string): { readonly lang: Language; readonly words: Words } {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  const lang = languages.find((one) => one === primary) ?? 'en';
  return { lang, words: words[lang] };
}

/** What the parts of a text that are no statements are called in a language. */
export const partNames = (tag: string): PartNames => wordsFor(tag).words;

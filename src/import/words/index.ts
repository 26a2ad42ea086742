import { de } from './de.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { fr } from './fr.ts';
import { it } from './it.ts';
import { nl } from './nl.ts';
import { pt } from './pt.ts';
import type { ImportWords } from './types.ts';

export type { ImportWords } from './types.ts';

const languages: Readonly<Record<string, ImportWords>> = { de, en, es, fr, it, nl, pt };

/** The words for a language tag; English where there are none. */
export const importWords = (tag: string): ImportWords => languages[tag.toLowerCase().split('-')[0] ?? ''] ?? en;

/** Puts parts of the file in their places. */
export const filled = (text: string, ...parts: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (_, index: string) => String(parts[Number(index)] ?? ''));

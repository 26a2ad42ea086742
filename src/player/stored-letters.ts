import { letterKeys, type LetterKeys } from './keys.ts';

const place = 'lectern/letters';

/** What was chosen on this computer before, for all decks. */
export function storedLetters(): LetterKeys {
  try {
    const stored = localStorage.getItem(place);
    return letterKeys.find((one) => one === stored) ?? 'on';
  } catch {
    return 'on';
  }
}

/** Remembers the choice; without storage it holds for this window. */
export function storeLetters(letters: LetterKeys): void {
  try {
    localStorage.setItem(place, letters);
  } catch {
    // Forbidden or full.
  }
}

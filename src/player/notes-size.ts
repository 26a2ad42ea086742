import type { Player } from './player.ts';

const key = 'lectern/notes-size';
const smallest = 16;
const largest = 44;

/** Sets the text size of the notes (CSS pixels) and remembers it for the next lecture on this computer. */
export function setNotesSize(player: Player, size: number): void {
  const notesSize = Math.max(smallest, Math.min(largest, size));
  player.setLocal({ notesSize });
  try {
    localStorage.setItem(key, String(notesSize));
  } catch {
    // Storage is off: the size holds for this window only.
  }
}

/** The remembered size, or the default. */
export function readNotesSize(fallback: number): number {
  try {
    return Math.max(smallest, Math.min(largest, Number(localStorage.getItem(key)) || fallback));
  } catch {
    return fallback;
  }
}

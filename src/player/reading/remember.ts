/** What the reader chose, for all decks of this browser (`local`) or for this window (`session`). */
export function stored<T extends string>(key: string, values: readonly T[]): T | undefined {
  try {
    const value = localStorage.getItem(key) ?? sessionStorage.getItem(key);
    return values.find((one) => one === value);
  } catch {
    return undefined;
  }
}

/** Keeps a choice; without storage it holds until the page is left. */
export function remember(place: 'local' | 'session', key: string, value: string): void {
  try {
    (place === 'local' ? localStorage : sessionStorage).setItem(key, value);
  } catch {
    // Forbidden or full.
  }
}

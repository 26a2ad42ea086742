/** Some browsers refuse more than a hundred changes in half a minute; the address then catches up at a later move. */
export function replaceHash(hash: string): void {
  if (location.hash === hash) return;
  try {
    history.replaceState(history.state, '', hash);
  } catch {
    // Refused for now.
  }
}

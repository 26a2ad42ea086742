/** Copies text; `false` where the browser offers no clipboard (pages that are neither local nor https) or refuses. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

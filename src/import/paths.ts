/** A path as files have it: addresses in Markdown may write `%20` for a space. */
export function plainPath(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

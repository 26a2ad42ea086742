/** The address of the reading view, at a slide or at its beginning. */
export const readingAddress = (slide?: string): string =>
  slide === undefined ? '#read' : `#read/${encodeURIComponent(slide)}`;

/** Reads such an address; `undefined` when it means something else. */
export function readingPlace(hash: string): { readonly slide: string | undefined } | undefined {
  const found = /^#read(?:\/([^/]*))?$/.exec(hash);
  if (!found) return undefined;
  try {
    return { slide: found[1] && decodeURIComponent(found[1]) };
  } catch {
    return { slide: found[1] };
  }
}

import type { ImportedAsset } from './model.ts';

/** Where a picture stands that a file names, from the file's folder; undefined when that is not in it or below. */
function besidePath(address: string): string | undefined {
  const path = decoded(address);
  const isElsewhere = [address, path].some(
    (text) =>
      /^[a-z][a-z0-9+.-]*:|^[/\\#]/i.test(text) ||
      text.includes('\u0000') ||
      text.split(/[/\\]/).some((part) => part === '..'),
  );
  return isElsewhere || path === '' ? undefined : path;
}

/** A path without the signs of an address; as it is written when these make no sense. */
function decoded(address: string): string {
  try {
    return decodeURIComponent(address);
  } catch {
    return address;
  }
}

/** Pictures beside the file; those on other servers and outside its folder are not fetched. */
export const localPictures = (addresses: readonly string[]): readonly ImportedAsset[] =>
  [...new Set(addresses)].flatMap((address) => {
    const from = besidePath(address);
    return from === undefined ? [] : [{ path: address, from }];
  });

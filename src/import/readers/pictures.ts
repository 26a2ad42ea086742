import { markdownReader } from '../../text/index.ts';
import type { ImportedAsset } from '../model.ts';
import { plainPath } from '../paths.ts';

/** Where a picture stands that a file names, from the file's folder; undefined when that is not in it or below. */
function besidePath(address: string): string | undefined {
  const path = plainPath(address);
  const isElsewhere = [address, path].some(
    (text) =>
      /^[a-z][a-z0-9+.-]*:|^[/\\#]/i.test(text) ||
      text.includes('\u0000') ||
      text.split(/[/\\]/).some((part) => part === '..'),
  );
  return isElsewhere || path === '' ? undefined : path;
}

/** Pictures beside the file; those on other servers and outside its folder are not fetched. */
export const localPictures = (addresses: readonly string[]): readonly ImportedAsset[] =>
  [...new Set(addresses)].flatMap((address) => {
    const from = besidePath(address);
    return from === undefined ? [] : [{ path: address, from }];
  });

/** The addresses of all pictures that Markdown shows, its `<img>` included; code shows none. */
export function picturePaths(markdown: string): readonly string[] {
  const reader = markdownReader({ html: true });
  const found = new Set<string>();
  for (const token of reader.parse(markdown, {}).flatMap((one) => [one, ...(one.children ?? [])])) {
    if (token.type === 'image') found.add(plainPath(token.attrGet('src') ?? ''));
    if (token.type === 'html_inline' || token.type === 'html_block')
      for (const match of token.content.matchAll(/<img\b[^<>]{0,1000}?\bsrc\s*=\s*["']([^"'<>]{1,500})/gi))
        found.add(match[1] ?? '');
  }
  found.delete('');
  return [...found];
}

/** A picture that an address holds as data: `data:image/png;base64,…`. */
export function embeddedPicture(address: string, number: number): ImportedAsset | undefined {
  const [head = '', data = ''] = address.split(',', 2);
  const type = /^data:image\/(png|jpeg|gif|webp|avif|svg\+xml)\s*;\s*base64$/i.exec(head)?.[1]?.toLowerCase();
  if (type === undefined || data.trim() === '') return undefined;
  const path = `images/picture-${number}.${type.replace('svg+xml', 'svg')}`;
  return { path, bytes: new Uint8Array(Buffer.from(data, 'base64')) };
}

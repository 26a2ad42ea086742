import type { LoadReport } from '../../model/index.ts';

/** What the page itself can tell about its fonts and pictures. */
export type Readiness = Pick<LoadReport, 'brokenImages' | 'failedFonts'>;

/**
 * Waits until fonts are loaded and pictures decoded, then names those that failed. Built-in properties are taken from
 * the prototypes, since an element named `fonts` or `querySelectorAll` would hide them on `document` itself.
 */
export const readinessScript = `(async () => {
  const fonts = Object.getOwnPropertyDescriptor(Document.prototype, 'fonts').get.call(document);
  const images = [...Document.prototype.querySelectorAll.call(document, 'img')];
  await fonts.ready;
  const shorten = (url) => (url.length > 80 ? url.slice(0, 79) + '…' : url);
  const decoded = await Promise.all(images.map((image) => image.decode().then(() => undefined, () => image)));
  const broken = decoded.filter((image) => image !== undefined);
  const failed = [...fonts].filter((font) => font.status === 'error');
  return {
    brokenImages: [...new Set(broken.map((image) => image.alt || shorten(image.getAttribute('src') ?? '')))],
    failedFonts: [...new Set(failed.map((font) => font.family.replaceAll('"', '')))],
  };
})()`;

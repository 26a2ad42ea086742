import { createRequire } from 'node:module';

/** Stands for the folder of KaTeX's fonts until they are inlined. */
export const katexFontMarker = 'katex-fonts/';

/** The folder of KaTeX's own font files. */
export const katexFontFolder = (): string =>
  createRequire(import.meta.url)
    .resolve('katex/package.json')
    .replace(/package\.json$/, 'dist/fonts/');

/** KaTeX's own code. */
export const katexFile = (): string => createRequire(import.meta.url).resolve('katex/dist/katex.mjs');

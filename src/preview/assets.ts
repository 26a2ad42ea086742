import { baseCss } from '../page-kit/index.ts';
import { decodeUtf8, type Files } from '../model/index.ts';
import type { Assets } from './routes.ts';

const names = ['index', 'shell', 'remote'] as const;

/** The pages' scripts and style sheets, made when Lectern was installed; `undefined` when one is missing. */
export function previewAssets(files: Files): Assets | undefined {
  const assets = new Map<string, string>();
  for (const name of names.flatMap((page) => [`${page}.js`, `${page}.css`])) {
    const read = files.read(`lectern:dist/preview/${name}`, { within: 'lectern:dist' });
    const text = read.ok ? decodeUtf8(read.bytes) : undefined;
    if (text === undefined) return undefined;
    assets.set(name, name.endsWith('.css') ? baseCss + text : text);
  }
  return assets;
}

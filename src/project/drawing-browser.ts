import { createBrowserPool, findBrowser } from '../host/index.ts';
import type { World } from '../make/index.ts';
import type { Settings } from './settings.ts';

/** The browser in the npm package draws wherever it can run; nothing when it is the one that prints anyway. */
export function drawingBrowser(found: ReturnType<typeof findBrowser>, env: Settings['env']): World['drawing'] {
  const own = findBrowser({ request: 'bundled', env });
  if (!own.ok || (found.ok && found.value.identity === own.value.identity)) return undefined;
  return { browser: createBrowserPool({ find: () => own, env, pages: 1 }), identity: own.value.identity };
}

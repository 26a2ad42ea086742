import { hashOf, hashParts, success, type Diagnostic, type Hash, type Outcome } from '../base/index.ts';
import type { BrowserPage } from '../model/index.ts';
import type { MakerWorld } from './world.ts';

/** Something made or measured in a page that has loaded a document; its result depends on the document and the key only. */
export interface PageStep {
  readonly key: string;
  run(page: BrowserPage): Promise<Uint8Array>;
}

/** What the steps on one document gave, in their order. */
export interface LaidOut {
  readonly results: readonly Uint8Array[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Runs the steps on one document in one page, loaded once. Results that the store has are not made again; when it has
 * all of them no browser is started.
 */
export async function layOut(
  world: MakerWorld,
  label: string,
  html: string,
  size: { width: number; height: number },
  steps: readonly PageStep[],
): Promise<Outcome<LaidOut>> {
  const document = hashOf(html);
  const keys = steps.map((step) => hashParts([world.version, world.browserIdentity, document, step.key]));
  const found = await Promise.all(keys.map((key) => fetchResult(world, key)));
  if (found.every((bytes) => bytes !== undefined)) return success({ results: found, diagnostics: [] });
  const made = await world.browser.run(label, async (page) => {
    const report = await page.load(html, { viewport: size });
    const results: Uint8Array[] = [];
    for (const [i, step] of steps.entries()) results.push(found[i] ?? (await step.run(page)));
    return { report, results };
  });
  if (!made.ok) return made;
  const { results } = made.value;
  for (const [i, bytes] of results.entries()) if (!found[i]) await storeResult(world, keys[i] ?? '', bytes);
  return success({ results, diagnostics: [] });
}

/** An `ac` entry names the `cas` entry that holds the bytes. */
async function fetchResult({ store }: MakerWorld, key: Hash): Promise<Uint8Array | undefined> {
  const name = await store.get('ac', key);
  return name && store.get('cas', Buffer.from(name).toString('latin1'));
}

async function storeResult({ store }: MakerWorld, key: Hash, bytes: Uint8Array): Promise<void> {
  const hash = hashOf(bytes);
  await store.put('cas', hash, bytes);
  await store.put('ac', key, Buffer.from(hash));
}

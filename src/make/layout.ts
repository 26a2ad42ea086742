import { hashOf, hashParts, success, type Diagnostic, type Hash, type Outcome } from '../base/index.ts';
import type { PageResult } from '../formats/index.ts';
import type { BrowserPage, LoadReport } from '../model/index.ts';
import type { MakerWorld } from './world.ts';

/** Something made or measured in a page that has loaded a document; its result depends on the document and the key only. */
export interface PageStep {
  readonly key: string;
  run(page: BrowserPage, report: LoadReport): Promise<PageResult>;
}

/** What the steps on one document gave, in their order. */
export interface LaidOut {
  readonly results: readonly Uint8Array[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Runs the steps on one document in one page, loaded once. Results that the store has are not made again; when it has
 * all of them no browser is started. A result of which something is to be said is not kept: it is made again, and told again.
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
    const results: PageResult[] = [];
    for (const [i, step] of steps.entries()) {
      const known = found[i];
      results.push(known ? { bytes: known } : await step.run(page, report));
    }
    return results;
  });
  if (!made.ok) return made;
  for (const [i, { bytes, diagnostics = [] }] of made.value.entries())
    if (!found[i] && diagnostics.length === 0) await storeResult(world, keys[i] ?? '', bytes);
  return success({
    results: made.value.map(({ bytes }) => bytes),
    diagnostics: made.value.flatMap(({ diagnostics = [] }) => diagnostics),
  });
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

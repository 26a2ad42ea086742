import type { PixelSize } from '../model/index.ts';
import { createMarp } from './marp.ts';
import { packOwnRules, type OwnRules } from './pack.ts';

/** Packs Lectern's own style sheets; called by the bundler, which keeps the result beside the code. */
export async function makeOwnRules(sheets: readonly string[], sizes: readonly PixelSize[]): Promise<OwnRules> {
  const combinations = [false, true].flatMap((math) => [false, true].map((code) => ({ math, code })));
  const marps = new Map(
    await Promise.all(combinations.map(async (uses) => [JSON.stringify(uses), await createMarp(uses)] as const)),
  );
  return packOwnRules(sheets.join('\n'), sizes, (uses) => {
    const marp = marps.get(JSON.stringify({ math: uses.math, code: uses.code }));
    if (!marp) throw new Error('unreachable: all combinations are there');
    return (css) => marp.pack(css, uses);
  });
}

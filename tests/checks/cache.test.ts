import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { build, type LessonDone, type World } from '../../src/make/index.ts';
import { checkCodes } from '../../src/checks/index.ts';
import { formats } from '../../src/formats/index.ts';
import { createBrowserPool, createDiskStore, createFiles, createOutput, findBrowser } from '../../src/host/index.ts';
import type { BrowserPool } from '../../src/model/index.ts';
import { defaultConfig } from '../../src/parse/index.ts';
import { packageRoot } from '../support/files.ts';

/** A pool that counts how often a document is laid out. */
function counting(pool: BrowserPool): BrowserPool & { readonly runs: () => number } {
  let runs = 0;
  return {
    start: () => pool.start(),
    version: () => pool.version(),
    run: (...args) => {
      runs++;
      return pool.run(...args);
    },
    show: (...args) => {
      runs++;
      return pool.show(...args);
    },
    [Symbol.asyncDispose]: () => pool[Symbol.asyncDispose](),
    runs: () => runs,
  };
}

describe('checking a built lesson', () => {
  it('lays it out once, and not again while its slides are the same', { timeout: 180_000 }, async () => {
    const root = mkdtempSync(join(tmpdir(), 'lectern-test-'));
    onTestFinished(() => rmSync(root, { recursive: true, force: true }));
    cpSync(join(packageRoot, 'lessons'), join(root, 'lessons'), { recursive: true });
    const found = findBrowser({ env: process.env });
    await using browser = counting(createBrowserPool({ find: () => found, env: process.env, pages: 1 }));
    const world: World = {
      files: createFiles(root, packageRoot),
      output: { ...createOutput(join(root, 'output')), holds: () => false, remove: () => false },
      store: createDiskStore(join(root, '.lectern/cache')),
      browser,
      browserIdentity: 'this one',
      config: defaultConfig,
      version: 'this one',
      sourceDateEpoch: undefined,
      sweep: () => undefined,
    };
    const common = {
      lessons: ['mdma-serotonine'],
      audience: 'teacher',
      player: { script: '', css: '' },
      checks: { codes: checkCodes },
      jobs: 1,
    } as const;
    const buildOf = async (names: readonly string[]): Promise<LessonDone | undefined> => {
      const chosen = formats.filter((format) => names.includes(format.name));
      const [done] = await build(world, { ...common, formats: chosen });
      return done;
    };

    const built = await buildOf(['html', 'pdf', 'thumbnail']);
    expect(built?.record?.artifacts.map((artifact) => artifact.path)).toContain('mdma-serotonine/deck.pdf');
    // One for the deck, and one for the PDF of each time plan.
    const runs = browser.runs();
    expect(runs).toBe(3);

    const checked = await buildOf([]);
    expect(browser.runs()).toBe(runs);
    expect(checked?.diagnostics).toEqual(built?.diagnostics);

    // An edit of the notes leaves the slides as they are: what was measured still holds.
    const outline = join(root, 'lessons/mdma-serotonine/lesson.yaml');
    writeFileSync(outline, readFileSync(outline, 'utf8').replace('notes: |\n', 'notes: |\n          Nieuw.\n'));
    const edited = await buildOf([]);
    expect(edited?.state).toBe('built');
    expect(browser.runs()).toBe(runs);
  });
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { defaultBudget } from '../../src/threads/budget.ts';
import { dropEarly, makesLessons, startEarly, takeEarly } from '../../src/threads/early.ts';

let root = '';
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'lectern-early-'));
  mkdirSync(join(root, 'lessons'));
});
afterEach(() => {
  dropEarly();
  rmSync(root, { recursive: true, force: true });
});

describe('a build that will surely make lessons', () => {
  it.each(['build', 'build x --format pdf', 'build --no-check --out away', 'build --out=away', 'build --time-limit 9'])(
    '%s',
    (line) => expect(makesLessons(line.split(' '), root)).toBe(true),
  );

  it.each(['', 'check', 'build --help', 'build -h', 'build --watch', 'build --untrusted', 'build --memory-limit=99'])(
    'is not: %s',
    (line) => expect(makesLessons(line.split(' '), root)).toBe(false),
  );

  it('is not one whose output folder holds a build', () => {
    mkdirSync(join(root, 'output'));
    writeFileSync(join(root, 'output/manifest.json'), '{}');
    expect(makesLessons(['build'], root)).toBe(false);
    expect(makesLessons(['build', '--out', 'away'], root)).toBe(true);
    mkdirSync(join(root, 'away'));
    writeFileSync(join(root, 'away/manifest.json'), '{}');
    expect(makesLessons(['build', '--out', 'away'], root)).toBe(false);
    expect(makesLessons(['build', '--out=away'], root)).toBe(false);
  });

  it('is not known where the settings name the folder, or where there are no lessons', () => {
    writeFileSync(join(root, 'lectern.yaml'), 'output: away\n');
    expect(makesLessons(['build'], root)).toBe(false);
    expect(makesLessons(['build'], join(root, 'lessons'))).toBe(false);
  });
});

describe('the thread that was started early', () => {
  const answers = `import { parentPort } from 'node:worker_threads'; parentPort.once('message', (x) => parentPort.postMessage([x]));`;
  const entry = (): string => {
    const file = join(root, 'thread.mjs');
    writeFileSync(file, answers);
    return file;
  };

  it('is given once, to who wants this kind, and hears what it is told first', async () => {
    const kind = { entry: entry(), megabytes: defaultBudget.megabytes };
    startEarly(kind.entry);
    expect(takeEarly({ ...kind, megabytes: 99 })).toBeUndefined();
    expect(takeEarly({ ...kind, entry: 'other.js' })).toBeUndefined();
    const worker = takeEarly(kind);
    expect(takeEarly(kind)).toBeUndefined();
    worker?.postMessage('setup');
    expect(await new Promise((resolve) => worker?.once('message', resolve))).toEqual(['setup']);
    await worker?.terminate();
  });

  it('is not given when it was dropped, or could not be started', () => {
    const kind = { entry: entry(), megabytes: defaultBudget.megabytes };
    startEarly(kind.entry);
    dropEarly();
    expect(takeEarly(kind)).toBeUndefined();
    startEarly(join(root, 'none.js'));
    expect(takeEarly({ ...kind, entry: join(root, 'none.js') })).toBeUndefined();
  });
});

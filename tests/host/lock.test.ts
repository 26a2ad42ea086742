import { once } from 'node:events';
import { lstatSync, mkdirSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { createLedgerOutput } from '../../src/host/index.ts';
import { folderWith, startFixture } from './support.ts';

describe('work in one folder by several processes', () => {
  it('is done one after the other', async () => {
    const folder = folderWith({ count: '0' });
    const processes = await Promise.all(Array.from({ length: 4 }, () => startFixture('counting', [folder])));
    const codes = await Promise.all(
      processes.map(async ({ child }) => child.exitCode ?? ((await once(child, 'exit')) as [number])[0]),
    );
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(readFileSync(join(folder, 'count'), 'utf8')).toBe('100');
    expect(readdirSync(folder)).toEqual(['count']);
  });

  it('is not held up by a process that was killed', async () => {
    const folder = folderWith();
    const [, namespace = '0'] = /(\d+)/.exec(await tagOfThisProcess()) ?? [];
    symlinkSync(`${namespace}-999999999`, join(folder, '.lectern-lock'));
    const start = performance.now();
    expect(await createLedgerOutput(folder).exclusively(() => 1)).toBe(1);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('waits for one that runs, hears signals meanwhile, and takes a lock that is older than any work', async () => {
    const folder = folderWith();
    const path = join(folder, '.lectern-lock');
    const output = createLedgerOutput(folder);
    const tag = await tagOfThisProcess();
    symlinkSync(tag, path);
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 20);
    setTimeout(() => rmSync(path), 300);
    const start = performance.now();
    await output.exclusively(() => expect(performance.now() - start).toBeGreaterThan(250));
    clearInterval(ticking);
    expect(ticks).toBeGreaterThan(3);
    // Nobody can set the time of change of a link back, so the clock is put forward.
    symlinkSync(tag, path);
    vi.useFakeTimers({ now: Date.now() + 120_000, toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const again = performance.now();
    await output.exclusively(() => undefined);
    expect(performance.now() - again).toBeLessThan(2_000);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves nothing behind a link in the place of the folder, and nothing when the work fails', async () => {
    const root = folderWith();
    mkdirSync(join(root, 'elsewhere'));
    symlinkSync(join(root, 'elsewhere'), join(root, 'output'));
    await createLedgerOutput(join(root, 'output')).exclusively(() => {
      expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
    });
    const fail = (): never => {
      expect(lstatSync(join(root, 'elsewhere/.lectern-lock')).isSymbolicLink()).toBe(true);
      throw new Error('no');
    };
    await expect(createLedgerOutput(join(root, 'elsewhere')).exclusively(fail)).rejects.toThrow('no');
    expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
  });
});

/** As the lock of this process names it. */
function tagOfThisProcess(): Promise<string> {
  const folder = folderWith();
  return createLedgerOutput(folder).exclusively(() => readlinkSync(join(folder, '.lectern-lock')));
}

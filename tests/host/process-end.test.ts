import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exitOf, folderWith, processesWith, startFixture, until } from './support.ts';

/** Starts the printing process, waits for its first PDF, ends it, and tells what is left. */
async function endAfterFirstPdf(end: (child: { kill(signal: NodeJS.Signals): boolean }) => void, fault?: string) {
  const folder = folderWith();
  const run = await startFixture('prints-forever', fault === undefined ? [folder] : [folder, fault]);
  await until(() => run.output().includes('ready'), 30_000);
  end(run.child);
  const exit = await exitOf(run.child);
  return { ...run, folder, exit };
}

/** Every file in the output is a whole PDF, and nothing else is there. */
function expectWholeFiles(folder: string): void {
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((entry) =>
    entry.includes('.'),
  )) {
    expect(name).toMatch(/^[ab]\/0\.pdf$/);
    expect(readFileSync(join(folder, name), 'latin1')).toMatch(/^%PDF[\s\S]*%%EOF\s*$/);
  }
}

describe.runIf(process.platform === 'linux')('when the process ends', { timeout: 60_000 }, () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('by %s, no browser, temporary folder or partial file stays', async (signal, code) => {
    const { exit, temporary, folder } = await endAfterFirstPdf((child) => child.kill(signal));
    expect(exit.code).toBe(code);
    expect(readdirSync(temporary)).toEqual([]);
    await until(() => processesWith(temporary).length === 0);
    expectWholeFiles(folder);
  });

  it('by two signals in a row, nothing stays either', async () => {
    const { exit, temporary } = await endAfterFirstPdf((child) => {
      child.kill('SIGINT');
      child.kill('SIGINT');
    });
    expect(exit.code).toBe(130);
    expect(readdirSync(temporary)).toEqual([]);
    await until(() => processesWith(temporary).length === 0);
  });

  it('by an uncaught error, nothing stays either', async () => {
    const { exit, temporary, output } = await endAfterFirstPdf(() => undefined, 'throw');
    expect(exit.code).toBe(1);
    expect(output()).toContain('Error: uncaught');
    expect(readdirSync(temporary)).toEqual([]);
    await until(() => processesWith(temporary).length === 0);
  });

  it('normally, nothing stays and nothing keeps it alive', async () => {
    const { exit, temporary } = await endAfterFirstPdf(() => undefined, 'dispose');
    expect(exit.code).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
    await until(() => processesWith(temporary).length === 0);
  });

  it('by SIGKILL, the browser ends by itself and the next run removes the folder', async () => {
    const { temporary, folder } = await endAfterFirstPdf((child) => child.kill('SIGKILL'));
    await until(() => processesWith(temporary).length === 0);
    expectWholeFiles(folder);
    expect(readdirSync(temporary)).toHaveLength(1);
    const next = await startFixture('prints-forever', [folder, 'dispose'], { temporary });
    expect((await exitOf(next.child)).code).toBe(0);
    expect(readdirSync(temporary)).toEqual([]);
  });

  it('while the browser starts or hangs at the start, nothing stays', async () => {
    for (const delay of [0, 50, 100, 150, 200]) {
      const { child, temporary } = await startFixture('prints-forever', [folderWith()]);
      await new Promise((resolve) => setTimeout(resolve, 100 + delay));
      child.kill('SIGTERM');
      await exitOf(child);
      await until(() => processesWith(temporary).length === 0);
      expect(readdirSync(temporary)).toEqual([]);
    }
  });
});

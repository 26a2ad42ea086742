import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createBrowserPool, findBrowser, type PoolOptions } from '../../src/host/index.ts';
import type { BrowserPool } from '../../src/model/index.ts';
import { fakeBrowser, folderWith, processesWith, until } from './support.ts';

/** A pool whose browser is the real one, or the given path. */
function pool(options: Partial<PoolOptions> & { readonly request?: string } = {}): BrowserPool {
  const { request, ...rest } = options;
  const made = createBrowserPool({ find: () => findBrowser({ request, env: process.env }), env: process.env, ...rest });
  onTestFinished(() => made[Symbol.asyncDispose]());
  return made;
}

/** Browser processes that this process started. */
const browsers = (): readonly number[] =>
  processesWith('--remote-debugging-pipe').filter((pid) => parentOf(pid) === process.pid);
const parentOf = (pid: number): number => {
  try {
    return Number(/PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
  } catch {
    return 0;
  }
};

const forever = new Promise<never>(() => undefined);

describe('a browser that fails at start', { timeout: 30_000 }, () => {
  const faults = [
    ['exits at once', 'echo "cannot open display" >&2; exit 3', /exited with code 3.*cannot open display/],
    ['is killed at once', 'kill -9 $$', /ended by SIGKILL/],
    ['hangs', 'exec sleep 60', /did not answer within 700 ms/],
    ['ignores polite signals and hangs', 'trap "" TERM INT HUP; sleep 60 & wait', /did not answer within 700 ms/],
    [
      'prints garbage to its output',
      'yes garbage | head -c 100000; yes garbage | head -c 100000 >&2; exec sleep 60',
      /did not answer within 700 ms/,
    ],
    ['answers garbage', 'printf "garbage\\0" >&4; exec sleep 60', /did not|does not speak the DevTools protocol/],
    ['answers broken JSON', 'printf "{garbage}\\0" >&4; exec sleep 60', /did not|does not speak the DevTools protocol/],
    ['closes its pipes', 'exec 3<&- 4>&-; sleep 60', /does not speak the DevTools protocol/],
  ] as const;

  it.each(faults)('that %s is reported after a second try, and leaves nothing', async (_, script, message) => {
    const count = join(folderWith(), 'count');
    const lessons = pool({ request: fakeBrowser(`echo started >>${count}; ${script}`), launchTimeout: 700 });
    const result = await lessons.run('lessons/x (PDF)', () => Promise.resolve(1));
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'browser/launch-failed' }] });
    expect(result.diagnostics[0]?.message).toMatch(message);
    expect(readFileSync(count, 'utf8')).toBe('started\nstarted\n');
    await until(() => browsers().length === 0);
  });

  it('that is no program at all is reported', async () => {
    const path = fakeBrowser('true');
    writeFileSync(path, '\0\0\0');
    const result = await pool({ request: path, launchTimeout: 2000 }).version();
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'browser/launch-failed' }] });
  });

  it('but works the second time is used', async () => {
    const real = findBrowser({ env: process.env });
    const executable = real.ok ? await real.value.prepare() : real;
    if (!executable.ok) throw new Error('no browser');
    const flag = join(folderWith(), 'flag');
    const variables = Object.entries(executable.value.env).map(([name, value]) => `export ${name}='${value}';`);
    const path = fakeBrowser(
      `test -e ${flag} || { touch ${flag}; exit 1; }; ${variables.join(' ')} exec ${executable.value.path} "$@"`,
    );
    expect(await pool({ request: path }).version()).toMatchObject({
      ok: true,
      value: expect.stringContaining('Chrome') as string,
    });
    expect(existsSync(flag)).toBe(true);
  });
});

describe('a browser that fails at work', { timeout: 60_000 }, () => {
  it('and is killed in the middle of a job is replaced, and the job tried once more', async () => {
    const lessons = pool();
    let tries = 0;
    const result = await lessons.run('lessons/x (PDF)', async (page) => {
      await page.load('<p>hello');
      if (++tries === 1) {
        for (const pid of browsers()) process.kill(pid, 'SIGKILL');
        return page.evaluate<string>('new Promise(() => undefined)');
      }
      return page.evaluate<string>('document.body.textContent');
    });
    expect(result).toMatchObject({ ok: true, value: 'hello' });
    expect(tries).toBe(2);
  });

  it('each time is reported with the name of the job, while other jobs get their results', async () => {
    const lessons = pool({ pages: 3 });
    const killer = lessons.run('lessons/bad (PDF)', async (page) => {
      await page.load('<p>bad');
      for (const pid of browsers()) process.kill(pid, 'SIGKILL');
      return forever;
    });
    const others = [1, 2, 3, 4, 5].map((n) =>
      lessons.run(`lessons/${n}`, async (page) => {
        await page.load(`<p>${n}`);
        return page.evaluate<string>('document.body.textContent');
      }),
    );
    const result = await killer;
    expect(result).toMatchObject({ ok: false, diagnostics: [{ code: 'browser/crashed' }] });
    expect(result.diagnostics[0]?.message).toMatch(/^lessons\/bad \(PDF\): the browser died .*SIGKILL.*twice/);
    const values = (await Promise.all(others)).map((other) => (other.ok ? other.value : other.diagnostics));
    expect(values).toEqual(['1', '2', '3', '4', '5']);
  });

  it('by a renderer that dies is noticed at once', async () => {
    const lessons = pool({ jobTimeout: 20_000 });
    let tries = 0;
    const result = await lessons.run('lessons/x', async (page) => {
      await page.load('<p>hello');
      if (++tries > 1) return 'fine';
      for (const pid of processesWith('--type=renderer'))
        if (groupOf(pid) === browsers()[0]) process.kill(pid, 'SIGKILL');
      return forever;
    });
    expect(result).toMatchObject({ ok: true, value: 'fine' });
  });

  it('by being stopped (SIGSTOP) is noticed within the time limit', async () => {
    const lessons = pool();
    await lessons.version();
    const stopped = browsers();
    for (const pid of stopped) process.kill(pid, 'SIGSTOP');
    const start = performance.now();
    const result = await lessons.run(
      'lessons/x',
      async (page) => {
        await page.load('<p>hello');
        return page.evaluate<string>('document.body.textContent');
      },
      { timeout: 3000 },
    );
    expect(result).toMatchObject({ ok: true, value: 'hello' });
    expect(performance.now() - start).toBeLessThan(6000);
    await until(() => stopped.every((pid) => !existsSync(`/proc/${pid}`)));
  });

  it('by never finishing is reported after two tries', async () => {
    const result = await pool().run('lessons/slow', () => forever, { timeout: 300 });
    expect(result).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'browser/timeout', message: expect.stringContaining('lessons/slow') as string }],
    });
  });

  it('passes on an exception of the job itself, and stays usable', async () => {
    const lessons = pool();
    await expect(lessons.run('x', (page) => page.evaluate('missing()'))).rejects.toThrow('missing is not defined');
    expect(await lessons.run('x', (page) => page.evaluate('1 + 1'))).toMatchObject({ ok: true, value: 2 });
  });
});

const groupOf = (pid: number): number => {
  try {
    return Number(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[2]);
  } catch {
    return 0;
  }
};

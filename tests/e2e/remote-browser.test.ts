import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { findBrowser } from '../../src/host/index.ts';
import { lectern } from '../support/cli.ts';
import { hashesIn, lessonsNamed } from './small-lessons.ts';

/** Starts the bundled browser with an open DevTools port. @returns its WebSocket address */
async function startRemote(): Promise<string> {
  const found = findBrowser({ request: 'bundled', env: {} });
  const executable = found.ok ? await found.value.prepare() : found;
  if (!executable.ok) throw new Error('there is no browser');
  const profile = mkdtempSync(join(tmpdir(), 'remote-lectern-'));
  const flags = ['--headless', '--no-sandbox', '--no-zygote', '--remote-debugging-port=0', '--incognito'];
  const child = spawn(executable.value.path, [...flags, `--user-data-dir=${profile}`, '--font-render-hinting=none'], {
    env: { ...process.env, ...executable.value.env },
    stdio: ['ignore', 'ignore', 'pipe'],
    detached: true,
  });
  onTestFinished(() => {
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  });
  return new Promise((resolve) => {
    let text = '';
    child.stderr.setEncoding('utf8').on('data', (part: string) => {
      const address = /ws:\/\/\S+/.exec((text += part))?.[0];
      if (address !== undefined) resolve(address);
    });
  });
}

it('--browser-url prints on a running browser, over WebSocket or HTTP, and leaves it running', async () => {
  const project = lessonsNamed('one', 'two');
  const build = ['build', '--format', 'pdf', '--no-check', '--no-cache'];
  await lectern(project.root, [...build, '--out', 'here']);
  const address = await startRemote();
  const { host } = new URL(address);
  for (const [out, url] of [
    ['ws', address],
    ['http', `http://${host}`],
  ] as const) {
    const run = await lectern(project.root, [...build, '--out', out, '--browser-url', url]);
    expect([run.code, run.out]).toEqual([0, '2 built, 0 unchanged\n']);
    expect(project.read(`${out}/one/deck.pdf`).equals(project.read('here/one/deck.pdf'))).toBe(true);
    expect(project.read(`${out}/manifest.json`).toString()).toContain(`remote ${host} `);
  }
  const targets = (await (await fetch(`http://${host}/json/list`)).json()) as readonly unknown[];
  expect(targets.length).toBeLessThanOrEqual(1);
  expect(Object.keys(hashesIn(join(project.root, 'ws')))).toContain('two/deck.pdf');
});

it('--browser-url: one that is not there is named, and ends with 3', async () => {
  const project = lessonsNamed('one');
  const run = await lectern(project.root, [
    'build',
    '--format',
    'pdf',
    '--no-check',
    '--browser-url',
    'http://127.0.0.1:9',
  ]);
  expect(run.code).toBe(3);
  expect(run.err).toContain('The browser at 127.0.0.1:9 cannot be used');
});

it.each([
  'ws://me:geheim@127.0.0.1:9/devtools/browser/0123456789',
  'http://me:geheim@127.0.0.1:9',
  'ws://127.0.0.1:9/?token=geheim',
])('--browser-url %s tells no secret, and says what is wrong', async (url) => {
  const project = lessonsNamed('one');
  const run = await lectern(project.root, ['build', '--format', 'pdf', '--no-check', '--browser-url', url]);
  expect(run.code).toBe(3);
  expect(run.err).toMatch(/The browser at 127\.0\.0\.1:9 cannot be used: .{5}/);
  expect(run.out + run.err).not.toMatch(/geheim|\[object/);
});

it('--browser-url that is no address is not shown with its password', async () => {
  const run = await lectern(lessonsNamed('one').root, ['build', '--browser-url', 'me:geheim@127.0.0.1:9']);
  expect([run.code, run.err]).toEqual([2, expect.not.stringContaining('geheim')]);
});

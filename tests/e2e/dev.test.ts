import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { outline } from '../preview/support.ts';

const cli = join(import.meta.dirname, '../../dist/cli.js');
const root = mkdtempSync(join(tmpdir(), 'lectern-dev-'));
beforeAll(() => {
  mkdirSync(join(root, 'lessons/proef'), { recursive: true });
  writeFileSync(join(root, 'lessons/proef/lesson.yaml'), outline());
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Starts `lectern dev` and waits for its address. */
async function start(...args: string[]) {
  const child = spawn(process.execPath, [cli, 'dev', ...args], { cwd: root });
  let said = '';
  child.stdout.on('data', (chunk) => (said += String(chunk)));
  child.stderr.on('data', (chunk) => (said += String(chunk)));
  const ended = once(child, 'exit') as Promise<[number | null, NodeJS.Signals | null]>;
  for (let left = 400; left > 0 && !/Preview: \S+/.test(said) && child.exitCode === null; left--)
    await new Promise((resolve) => setTimeout(resolve, 25));
  const address = /Preview: (\S+)/.exec(said)?.[1]?.replace('localhost', '127.0.0.1') ?? '';
  return { child, address, ended, said: () => said };
}

it('ends at once at Ctrl-C, streams and checks under way included', async () => {
  const { child, address, ended } = await start('proef');
  expect((await fetch(address)).status).toBe(200);
  const stream = await fetch(`${address}live?client=x`);
  await stream.body?.getReader().read();
  const asked = performance.now();
  child.kill('SIGINT');
  const [code, signal] = await ended;
  expect(signal).toBeNull();
  expect([0, 130]).toContain(code);
  expect(performance.now() - asked).toBeLessThan(10_000);
  await expect(fetch(address)).rejects.toThrow();
});

it('adds what the slower checks find, when nobody has saved for a moment', async () => {
  const { child, address, ended } = await start('proef');
  await fetch(address);
  const stream = await fetch(`${address}live?client=x`);
  const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  let heard = '';
  for (let left = 200; left > 0 && !heard.includes('slide/empty-notes'); left--)
    heard += (await reader?.read())?.value ?? '';
  expect(heard).toContain('slide/empty-notes');
  child.kill('SIGINT');
  await ended;
});

it('says that a port is taken, and finds a free one when none was asked for', async () => {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const taken = server.address();
  const port = typeof taken === 'object' && taken ? taken.port : 0;
  const { ended, said } = await start('--port', String(port));
  expect((await ended)[0]).toBe(2);
  expect(said()).toContain(`port ${port} cannot be used`);
  server.close();
  const [first, second] = [await start(), await start()];
  expect(first.address).toMatch(/^http/);
  expect(second.address).toMatch(/^http/);
  expect(second.address).not.toBe(first.address);
  for (const { child, ended: end } of [first, second]) {
    child.kill('SIGINT');
    await end;
  }
});

it('tells of a lesson that does not exist', async () => {
  const { ended, said } = await start('proeff');
  expect((await ended)[0]).toBe(1);
  expect(said()).toContain('Did you mean "proef"?');
});

it('prints a QR code and a secret link for the phone only when asked', async () => {
  const plain = await start();
  expect(plain.said()).not.toContain('Phone');
  plain.child.kill('SIGINT');
  await plain.ended;
  const open = await start('--remote');
  await new Promise((resolve) => setTimeout(resolve, 200));
  if (open.said().includes('Phone')) {
    expect(open.said()).toMatch(/\/remote\?token=[\w-]{20,}/);
    expect(open.said()).toContain('█▀');
  }
  open.child.kill('SIGINT');
  await open.ended;
});

import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { decodeActionResult, encodeActionResult } from '../../src/host/action-result.ts';
import { cacheOf, lectern } from '../support/cli.ts';
import { startCacheServer } from './cache-server.ts';
import { hashesIn, lessonsNamed } from './small-lessons.ts';

const build = ['build', '--format', 'html,pdf', '--no-check'];

describe('--cache-url', () => {
  it('gives another machine what one has made, and survives lies and failures', async () => {
    const server = await startCacheServer();
    const project = lessonsNamed('one', 'two');
    const forget = (): void => {
      for (const folder of [join(project.root, 'output'), cacheOf(project.root)])
        rmSync(folder, { recursive: true, force: true });
    };
    const shared = [...build, '--cache-url', server.url];
    expect((await lectern(project.root, shared)).out).toBe('2 built, 0 unchanged\n');
    const before = hashesIn(join(project.root, 'output'));
    expect(readdirSync(cacheOf(project.root)), 'the cache of this machine was looked through').toContain('trimmed');

    forget();
    expect((await lectern(project.root, shared)).out).toBe('0 built, 0 unchanged, 2 restored\n');
    expect(hashesIn(join(project.root, 'output'))).toEqual(before);

    // Records that are right, of bytes that are not.
    for (const [path, bytes] of server.entries)
      if (path.includes('/cas/')) server.entries.set(path, Buffer.alloc(bytes.length, 'x'));
    forget();
    expect((await lectern(project.root, shared)).out).toBe('2 built, 0 unchanged\n');
    expect(hashesIn(join(project.root, 'output'))).toEqual(before);

    for (const path of server.entries.keys()) server.entries.set(path, Buffer.from('a lie'));
    forget();
    expect((await lectern(project.root, shared)).out).toBe('2 built, 0 unchanged\n');
    expect(hashesIn(join(project.root, 'output'))).toEqual(before);

    server.broken = 500;
    forget();
    const broken = await lectern(project.root, shared);
    expect([broken.code, broken.out]).toEqual([0, '2 built, 0 unchanged\n']);
    expect(broken.err.match(/is not used any more/g)).toHaveLength(1);
    expect(hashesIn(join(project.root, 'output'))).toEqual(before);
  });

  it('sends nothing unless asked, nor with --cache-read-only', async () => {
    const server = await startCacheServer();
    const project = lessonsNamed('one');
    const run = await lectern(project.root, [...build, '--cache-url', server.url, '--cache-read-only']);
    expect(run.code).toBe(0);
    expect(server.requests.length).toBeGreaterThan(0);
    expect(server.requests.filter((request) => request.startsWith('PUT'))).toEqual([]);
    const count = server.requests.length;
    await lectern(project.root, ['build', '--format', 'html', '--no-check']);
    expect(server.requests).toHaveLength(count);
  });

  it('is told in the address, without showing a password', async () => {
    const project = lessonsNamed('one');
    const args = ['build', '--format', 'html', '--no-check'];
    const gone = await lectern(project.root, [...args, '--cache-url', 'http://me:secret@127.0.0.1:9/']);
    expect([gone.code, gone.err]).toEqual([0, expect.stringContaining('http://127.0.0.1:9 is not used any more')]);
    expect(gone.err).not.toContain('secret');
    expect((await lectern(project.root, [...args, '--cache-url', 'nowhere'])).code).toBe(2);
  });
});

it('entries of the action cache survive a round trip, and garbage is none', () => {
  const digest = { hash: 'ab'.repeat(32), size: 300_000_000_000 };
  expect(decodeActionResult(encodeActionResult(digest))).toEqual(digest);
  for (const bytes of ['', 'garbage', '\x12\xff\xff\xff', '\x12\x03\x12\x01\x0a'])
    expect(decodeActionResult(Buffer.from(bytes, 'latin1'))).toBeUndefined();
});

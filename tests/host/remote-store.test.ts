import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { hashOf } from '../../src/base/index.ts';
import { encodeActionResult } from '../../src/host/action-result.ts';
import { createRemoteStore, layeredStore, noStore } from '../../src/host/index.ts';
import type { RemoteStoreOptions } from '../../src/host/remote-store.ts';

const content = Buffer.from('content');
const hash = hashOf(content);
const key = hashOf('a key');

/** A server that answers as it is told; keeps what it was asked. */
async function server(answer: (url: string, response: ServerResponse) => void) {
  const asked: string[] = [];
  const listening = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? ''}`.trim());
    request.resume().on('end', () => answer(request.url ?? '', response));
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    listening.closeAllConnections();
    listening.close();
  });
  return { asked, url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}` };
}

function storeAt(url: string, more: Partial<RemoteStoreOptions> = {}) {
  const warnings: string[] = [];
  const store = createRemoteStore({ url, readOnly: false, warn: (message) => warnings.push(message), ...more });
  return { store, warnings };
}

describe('a cache on another machine', () => {
  it('gives bytes by their hash, and takes no others', async () => {
    const { url } = await server((path, response) => response.end(path.endsWith(hash) ? content : 'else'));
    const { store, warnings } = storeAt(url);
    expect(Buffer.from((await store.get('cas', hash)) ?? '')).toEqual(content);
    expect(warnings).toEqual([]);
    expect(await store.get('cas', hashOf('other'))).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining('other bytes')]);
    // It is not asked again.
    expect(await store.get('cas', hash)).toBeUndefined();
  });

  it('gives a record only when the bytes that it names are the right ones', async () => {
    let bytes = content;
    const { url } = await server((path, response) =>
      response.end(path.startsWith('/ac/') ? encodeActionResult({ hash, size: content.length }) : bytes),
    );
    const { store } = storeAt(url);
    expect(Buffer.from((await store.get('ac', key)) ?? '')).toEqual(content);
    bytes = Buffer.from('c0ntent');
    expect(await store.get('ac', key)).toBeUndefined();
  });

  it('is asked no further than the address that was named', async () => {
    const other = await server((_, response) => response.end(content));
    const { url } = await server((path, response) =>
      response.writeHead(307, { location: `${other.url}${path}` }).end(),
    );
    const { store, warnings } = storeAt(url.replace('http://', 'http://me:geheim@'));
    expect(await store.get('cas', hash)).toBeUndefined();
    expect(other.asked).toEqual([]);
    expect(warnings).toEqual([expect.stringContaining('is not used any more')]);
    expect(warnings[0]).not.toContain('geheim');
  });

  it.each([
    ['says so', true],
    ['keeps it to itself', false],
  ])('is left when an answer is too large and it %s', async (_, isTold) => {
    let sent = 0;
    const { url } = await server((_path, response) => {
      if (isTold) response.setHeader('content-length', 100_000_000);
      const timer = setInterval(() => response.write(Buffer.alloc(1000, 1), () => (sent += 1000)), 1);
      response.on('close', () => clearInterval(timer));
    });
    const { store, warnings } = storeAt(url, { mostBytes: 10_000 });
    expect(await store.get('cas', hash)).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining('too large')]);
    expect(sent).toBeLessThan(1_000_000);
    expect(await store.get('cas', hash)).toBeUndefined();
    expect(warnings).toHaveLength(1);
  });

  it.each<[how: string, answer: (response: ServerResponse) => void]>([
    ['at all', () => undefined],
    [
      'but drop by drop',
      (response) => {
        const timer = setInterval(() => response.write('x'), 10);
        response.on('close', () => clearInterval(timer));
      },
    ],
  ])('is left when it does not answer in time %s', async (_, answer) => {
    const { url } = await server((_path, response) => answer(response));
    const { store, warnings } = storeAt(url, { timeout: 150 });
    const start = performance.now();
    expect(await store.get('cas', hash)).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(warnings).toEqual([expect.stringContaining('did not answer in time')]);
  });

  it('is left when an answer comes more slowly than a lesson is made', async () => {
    const { url } = await server((_path, response) => {
      const timer = setInterval(() => response.write(Buffer.alloc(10)), 5);
      response.on('close', () => clearInterval(timer));
    });
    const { store, warnings } = storeAt(url, { pace: { bytesPerSecond: 100_000, after: 100 } });
    expect(await store.get('cas', hash)).toBeUndefined();
    expect(warnings).toEqual([expect.stringContaining('too slow')]);
  });

  it('gets what is put, with the name and password that were given, unless it is only read', async () => {
    const { url, asked } = await server((_, response) => response.end());
    const { store } = storeAt(`${url.replace('http://', 'http://me:geheim@')}/deep`);
    await store.put('cas', hash, content);
    await store.put('ac', key, content);
    await store.flush();
    const basic = `Basic ${Buffer.from('me:geheim').toString('base64')}`;
    expect(asked.sort()).toEqual(
      [`PUT /deep/cas/${hash} ${basic}`, `PUT /deep/cas/${hash} ${basic}`, `PUT /deep/ac/${key} ${basic}`].sort(),
    );
    const reader = storeAt(url, { readOnly: true }).store;
    await reader.put('cas', hash, content);
    await reader.flush();
    expect(asked).toHaveLength(3);
  });

  it('fills the one on this machine', async () => {
    const { url } = await server((_, response) => response.end(content));
    const kept: string[] = [];
    const near = { ...noStore, put: (_: string, name: string) => Promise.resolve(void kept.push(name)) };
    expect(await layeredStore(near, storeAt(url).store).get('cas', hash)).toBeDefined();
    expect(kept).toEqual([hash]);
  });
});

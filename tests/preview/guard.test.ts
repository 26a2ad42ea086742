import { createConnection } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, openWorkplace, type Workplace } from './support.ts';

let place: Workplace;
beforeAll(async () => {
  place = await openWorkplace();
  place.write('.env', 'SECRET-CANARY');
  place.write('lessons-geheim/lesson.yaml', 'SECRET-CANARY');
  place.write('lessons/proef/.env', 'SECRET-CANARY');
  place.write('lessons/proef-geheim.txt', 'SECRET-CANARY');
});
afterAll(() => place[Symbol.asyncDispose]());

const status = async (...call: Parameters<typeof ask> extends [unknown, ...infer R] ? R : never): Promise<number> =>
  (await ask(place.preview, ...call)).status;
const here = (): string => `127.0.0.1:${place.preview.port}`;

describe('the preview answers its own pages only', () => {
  it.each(['evil.example', 'evil.example:80', 'localhost', 'localhost:1', '127.0.0.1', '127.0.0.1.nip.io', '0.0.0.0'])(
    'refuses the host "%s"',
    async (host) => {
      expect(await status('/', { headers: { host } })).toBeGreaterThanOrEqual(400);
    },
  );

  it('answers to localhost, 127.0.0.1 and [::1] with its port', async () => {
    const { port } = place.preview;
    for (const host of [`localhost:${port}`, `127.0.0.1:${port}`, `[::1]:${port}`, `LOCALHOST:${port}`])
      expect(await status('/', { headers: { host } }), host).toBe(200);
  });

  it.each(['http://evil.example', 'null', 'https://127.0.0.1', 'http://localhost', 'http://127.0.0.1:1'])(
    'refuses the origin %s, also for reading and for streams',
    async (origin) => {
      for (const path of ['/', '/live', '/lessons/proef/live', '/lessons/proef/deck.html'])
        expect(await status(path, { headers: { origin } }), path).toBe(403);
      expect(await status('/lessons/proef/export', { method: 'POST', headers: { origin }, body: '{}' })).toBe(403);
    },
  );

  it('refuses writing without an origin, and what a browser says comes from another site', async () => {
    expect(await status('/lessons/proef/open', { method: 'POST', body: '{}' })).toBe(403);
    for (const site of ['cross-site', 'same-site'])
      expect(await status('/lessons/proef/live', { headers: { 'sec-fetch-site': site } })).toBe(403);
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' };
    expect(await status('/', { headers: link })).toBe(200);
    expect(await status('/', { headers: { ...link, 'sec-fetch-dest': 'iframe' } })).toBe(403);
  });

  it('streams to its own pages', async () => {
    const { headers, body } = await ask(place.preview, '/lessons/proef/live?client=abc', {
      headers: { 'sec-fetch-site': 'same-origin' },
    });
    expect(headers['content-type']).toBe('text/event-stream');
    expect(body).toContain('retry');
  });

  it('opens no WebSocket', async () => {
    const answer = await new Promise<string>((resolve) => {
      const socket = createConnection(place.preview.port, '127.0.0.1', () =>
        socket.write(
          `GET /live HTTP/1.1\r\nHost: ${here()}\r\nOrigin: http://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: x3JJHMbDL1EzLkh9GBhXDw==\r\n\r\n`,
        ),
      );
      socket.once('data', (data) => {
        socket.destroy();
        resolve(String(data));
      });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 403/);
  });
});

describe('nothing is read from folders', () => {
  it.each([
    '/.env',
    '/lessons/.env',
    '/lessons/proef/.env',
    '/lessons/proef/lesson.yaml',
    '/lessons/proef/../../.env',
    '/lessons/proef/..%2f..%2f.env',
    '/%2f..%2f.env',
    '/%2e%2e/.env',
    '/..\\.env',
    '/lessons/..%5c.env',
    '/lessons-geheim/lesson.yaml',
    '/lessons-geheim/',
    '/lessons/proef-geheim.txt',
    '/lessons/proef-geheim/',
    '/assets/../.env',
    '/assets/%2e%2e%2f.env',
    '/assets/shell.js%00.css',
    '/lessons/proef/exports/pdf',
    '/lessons/proef/exports/..',
    '/lessons/__proto__/',
    '/lessons/constructor/',
    '//evil.example/',
    'http://evil.example/.env',
    '/package.json',
    '/etc/passwd',
  ])('%s is not there', async (path) => {
    const answer = await ask(place.preview, path);
    expect(answer.status).toBe(404);
    expect(answer.body).not.toContain('SECRET-CANARY');
  });

  it('knows two methods and small JSON only', async () => {
    const origin = `http://${here()}`;
    const post = (path: string, body: string, type = 'application/json'): Promise<number> =>
      status(path, { method: 'POST', headers: { origin, 'content-type': type }, body });
    expect(await status('/', { method: 'DELETE', headers: { origin } })).toBe(405);
    expect(await post('/lessons/proef/open', '{"file":"../../etc/passwd","line":1,"column":1}')).toBe(400);
    expect(await post('/lessons/proef/open', '{"file":"/etc/passwd","line":1,"column":1}')).toBe(400);
    expect(await post('/lessons/proef/export', '{"format":"../x"}')).toBe(400);
    expect(await post('/lessons/proef/export', '{"format":"html"}', 'text/plain')).toBe(400);
    expect(await post('/lessons/proef/live?client=x', `{"slide":"${'x'.repeat(9000)}"}`)).toBe(400);
    expect(await post('/lessons/proef/live?client=x', 'no json')).toBe(400);
  });

  it('sends a policy with every page and keeps pages out of foreign frames', async () => {
    for (const path of ['/', '/lessons/proef/', '/lessons/proef/deck.html', '/lessons/proef/cover.html', '/nothing']) {
      const { headers } = await ask(place.preview, path);
      expect(headers['content-security-policy'], path).toMatch(/frame-ancestors '(?:self|none)'/);
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
    }
  });
});

it('cannot be reached from the network', async ({ skip }) => {
  const outside = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal);
  if (!outside) return skip('this computer is in no network');
  const refused = await new Promise<boolean>((resolve) => {
    const socket = createConnection(place.preview.port, outside.address, () => {
      socket.destroy();
      resolve(false);
    });
    socket.once('error', () => resolve(true));
  });
  expect(refused).toBe(true);
});

describe('the phone remote', () => {
  it('is not there unless it was asked for', async () => {
    expect(place.preview.remotes).toEqual([]);
    expect(await status('/remote')).toBe(403);
    expect(await status('/remote?token=')).toBe(403);
  });

  it('wants its token, and gives other computers nothing else', async ({ skip }) => {
    await using open = await openWorkplace({ remote: true });
    const [address] = open.preview.remotes;
    if (address === undefined) return skip('this computer is in no network');
    const { hostname, host, searchParams } = new URL(address);
    const token = searchParams.get('token') ?? '';
    expect(token.length).toBeGreaterThanOrEqual(20);
    const from = async (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<number> =>
      (
        await fetch(`http://${hostname}:${open.preview.port}${path}`, {
          method,
          headers,
          ...(method === 'POST' ? { body: '{"command":"forward"}' } : {}),
        })
      ).status;
    expect(await from('/remote')).toBe(403);
    const other = (sign: string | undefined): string => (sign === 'x' ? 'y' : 'x');
    const wrong = [
      token.slice(0, -1),
      `${token.slice(0, -1)}${other(token.at(-1))}`,
      `${token}x`,
      `${other(token[0])}${token.slice(1)}`,
    ];
    for (const guess of wrong) expect(await from(`/remote?token=${guess}`), guess).toBe(403);
    expect(await from(`/remote?token=${token}`)).toBe(200);
    expect(await from('/remote/live')).toBe(403);
    expect(await from(`/?token=${token}`)).toBe(403);
    expect(await from(`/lessons/proef/deck.html?token=${token}`)).toBe(403);
    expect(await from('/assets/remote.js')).toBe(200);
    expect(await from('/assets/shell.js')).toBe(403);
    const json = { 'content-type': 'application/json', origin: `http://${host}` };
    expect(await from('/remote/command', json, 'POST')).toBe(403);
    for (const guess of wrong)
      expect(await from('/remote/command', { ...json, 'x-lectern-token': guess }, 'POST'), guess).toBe(403);
    expect(
      await from('/remote/command', { ...json, 'x-lectern-token': token, origin: 'http://evil.example' }, 'POST'),
    ).toBe(403);
    expect(await from('/remote/command', { ...json, 'x-lectern-token': token }, 'POST')).toBe(200);
  });
});

import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';
import { hashOf } from '../../src/base/index.ts';
import { decodeActionResult } from '../../src/host/action-result.ts';

/** A cache such as bazel-remote: it refuses what does not check out. */
export interface CacheServer {
  readonly url: string;
  readonly entries: Map<string, Buffer>;
  /** `GET /cas/…` and so on, in order. */
  readonly requests: string[];
  /** Status that it answers to everything, when set. */
  broken: number | undefined;
}

async function bodyOf(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

export async function startCacheServer(): Promise<CacheServer> {
  const state: CacheServer = { url: '', entries: new Map(), requests: [], broken: undefined };
  const accepts = (path: string, body: Buffer): boolean => {
    if (path.startsWith('/cas/')) return path === `/cas/${hashOf(body)}`;
    const digest = decodeActionResult(body);
    return digest !== undefined && state.entries.get(`/cas/${digest.hash}`)?.byteLength === digest.size;
  };
  const server = createServer((request, response) => {
    void bodyOf(request).then((body) => {
      const { method = '', url = '' } = request;
      state.requests.push(`${method} ${url}`);
      if (state.broken !== undefined) return response.writeHead(state.broken).end();
      if (method === 'PUT') {
        const isFine = accepts(url, body);
        if (isFine) state.entries.set(url, body);
        return response.writeHead(isFine ? 200 : 400).end();
      }
      const found = state.entries.get(url);
      return response.writeHead(found ? 200 : 404).end(found);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  return Object.assign(state, { url: `http://127.0.0.1:${port}` });
}

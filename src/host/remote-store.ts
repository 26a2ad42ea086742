import { hashOf, type Hash } from '../base/index.ts';
import type { Store } from '../model/index.ts';
import { decodeActionResult, encodeActionResult } from './action-result.ts';
import { readBounded, type Pace } from './read-bounded.ts';

export interface RemoteStoreOptions {
  /** For example `https://cache.example.org/lectern`; a name and password in it are sent as basic authentication. */
  readonly url: string;
  /** Whether results are only fetched, never sent: for builds of changes that nobody has looked at yet. */
  readonly readOnly: boolean;
  /** Called once, at the first failure; from then on the store is left alone. */
  readonly warn: (message: string) => void;
  /** Milliseconds for one request (default 10 s). */
  readonly timeout?: number;
  /** Largest answer that is read, in bytes. */
  readonly mostBytes?: number;
  /** How fast an answer must come; making a lesson anew is then faster than fetching it. */
  readonly pace?: Pace;
}

export interface RemoteStore extends Store {
  /** Resolves when everything that was put has been sent or given up. */
  flush(): Promise<void>;
}

const mostUploads = 8;
/** Larger answers are not taken from a cache. */
const usualBytes = 256 * 1024 * 1024;
const usualPace: Pace = { bytesPerSecond: 100_000, after: 2_000 };

/**
 * A store on another machine, by plain HTTP GET and PUT: `/cas/<sha256>` holds bytes, `/ac/<sha256>` an `ActionResult`
 * that names them, as bazel-remote and the caches of Bazel serve them. What it answers is checked against its hash;
 * whatever goes wrong is a miss, is told once, and ends its use: a store in trouble would cost more time than it saves.
 */
export function createRemoteStore(options: RemoteStoreOptions): RemoteStore {
  const { request, giveUp } = requester(options);
  const uploads = new Set<Promise<void>>();

  const getBytes = async (key: Hash): Promise<Uint8Array | undefined> => {
    const bytes = await request('GET', `cas/${key}`);
    if (!bytes || hashOf(bytes) === key) return bytes;
    giveUp('it gave other bytes than were asked for');
    return undefined;
  };
  const upload = async (kind: 'ac' | 'cas', key: Hash, bytes: Uint8Array): Promise<void> => {
    if (kind === 'cas') {
      await request('PUT', `cas/${key}`, bytes);
      return;
    }
    const hash = hashOf(bytes);
    await request('PUT', `cas/${hash}`, bytes);
    await request('PUT', `ac/${key}`, encodeActionResult({ hash, size: bytes.byteLength }));
  };
  return {
    async get(kind, key) {
      if (kind === 'cas') return getBytes(key);
      const entry = await request('GET', `ac/${key}`);
      const digest = entry && decodeActionResult(entry);
      return digest && getBytes(digest.hash);
    },
    async put(kind, key, bytes) {
      if (options.readOnly) return;
      while (uploads.size >= mostUploads) await Promise.race(uploads);
      const sent = upload(kind, key, bytes).finally(() => uploads.delete(sent));
      uploads.add(sent);
    },
    async flush() {
      await Promise.all(uploads);
    },
  };
}

interface Requester {
  readonly request: (method: 'GET' | 'PUT', path: string, body?: Uint8Array) => Promise<Uint8Array | undefined>;
  /** Leaves the store alone from now on, and says so once. */
  readonly giveUp: (reason: string) => void;
}

function requester(options: RemoteStoreOptions): Requester {
  const { url, warn, timeout = 10_000 } = options;
  const base = new URL(url.endsWith('/') ? url : `${url}/`);
  const { username, password } = base;
  const headers: Record<string, string> =
    username === ''
      ? {}
      : {
          authorization: `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString('base64')}`,
        };
  base.username = '';
  base.password = '';
  let isGivenUp = false;
  const giveUp = (reason: string): void => {
    if (!isGivenUp) warn(`The cache at ${base.origin} is not used any more: ${reason}. The build goes on without it.`);
    isGivenUp = true;
  };
  const request: Requester['request'] = async (method, path, body) => {
    if (isGivenUp) return undefined;
    try {
      const signal = AbortSignal.timeout(timeout);
      const answer = await fetch(new URL(path, base), {
        method,
        headers,
        signal,
        // What was asked for goes to the address that was named, and to no other.
        redirect: 'error',
        ...(body ? { body: new Uint8Array(body) } : {}),
      });
      return await readAnswer(answer, method, giveUp, options);
    } catch (error) {
      giveUp(describe(error));
      return undefined;
    }
  };
  return { request, giveUp };
}

async function readAnswer(
  answer: Response,
  method: 'GET' | 'PUT',
  giveUp: Requester['giveUp'],
  { mostBytes = usualBytes, pace = usualPace }: RemoteStoreOptions,
): Promise<Uint8Array | undefined> {
  if (answer.status === 404 && method === 'GET') {
    await answer.body?.cancel();
    return undefined;
  }
  if (!answer.ok || Number(answer.headers.get('content-length') ?? 0) > mostBytes) {
    await answer.body?.cancel();
    giveUp(answer.ok ? 'an answer is too large' : `it answered ${method} with ${answer.status}`);
    return undefined;
  }
  const bytes = await readBounded(answer, mostBytes, pace);
  if (typeof bytes !== 'string') return bytes;
  giveUp(`an answer is ${bytes}`);
  return undefined;
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  if (error.name === 'TimeoutError') return 'it did not answer in time';
  const reason = error.cause instanceof Error ? error.cause.message : error.message;
  return reason === 'unexpected redirect' ? 'it sends to another address' : reason;
}

/** A store that is asked before another, and keeps what the other one gives. */
export function layeredStore(near: Store, far: RemoteStore): RemoteStore {
  return {
    async get(kind, key) {
      const known = await near.get(kind, key);
      if (known) return known;
      const fetched = await far.get(kind, key);
      if (fetched) await near.put(kind, key, fetched);
      return fetched;
    },
    async put(kind, key, bytes) {
      await near.put(kind, key, bytes);
      await far.put(kind, key, bytes);
    },
    flush: () => far.flush(),
  };
}

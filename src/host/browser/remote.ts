import { failure, isObject, success, type Outcome } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { readBounded } from '../read-bounded.ts';
import type { RunningBrowser } from './launch.ts';
import { openPage } from './page.ts';

/** A browser on another machine, found by its DevTools address. */
export interface RemoteBrowser {
  /** `ws://…` or `wss://…` (browserless, Selenium Grid), or `http://host:9222`. */
  readonly url: string;
  /** Names it in cache keys: its address without password, and its version when it tells it. */
  readonly identity: string;
}

/** Asks a remote browser who it is. One that does not say is named by its address. */
export async function describeRemote(url: string): Promise<RemoteBrowser> {
  const { protocol, host } = new URL(url);
  const http = protocol.replace(/^ws/, 'http');
  try {
    const signal = AbortSignal.timeout(3000);
    const answer = await fetch(`${http}//${host}/json/version`, { signal, redirect: 'error' });
    const read = await readBounded(answer, 100_000);
    const told: unknown = JSON.parse(typeof read === 'string' ? '' : Buffer.from(read).toString());
    const version = isObject(told) && typeof told.Browser === 'string' ? told.Browser.slice(0, 200) : '';
    return { url, identity: `remote ${host} ${version}`.trim() };
  } catch {
    return { url, identity: `remote ${host}` };
  }
}

/**
 * Connects to a running browser and works in a browser context of its own. Documents travel over the connection, so the
 * browser needs no access to any file here.
 */
export async function connectRemote(
  { url }: RemoteBrowser,
  options: { readonly timeout: number; readonly signal: AbortSignal },
): Promise<Outcome<RunningBrowser>> {
  try {
    const { default: puppeteer } = await import('puppeteer-core/internal/puppeteer-core-browser.js');
    const limit = AbortSignal.any([AbortSignal.timeout(options.timeout), options.signal]);
    const connecting = puppeteer.connect({
      ...(url.startsWith('ws') ? { browserWSEndpoint: url } : { browserURL: url }),
      defaultViewport: null,
      protocolTimeout: 0,
      networkEnabled: false,
      issuesEnabled: false,
    });
    const browser = await Promise.race([connecting, rejected(limit)]);
    const context = await browser.createBrowserContext();
    const gone = new Promise<string>((resolve) => {
      browser.once('disconnected', () => resolve('the connection to it ended'));
    });
    const end = async (): Promise<void> => {
      await context.close().catch(() => undefined);
      await browser.disconnect();
    };
    const version = await browser.version();
    return success({
      pid: undefined,
      version,
      openPage: async () => openPage(await context.newPage()),
      gone,
      kill: () => void end(),
      end,
    });
  } catch (error) {
    const { host } = new URL(url);
    const reason = withoutSecrets(reasonOf(error), url);
    return failure([
      diagnostic('browser/launch-failed', `The browser at ${host} cannot be used: ${reason}`, {
        help: ['Is it running, and is its DevTools port open to this machine?'],
      }),
    ]);
  }
}

/** A socket that fails tells it by an event, which is no error; its words may be a level deeper. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (error instanceof Error && error.message !== '') return error.message;
  const inner = typeof error === 'object' && error !== null && 'error' in error ? error.error : undefined;
  if (inner !== undefined) return reasonOf(inner);
  const message = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
  return typeof message === 'string' && message !== '' ? message : 'the connection failed';
}

/** Messages quote addresses; passwords, and keys that stand in a path or query, are nobody else's business. */
function withoutSecrets(text: string, url: string): string {
  const { host, password, search, pathname } = new URL(url);
  const secrets = [password, decodeURIComponent(password), search, pathname.length > 12 ? pathname : ''];
  return secrets
    .filter((secret) => secret !== '')
    .reduce((shown, secret) => shown.replaceAll(secret, '…'), text.replaceAll(url, host));
}

const rejected = (signal: AbortSignal): Promise<never> =>
  new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new Error('it did not answer in time')), { once: true });
  });

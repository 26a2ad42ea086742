import type { Browser } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import { openPage, type OpenPage } from './page.ts';
import type { BrowserProcess } from './process.ts';
import { pipeTransport } from './transport.ts';

/** A browser that answers. */
export interface Connection {
  /** For example `HeadlessChrome/143.0.7499.0`. */
  readonly version: string;
  openPage(): Promise<OpenPage>;
  /** Resolves when the browser no longer listens. */
  readonly closed: Promise<string>;
}

/**
 * Connects Puppeteer to a started browser. Puppeteer is imported only now, while the browser comes up, and only the part
 * that speaks to browsers: the whole of it (with code to install and launch them) takes three times as long to load.
 */
export async function connect(browserProcess: BrowserProcess): Promise<Connection> {
  const transport = pipeTransport(browserProcess);
  // Nonsense that arrives before Puppeteer is there to hear it closes the pipe too.
  const lost = new Promise<never>((_, reject) => {
    browserProcess.answers.once('close', () => reject(new Error('it closed the connection')));
  });
  lost.catch(() => undefined);
  const { default: puppeteer } = await import('puppeteer-core/internal/puppeteer-core-browser.js');
  const connecting = puppeteer.connect({
    transport,
    defaultViewport: null,
    // Time limits belong to the jobs: one limit for all commands would be wrong for some.
    protocolTimeout: 0,
    // Network events repeat every data: URL, twice: megabytes for a deck with its fonts and pictures inside.
    networkEnabled: false,
    issuesEnabled: false,
  });
  const browser = await Promise.race([connecting, lost]);
  const closed = new Promise<string>((resolve) => {
    browser.once('disconnected', () => resolve('it closed the connection'));
  });
  const first = firstPage(browser);
  return {
    version: await browser.version(),
    openPage: async () => openPage((await first()) ?? (await browser.newPage())),
    closed,
  };
}

/** The browser starts with an empty page, whose renderer is up already: it is lent out first. */
function firstPage(browser: Browser): () => Promise<Awaited<ReturnType<Browser['newPage']>> | undefined> {
  let taken = false;
  return async () => {
    if (taken) return undefined;
    taken = true;
    return (await browser.pages())[0];
  };
}

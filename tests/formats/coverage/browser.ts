import { createRequire } from 'node:module';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { findBrowser } from '../../../src/host/index.ts';

const axeSource = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** Starts the bundled browser as a reader's browser: scripts of the page run, the network does not. */
export async function openBrowser(): Promise<Browser> {
  const found = findBrowser({ env: process.env });
  const ready = found.ok ? await found.value.prepare() : found;
  if (!ready.ok) throw new Error(ready.diagnostics.map(({ message }) => message).join('\n'));
  const args = ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND', '--font-render-hinting=none'];
  return puppeteer.launch({
    executablePath: ready.value.path,
    env: { ...process.env, ...ready.value.env },
    args,
    headless: 'shell',
  });
}

export interface Reader {
  readonly scheme?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  readonly script?: boolean;
}

/** Opens a page and collects what went wrong on the way: errors, refused styles or scripts, requests. */
export async function read(
  browser: Browser,
  html: string,
  reader: Reader = {},
): Promise<{ readonly page: Page; readonly problems: string[] }> {
  const page = await browser.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('console', (message) => problems.push(message.text()));
  page.on('request', (request) => {
    if (!/^(data:|about:)/.test(request.url())) problems.push(`request ${request.url()}`);
  });
  await page.setViewport({ width: reader.width ?? 1280, height: reader.height ?? 900 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: reader.scheme ?? 'light' }]);
  await page.setJavaScriptEnabled(reader.script ?? true);
  await page.setContent(html, { waitUntil: 'load' });
  return { page, problems };
}

/** Rules of axe that the page breaks, with the elements that break them. */
export async function axeViolations(page: Page): Promise<readonly string[]> {
  await page.setBypassCSP(true);
  const { readFileSync } = await import('node:fs');
  await page.evaluate(readFileSync(axeSource, 'utf8'));
  const found: unknown = await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then((r) => r.violations.map((v) => v.id + ': ' + v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(', ')))`,
  );
  return Array.isArray(found) ? found.map(String) : [String(found)];
}

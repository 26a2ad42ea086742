import { createServer } from 'node:http';
import { pathToFileURL } from 'node:url';
import puppeteer, { type Browser, type Page } from 'puppeteer';
import { findBrowser } from '../../src/host/index.ts';
import { axeSource, bundlePlayer, deckHtml, writeDeck, type data } from './fixture.ts';

/** Starts a real browser that can open windows (the presenter view is a pop-up). */
export async function startBrowser(): Promise<Browser> {
  const found = findBrowser({ env: process.env });
  if (!found.ok) throw new Error(found.diagnostics[0]?.message);
  const ready = await found.value.prepare();
  if (!ready.ok) throw new Error(ready.diagnostics[0]?.message);
  return puppeteer.launch({
    executablePath: ready.value.path,
    headless: 'shell',
    env: { ...process.env, ...ready.value.env },
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
    defaultViewport: { width: 1280, height: 800 },
  });
}

export interface Lecture {
  readonly page: Page;
  /** Console errors, exceptions, refused requests and every request beside the deck itself. */
  readonly trouble: readonly string[];
  /** Opens the presenter view with its key and waits until the windows are connected. */
  presenter(): Promise<Page>;
  close(): Promise<void>;
}

export interface LectureOptions {
  readonly scheme?: 'file' | 'http';
  readonly hash?: string;
  readonly changes?: Partial<typeof data>;
  readonly head?: string;
  readonly connect?: string;
  /** Runs in every window before the deck's script. */
  readonly before?: string;
  /** A deck to open in place of the handmade one. */
  readonly html?: string;
}

/** Opens a deck by file:// or from a loopback server. */
export async function openLecture(browser: Browser, options: LectureOptions = {}): Promise<Lecture> {
  const html = options.html ?? deckHtml({ ...(await bundlePlayer()), ...options });
  const place = options.scheme === 'http' ? await serve(html) : asFile(html);
  const trouble: string[] = [];
  const page = await browser.newPage();
  await listen(page, place.url, trouble, options.before);
  await page.goto(`${place.url}${options.hash ?? ''}`);
  await page.waitForSelector('#lectern-player');
  return {
    page,
    trouble,
    presenter: async () => {
      const opened = new Promise<Page | null>((resolve) => page.once('popup', resolve));
      await page.keyboard.press('s');
      const presenter = await opened;
      if (!presenter) throw new Error('The presenter window did not open.');
      await listen(presenter, place.url, trouble, options.before);
      if (options.before) await presenter.reload();
      await presenter.setViewport({ width: 1280, height: 800 });
      await presenter.waitForSelector('.lp-connection.lp-on');
      return presenter;
    },
    close: async () => {
      await Promise.all(
        (await browser.pages()).filter((one) => one.url().startsWith(place.url)).map((one) => one.close()),
      );
      await place.dispose();
    },
  };
}

async function listen(page: Page, url: string, trouble: string[], before: string | undefined): Promise<void> {
  page.on('console', (message) => {
    // The browser notes each message to a window that has left the deck; it is not delivered, which is right.
    const left = message.text().startsWith("Failed to execute 'postMessage'");
    if (['error', 'warn'].includes(message.type()) && !left) trouble.push(message.text());
  });
  page.on('pageerror', (error) => trouble.push(String(error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url()))
      trouble.push(`request ${request.url()}`);
  });
  if (before) await page.evaluateOnNewDocument(before);
}

interface Place {
  readonly url: string;
  dispose(): void | Promise<void>;
}

function asFile(html: string): Place {
  const { file, dispose } = writeDeck(html);
  return { url: pathToFileURL(file).href, dispose };
}

async function serve(html: string): Promise<Place> {
  const server = createServer((request, response) => {
    const found = request.url === '/deck.html';
    response.writeHead(found ? 200 : 204, { 'content-type': 'text/html; charset=utf-8' }).end(found ? html : '');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/deck.html`,
    dispose: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Where the presenter view says we are. */
export const untilPresenterAt = (page: Page, number: number, step = ''): Promise<void> =>
  until(
    page,
    `document.querySelector('.lp-place').textContent.startsWith('Dia ${number} van') && document.querySelector('.lp-steps').textContent.startsWith(${JSON.stringify(step)})`,
  );

/** Evaluates an expression in the page. Text, because the tests are typed without the DOM. */
export const run = <T>(page: Page, expression: string): Promise<T> => page.evaluate(expression) as Promise<T>;

/** Changes what the window remembers; it writes nothing more before it is loaded again. */
export const editMemory = (page: Page, expression: string): Promise<unknown> =>
  page.evaluate(`{ ${expression}; Storage.prototype.setItem = () => {}; }`);

/** Waits until an expression holds. */
export async function until(page: Page, expression: string): Promise<void> {
  for (let left = 800; left > 0; left--) {
    // While the page loads again there is nothing to ask.
    if (await run<boolean>(page, `Boolean(${expression})`).catch(() => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error(`Not within 20 s: ${expression} at ${await run<string>(page, 'location.hash')}`);
}

/** Waits until the window shows a slide at a step. */
export async function untilAt(page: Page, slide: string, step = 0): Promise<void> {
  const hash = `#/${slide}${step > 0 ? `/${step}` : ''}`;
  await until(
    page,
    `document.querySelector('section[data-active]')?.dataset.slide === ${JSON.stringify(slide)} && location.hash === ${JSON.stringify(hash)}`,
  );
}

/** What axe finds in the page as it is now, one line a violation. @param off rules that do not apply here. */
export async function axeViolations(page: Page, ...off: readonly string[]): Promise<string[]> {
  await page.evaluate(axeSource());
  const rules = JSON.stringify(Object.fromEntries(off.map((rule) => [rule, { enabled: false }])));
  return run<string[]>(
    page,
    `axe.run(document, { rules: ${rules} }).then(({ violations }) => violations.flatMap((v) => v.nodes.map((n) => v.id + ': ' + n.target.join(' ') + ' ' + n.failureSummary)))`,
  );
}

/** What the Tab key finds in a page. */
export interface TabStops {
  /** Controls that it never reaches. */
  readonly missed: readonly string[];
  /** Controls that do not show that they have the focus. */
  readonly unseen: readonly string[];
  readonly count: number;
}

const tabbable = 'a[href], button:not([disabled]), input, select, textarea, summary, iframe, [tabindex="0"]';

/** Presses Tab until the focus comes round. */
export async function tabStops(page: Page): Promise<TabStops> {
  await page.evaluate(`document.activeElement?.blur(); window.stops = new Set(); window.unseen = []`);
  for (let left = 300; left > 0; left--) {
    await page.keyboard.press('Tab');
    const isRound = await run<boolean>(
      page,
      `(() => { const at = document.activeElement;
        if (!at || at === document.body) return window.stops.size > 0;
        if (window.stops.has(at)) return at.tagName !== 'IFRAME';
        window.stops.add(at);
        const { outlineStyle, boxShadow } = getComputedStyle(at);
        if (outlineStyle === 'none' && boxShadow === 'none' && at.tagName !== 'IFRAME') window.unseen.push(at.outerHTML.slice(0, 120));
        return false; })()`,
    );
    if (isRound) break;
  }
  return run(
    page,
    `({ unseen: window.unseen, count: window.stops.size, missed: [...document.querySelectorAll('${tabbable}')]
      .filter((one) => one.tabIndex >= 0 && !one.closest('[inert]') && one.checkVisibility({ visibilityProperty: true }) && !window.stops.has(one))
      .map((one) => one.outerHTML.slice(0, 120)) })`,
  );
}

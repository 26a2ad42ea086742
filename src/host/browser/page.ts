import type { CDPSession, Page } from 'puppeteer-core/internal/puppeteer-core-browser.js';
import type { Json } from '../../base/index.ts';
import type { BrowserPage, FontUse, LoadReport, PageFunction, PixelSize } from '../../model/index.ts';
import { readinessScript, type Readiness } from './readiness.ts';

/** A page of a running browser. */
export interface OpenPage {
  readonly page: BrowserPage;
  /** Resolves when the page's renderer process died. */
  readonly crashed: Promise<string>;
  close(): Promise<void>;
}

/**
 * A browser with memory to spare keeps the documents it showed (5 MB each) for as long as it likes. Sweeping takes 40 ms,
 * about as much as one document.
 */
const loadsBetweenCollections = 12;

/** The name under which the document is served; `.invalid` never resolves (RFC 6761). */
const documentUrl = 'http://lectern.invalid/';

/** Third barrier after the refused requests and the resolver that knows no name: no script, frame, form or base. */
const policy =
  "script-src 'none'; object-src 'none'; frame-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'; sandbox";

/** For a document in which a tool of ours works: it needs timers and callbacks; the document's own script stays off. */
const toolPolicy = `${policy} allow-scripts`;

/** Locks a fresh page down (no script, no request) and wraps it. */
export async function openPage(page: Page): Promise<OpenPage> {
  const session = await page.createCDPSession();
  const crashed = new Promise<string>((resolve) => page.once('error', (error) => resolve(error.message)));
  const server = serveDocument(session);
  await Promise.all([
    session.send('Page.enable'),
    session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    session.send('Emulation.setScriptExecutionDisabled', { value: true }),
    session.send('Emulation.setEmulatedMedia', {
      // What is measured and pictured is what is printed; and printing need not work out every style anew.
      media: 'print',
      features: [{ name: 'prefers-reduced-motion', value: 'reduce' }],
    }),
  ]);
  return { page: wrap(session, server), crashed, close: () => page.close() };
}

interface DocumentServer {
  /** The document to hand out at the next request; absent once it is, so that it cannot reload itself. */
  html: string | undefined;
  policy: string;
  readonly refused: Set<string>;
}

/** Answers the one request for the document and refuses every other; `data:` URLs are no requests. */
function serveDocument(session: CDPSession): DocumentServer {
  const server: DocumentServer = { html: undefined, policy, refused: new Set() };
  session.on('Fetch.requestPaused', ({ requestId, request, resourceType }) => {
    const html = request.url === documentUrl && resourceType === 'Document' ? server.html : undefined;
    if (html === undefined) {
      server.refused.add(shorten(request.url));
      // An aborted navigation (meta refresh) leaves the document where it is.
      session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' }).catch(() => undefined);
      return;
    }
    server.html = undefined;
    const responseHeaders = headersWith(server.policy);
    const body = Buffer.from(html.toWellFormed()).toString('base64');
    session
      .send('Fetch.fulfillRequest', { requestId, responseCode: 200, responseHeaders, body })
      .catch(() => undefined);
  });
  return server;
}

const headersWith = (value: string) => [
  { name: 'Content-Type', value: 'text/html; charset=utf-8' },
  { name: 'Content-Security-Policy', value },
  { name: 'Referrer-Policy', value: 'no-referrer' },
];

function wrap(session: CDPSession, server: DocumentServer): BrowserPage {
  const evaluate = async <T>(expression: string): Promise<T> => {
    const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    });
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
    return result.value as T;
  };
  let loads = 0;
  return inOrder({
    async load(html, { viewport = { width: 1280, height: 720 }, tool = false } = {}): Promise<LoadReport> {
      const wanted = tool ? toolPolicy : policy;
      if (wanted !== server.policy) await session.send('Emulation.setScriptExecutionDisabled', { value: !tool });
      server.policy = wanted;
      if (++loads % loadsBetweenCollections === 0) await session.send('HeapProfiler.collectGarbage');
      server.html = html;
      server.refused.clear();
      await setWindow(session, viewport);
      await navigate(session);
      const readiness = await evaluate<Readiness>(readinessScript);
      return { refused: [...server.refused], ...readiness };
    },
    async resize(viewport) {
      await setWindow(session, viewport);
    },
    evaluate<T, A extends readonly Json[]>(script: string | PageFunction<A, T>, ...args: A) {
      return evaluate<T>(expressionOf(script, args));
    },
    fontsOf: (selector) => fontsOf(session, selector),
    async print() {
      const { data } = await session.send('Page.printToPDF', {
        preferCSSPageSize: true,
        printBackground: true,
        generateTaggedPDF: true,
        generateDocumentOutline: true,
      });
      return Buffer.from(data, 'base64');
    },
    async screenshot({ clip, scale = 1, type = 'png', isQuick = false, isInSight = false } = {}) {
      const area = clip ? { clip: { ...clip, scale }, captureBeyondViewport: !isInSight } : {};
      const { data } = await session.send('Page.captureScreenshot', {
        format: type,
        optimizeForSpeed: isQuick,
        ...area,
      });
      return Buffer.from(data, 'base64');
    },
  });
}

/** The page with its calls carried out one after another, however early they come. */
function inOrder(page: BrowserPage): BrowserPage {
  let last: Promise<unknown> = Promise.resolve();
  const after = <T>(call: () => Promise<T>): Promise<T> => {
    const result = last.then(call);
    last = result.catch(() => undefined);
    return result;
  };
  return {
    load: (html, options) => after(() => page.load(html, options)),
    resize: (viewport) => after(() => page.resize(viewport)),
    evaluate: (script, ...args) => after(() => page.evaluate(script, ...args)),
    fontsOf: (selector) => after(() => page.fontsOf(selector)),
    print: () => after(() => page.print()),
    screenshot: (options) => after(() => page.screenshot(options)),
  };
}

const setWindow = (session: CDPSession, { width, height }: PixelSize): Promise<void> =>
  session.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });

/** Only the browser itself knows which font drew a character; its CSS domain is on no longer than needed. */
async function fontsOf(session: CDPSession, selector: string): Promise<readonly (readonly FontUse[])[]> {
  await session.send('DOM.enable');
  await session.send('CSS.enable');
  try {
    const { root } = await session.send('DOM.getDocument', { depth: 0 });
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
    // Without a fresh layout the browser knows of no glyphs and answers with nothing.
    await session.send('Runtime.evaluate', { expression: 'document.documentElement.getBoundingClientRect().height' });
    const found = await Promise.all(nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })));
    return found.map(({ fonts }) =>
      fonts.map(({ familyName, isCustomFont, glyphCount }) => ({
        family: familyName,
        isOwn: isCustomFont,
        glyphs: glyphCount,
      })),
    );
  } finally {
    await session.send('CSS.disable');
    await session.send('DOM.disable');
  }
}

/** The call of a function of the page, as text. */
export const expressionOf = <A extends readonly Json[]>(script: string | PageFunction<A, unknown>, args: A): string =>
  typeof script === 'string' ? script : `(${script.toString()})(${args.map((arg) => JSON.stringify(arg)).join(',')})`;

async function navigate(session: CDPSession): Promise<void> {
  const loaded = new Promise<void>((resolve) => session.once('Page.loadEventFired', () => resolve()));
  const { errorText } = await session.send('Page.navigate', { url: documentUrl });
  if (errorText !== undefined) throw new Error(`The browser could not open the document: ${errorText}`);
  await loaded;
}

const shorten = (url: string): string => (url.length > 200 ? `${url.slice(0, 199)}…` : url);

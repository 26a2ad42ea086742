import { failure, success, type Outcome } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { findBundled } from './bundled.ts';
import { browserAt, isExecutable, puppeteerPlaces, systemPlaces } from './system.ts';
import type { BrowserKind, BrowserRequest, Environment, FoundBrowser } from './types.ts';

const variables = ['PUPPETEER_EXECUTABLE_PATH', 'CHROME_PATH'] as const;

/**
 * Finds a browser without starting or unpacking it. Order: what was asked for; `PUPPETEER_EXECUTABLE_PATH`,
 * `CHROME_PATH`; the one in the npm package (Linux x64: the same version and fonts for everyone); Chrome, Chromium or
 * Edge installed on the machine; one that Puppeteer downloaded earlier.
 * @param options.request the value of `--browser`.
 * @returns the browser, or `browser/not-found` with every place that was tried.
 */
export function findBrowser(options: {
  readonly request?: BrowserRequest | undefined;
  readonly env: Environment;
}): Outcome<FoundBrowser> {
  const { request, env } = options;
  if (request !== undefined && request !== 'bundled' && request !== 'system')
    return named(request, 'path', `--browser ${request}`);
  const variable = request === undefined ? variables.find((name) => env[name]) : undefined;
  if (variable !== undefined) return named(env[variable] ?? '', 'environment', `${variable}=${env[variable]}`);
  const found = [...searches(request, env)];
  const first = found.find((search) => search.browser !== undefined)?.browser;
  return first ? success(first) : notFound(found.map((search) => search.place));
}

/** Every browser that can be found, for `doctor`, best first. */
export function findAllBrowsers(env: Environment): readonly FoundBrowser[] {
  const chosen = variables.flatMap((name) => {
    const path = env[name];
    return path && isExecutable(path) ? [browserAt(path, 'environment')] : [];
  });
  return [...chosen, ...[...searches(undefined, env)].flatMap(({ browser }) => (browser ? [browser] : []))];
}

interface Search {
  readonly place: string;
  readonly browser: FoundBrowser | undefined;
}

function* searches(request: BrowserRequest | undefined, env: Environment): Generator<Search> {
  if (request !== 'system')
    yield { place: 'the npm package @sparticuz/chromium (Linux x64 only)', browser: findBundled(env) };
  if (request === 'bundled') return;
  yield { place: 'Chrome, Chromium and Edge on this machine', browser: firstOf(systemPlaces(env), 'system') };
  yield { place: "Puppeteer's download cache", browser: firstOf(puppeteerPlaces(env), 'cache') };
}

function firstOf(places: readonly string[], kind: BrowserKind): FoundBrowser | undefined {
  const path = places.find(isExecutable);
  return path === undefined ? undefined : browserAt(path, kind);
}

function named(path: string, kind: BrowserKind, tried: string): Outcome<FoundBrowser> {
  return isExecutable(path) ? success(browserAt(path, kind)) : notFound([`${tried} (no executable file)`]);
}

function notFound(tried: readonly string[]): Outcome<FoundBrowser> {
  return failure([
    diagnostic('browser/not-found', `No usable browser. Tried: ${tried.join('; ')}.`, {
      help: [
        'On Linux x64: npm install @sparticuz/chromium',
        'Elsewhere: install Google Chrome, Chromium or Microsoft Edge.',
        'Or name an executable: --browser PATH, or the variable PUPPETEER_EXECUTABLE_PATH or CHROME_PATH.',
      ],
    }),
  ]);
}

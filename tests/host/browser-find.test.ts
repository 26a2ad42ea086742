import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findBrowser } from '../../src/host/index.ts';
import { puppeteerPlaces, systemPlaces } from '../../src/host/browser/system.ts';
import { fakeBrowser, folderWith } from './support.ts';

const nowhere = { PATH: '/nowhere', HOME: '/nowhere', PUPPETEER_CACHE_DIR: '/nowhere' };
const linux64 = process.platform === 'linux' && process.arch === 'x64';

describe('findBrowser', () => {
  it('takes the path that was asked for, before everything else', () => {
    const path = fakeBrowser('true');
    const found = findBrowser({ request: path, env: { ...nowhere, CHROME_PATH: '/other' } });
    expect(found).toMatchObject({ ok: true, value: { kind: 'path', name: path } });
  });

  it('then PUPPETEER_EXECUTABLE_PATH, then CHROME_PATH', () => {
    const [first, second] = [fakeBrowser('true'), fakeBrowser('true')];
    const both = findBrowser({ env: { ...nowhere, CHROME_PATH: second, PUPPETEER_EXECUTABLE_PATH: first } });
    expect(both).toMatchObject({ ok: true, value: { kind: 'environment', name: first } });
    expect(findBrowser({ env: { ...nowhere, CHROME_PATH: second } })).toMatchObject({
      ok: true,
      value: { name: second },
    });
  });

  it.runIf(linux64)('then the one from the npm package, without unpacking it', () => {
    expect(findBrowser({ env: nowhere })).toMatchObject({
      ok: true,
      value: { kind: 'bundled', identity: expect.stringMatching(/^bundled \d+\./) as string },
    });
    expect(findBrowser({ request: 'bundled', env: { ...nowhere, CHROME_PATH: '/other' } })).toMatchObject({
      ok: true,
      value: { kind: 'bundled' },
    });
  });

  it('finds one that the system or Puppeteer installed', () => {
    const folder = folderWith({
      'chrome/linux-9/chrome-linux64/chrome': '',
      'chrome/linux-10/chrome-linux64/chrome': '',
      'bin/x': '',
    });
    for (const version of ['9', '10']) chmodSync(join(folder, `chrome/linux-${version}/chrome-linux64/chrome`), 0o755);
    const cached = findBrowser({ request: 'system', env: { ...nowhere, PUPPETEER_CACHE_DIR: folder } });
    symlinkSync(fakeBrowser('true'), join(folder, 'bin/chromium'));
    const system = findBrowser({ request: 'system', env: { ...nowhere, PATH: join(folder, 'bin') } });
    expect(system).toMatchObject({ ok: true, value: { kind: 'system', name: join(folder, 'bin/chromium') } });
    expect(cached).toMatchObject({
      ok: true,
      value: { kind: 'cache', name: join(folder, 'chrome/linux-10/chrome-linux64/chrome') },
    });
  });

  it('knows where macOS and Windows keep browsers', () => {
    expect(systemPlaces({ HOME: '/Users/a' }, 'darwin')).toContain(
      '/Users/a/Applications/Chromium.app/Contents/MacOS/Chromium',
    );
    expect(systemPlaces({ PROGRAMFILES: '/p' }, 'win32')).toContain('/p/Google/Chrome/Application/chrome.exe');
    expect(puppeteerPlaces({ PUPPETEER_CACHE_DIR: '/nowhere' })).toEqual([]);
  });

  it('tells what was tried and how to mend it when there is none', () => {
    const results = [
      findBrowser({ request: 'system', env: nowhere }),
      findBrowser({ request: '/no/chrome', env: nowhere }),
      findBrowser({ env: { ...nowhere, CHROME_PATH: '/no/chrome' } }),
    ];
    for (const result of results) {
      expect(result).toMatchObject({
        ok: false,
        diagnostics: [{ code: 'browser/not-found', severity: 'error', help: expect.any(Array) as string[] }],
      });
    }
    expect(results[0]?.diagnostics[0]?.message).toContain('Chrome, Chromium and Edge on this machine');
    expect(results[1]?.diagnostics[0]?.message).toContain('--browser /no/chrome');
    expect(results[2]?.diagnostics[0]?.message).toContain('CHROME_PATH=/no/chrome');
  });
});

import { describe, expect, it } from 'vitest';
import { inspectEnvironment } from '../../src/host/index.ts';
import { fakeBrowser } from './support.ts';

describe('inspectEnvironment', () => {
  it('tries every browser it finds', async ({ skip }) => {
    const broken = fakeBrowser('exit 7');
    const report = await inspectEnvironment({
      ...process.env,
      CHROME_PATH: broken,
      PUPPETEER_EXECUTABLE_PATH: undefined,
    });
    expect(report.node).toBe(process.version);
    expect(report.browsers[0]).toMatchObject({
      kind: 'environment',
      name: broken,
      diagnostics: [{ code: 'browser/launch-failed' }],
    });
    expect(report.browsers[0]).not.toHaveProperty('version');
    if (process.platform !== 'linux' || process.arch !== 'x64') return skip('no browser is bundled for this system');
    expect(report.browsers[1]).toMatchObject({
      kind: 'bundled',
      fonts: 'its own',
      version: expect.stringContaining('Chrome') as string,
      diagnostics: [],
    });
  });
});

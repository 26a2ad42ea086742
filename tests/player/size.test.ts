import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { bundlePlayer } from './fixture.ts';

it('script and style sheet together stay within 48 kB, gzipped, and need nothing from outside', async () => {
  const { js, css } = await bundlePlayer();
  expect(gzipSync(js, { level: 9 }).length + gzipSync(css, { level: 9 }).length).toBeLessThan(48_000);
  expect(css).not.toMatch(/@import|url\(\s*['"]?(?!data:)/);
  expect(`${js}${css}`).not.toMatch(/\beval\(|new Function|https?:\/\/(?!www\.w3\.org\/)/);
  expect(js).not.toContain('</script');
});

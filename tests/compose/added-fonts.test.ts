import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fontStacks } from '../../src/compose/added-fonts.ts';
import type { FontFace } from '../../src/model/index.ts';
import { packagesFor } from '../../src/checks/layout/font-advice.ts';
import { fontRules } from '../../src/text/index.ts';
import { inlineFonts } from '../../src/render/index.ts';

const face = (family: string, ranges: FontFace['ranges'], isAdded = false): FontFace => ({
  family,
  css: `font-family: "${family}"; src: url("f.woff2");`,
  url: 'f.woff2',
  file: `${family}.woff2`,
  ranges,
  isAdded,
});
const own = [face('Lectern Sans', [[0x20, 0x7e]])];
const files = { read: () => ({ ok: true, bytes: new Uint8Array([1]) }) as const, list: () => [] };

describe('fonts that an outline adds', () => {
  it('stand after the fonts of the theme and before those of the machine', () => {
    const [stack] = fontStacks("--font-text: 'Lectern Sans', Arial, serif;", own, [face('Noto Sans Arabic', [])]);
    expect(stack).toBe("--font-text: 'Lectern Sans', 'Noto Sans Arabic', Arial, serif;");
  });

  it('leave a theme without them as it is, and give a font of the house the signs of the theme', () => {
    expect(fontStacks("--font-text: 'Lectern Sans', serif;", own, [])).toEqual([]);
    expect(fontStacks("--font-text: 'House', serif;", own, [])).toEqual([
      "--font-text: 'House', 'Lectern Marks', 'Lectern Signs', serif;",
    ]);
  });

  it('are carried only for characters that the theme lacks', () => {
    const added = [face('A', [[0x20, 0x7e]], true), face('B', [[0x600, 0x6ff]], true)];
    const css = inlineFonts([...own, ...added], files, '"Lectern Sans", A, B', new Set([0x41, 0x627])).css;
    expect(css).toContain('"B"');
    expect(css).not.toContain('"A"');
  });

  it('are read from packages that name several formats', () => {
    const rule =
      '@font-face { font-family: "N"; src: url(./files/n.woff2) format("woff2"), url(./files/n.woff) format("woff"); }';
    expect(fontRules(rule)).toMatchObject([{ family: 'N', url: 'files/n.woff2' }]);
  });

  it.each([
    ['سلام', 'en', '@fontsource/noto-sans-arabic'],
    ['שלום', 'he', '@fontsource/noto-sans-hebrew'],
    ['中文', 'zh', '@fontsource/noto-sans-sc'],
    ['中文', 'zh-TW', '@fontsource/noto-sans-tc'],
    ['漢字', 'ja', '@fontsource/noto-sans-jp'],
    ['한국', 'ko', '@fontsource/noto-sans-kr'],
    ['हिन्दी', 'hi', '@fontsource/noto-sans-devanagari'],
    ['ไทย', 'th', '@fontsource/noto-sans-thai'],
  ])('are named for %s', (text, lang, name) => {
    expect(packagesFor(text, lang)).toEqual([name]);
  });
});

describe('letters with marks', () => {
  const theme = fontRules(readFileSync('templates/themes/lectern/fonts.css', 'utf8')).map((rule) => ({
    ...rule,
    file: rule.url,
  }));
  const plain = theme.filter(({ url }) => url.includes('/sans-400-') && !url.includes('italic'));
  const carriedFor = (text: string): string =>
    inlineFonts(
      plain,
      { read: () => ({ ok: true, bytes: new Uint8Array([1]) }) as const, list: () => [] },
      'Lectern Sans',
      new Set(Array.from(text, (sign) => sign.codePointAt(0) ?? 0)),
    ).css;

  it.each(['x̄', 'p̂', 'β̂', 'σ̂', 'а́', 'ю́', 't͡', 't͜', 'ɛ̃', 'ŋ̊', 'n̪', 'e̞', 'ẹ́', 'ᾱ́'])('%s stands in one file', (sign) => {
    // The browser takes letters apart where a file lacks them whole.
    const forms = [sign.normalize('NFC'), sign.normalize('NFD')].map((form) =>
      Array.from(form, (part) => part.codePointAt(0) ?? 0),
    );
    const isIn = ({ ranges }: FontFace) =>
      forms.some((form) => form.every((code) => ranges.some(([from, to]) => code >= from && code <= to)));
    expect(plain.some(isIn)).toBe(true);
  });

  it('do not make a deck carry the files of other scripts, which have the marks too', () => {
    expect(carriedFor('x̄').match(/@font-face/g)).toHaveLength(1);
    expect(carriedFor('xα̂').match(/@font-face/g)).toHaveLength(2);
  });
});

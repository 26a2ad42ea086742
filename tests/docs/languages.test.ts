import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packagesFor } from '../../src/checks/layout/font-advice.ts';
import { htmlPieces } from '../../src/text/index.ts';
import { packageRoot } from '../support/files.ts';
import { kitFrom } from '../support/pipeline.ts';

const folder = join(packageRoot, 'examples/languages/lessons');
const outlineOf = (lang: string): string => readFileSync(join(folder, lang, 'lesson.yaml'), 'utf8');
const bare = (names: readonly string[]): readonly string[] =>
  names.map((name) => name.replace('@fontsource-variable/', '@fontsource/')).toSorted();

describe.each(readdirSync(folder))('the sample lesson in %s', (lang) => {
  it('becomes a deck without a mistake and with every letter', async () => {
    const { made, diagnostics } = await kitFrom(outlineOf(lang));
    // The packages of fonts are those of the sample's own package.json; here they are not installed.
    const mistakes = diagnostics.filter(({ severity, code }) => severity === 'error' && code !== 'theme/font');
    expect(mistakes.map(({ code, message }) => `${code} ${message}`)).toEqual([]);
    expect(made?.deck.slides.filter(({ standIn }) => standIn)).toEqual([]);
    expect(made?.deck.slides.length).toBeGreaterThan(4);
    const ranges = made?.composition.fonts.flatMap((font) => font.ranges) ?? [];
    const text = (made?.deck.slides ?? []).flatMap(({ html }) =>
      htmlPieces(html).map((piece) => (piece.kind === 'text' ? piece.text : '')),
    );
    const lacking = [...new Set(text.join(''))].filter((sign) => {
      const point = sign.codePointAt(0) ?? 0;
      return /[\p{L}\p{N}\p{P}\p{S}]/u.test(sign) && !ranges.some(([from, to]) => point >= from && point <= to);
    });
    expect(bare(packagesFor(lacking, lang))).toEqual(bare(made?.lesson.presentation.fonts ?? []));
  });
});

import postcss from 'postcss';
import { Recent } from '../base/index.ts';
import type { Composition, Files, MermaidFonts } from '../model/index.ts';
import { codePointsOf, inlineFonts } from './fonts.ts';

/** The last value that a style sheet gives to the fonts of text and code. */
const said = new Recent<Omit<MermaidFonts, 'css'>>(4_000_000);

/** The fonts of a deck as Mermaid's page needs them: the faces of text and code that hold the characters of the texts. */
export function mermaidFonts(composition: Composition, files: Files, texts: readonly string[]): MermaidFonts {
  const { css, fonts } = composition;
  const families = said.getOrMake(
    css,
    () => familiesIn(css),
    () => css.length,
  );
  const named = `${families.text} ${families.code}`;
  const inlined = inlineFonts(fonts, files, named, codePointsOf(`Az09 ${texts.join(' ').replace(/[<>]/g, ' ')}`));
  return { ...families, css: inlined.css };
}

function familiesIn(css: string): Omit<MermaidFonts, 'css'> {
  let text = 'sans-serif';
  let code = 'monospace';
  postcss.parse(css, { map: false }).walkDecls(/^--font-(?:text|code)$/, ({ prop, value }) => {
    // A variable of a variable would need the whole cascade.
    if (value.includes('var(')) return;
    if (prop === '--font-text') text = value;
    else code = value;
  });
  return { text, code };
}

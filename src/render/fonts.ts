import { readFileSync } from 'node:fs';
import type { Diagnostic } from '../base/index.ts';
import type { Files, FontFace } from '../model/index.ts';
import { renderDiagnostic } from './codes.ts';
import { katexFontFolder, katexFontMarker } from './katex.ts';

/** Fonts that are read once for many lessons are encoded once. */
const encoded = new WeakMap<Uint8Array, string>();

function dataUrl(bytes: Uint8Array): string {
  const url = encoded.get(bytes) ?? `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`;
  encoded.set(bytes, url);
  return url;
}

/** Whether a face is needed: its family is named in the CSS and it covers a character of the deck. */
function isNeeded(face: FontFace, css: string, codePoints: ReadonlySet<number>): boolean {
  if (!css.includes(face.family)) return false;
  if (face.ranges.length === 0) return true;
  return [...codePoints].some((code) => face.ranges.some(([from, to]) => code >= from && code <= to));
}

/** Code points of the visible text of some HTML, entities of five kinds aside. */
export function codePointsOf(html: string): ReadonlySet<number> {
  const points = new Set<number>();
  for (const character of html.replace(/<[^<>]*>/g, '')) points.add(character.codePointAt(0) ?? 0);
  return points;
}

/** The `@font-face` rules that a deck needs, files inlined. `css` tells which families are used. */
export function inlineFonts(
  faces: readonly FontFace[],
  files: Files,
  css: string,
  codePoints: ReadonlySet<number>,
): { readonly css: string; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const rules = faces
    .filter((face) => isNeeded(face, css, codePoints))
    .map((face) => {
      const read = files.read(face.file);
      if (!read.ok) {
        diagnostics.push(renderDiagnostic('render/font-missing', `The theme's font file ${face.file} cannot be read`));
        return '';
      }
      return `@font-face{${face.css.replace(face.url, dataUrl(read.bytes)).replace(/\s+/g, ' ')}}`;
    });
  return { css: rules.join('\n'), diagnostics };
}

const katexFiles = new Map<string, Uint8Array>();

function readOnce(file: string): Uint8Array {
  const bytes = katexFiles.get(file) ?? readFileSync(file);
  katexFiles.set(file, bytes);
  return bytes;
}

/** Which of KaTeX's fonts a formula needs, by the class names that KaTeX gives its parts. */
const katexFonts: readonly (readonly [file: RegExp, needed: RegExp])[] = [
  [/Main-Regular/, /\bkatex\b/],
  [/Math-Italic/, /\bmathnormal\b|\bmathit\b/],
  [/Main-Italic/, /\bmathit\b|\btextit\b/],
  [/Main-Bold\b|Main-Bold\./, /\bmathbf\b|\btextbf\b/],
  [/Math-BoldItalic/, /\bboldsymbol\b/],
  [/Size1/, /\bsmall-op\b|\bsize1\b|\bdelimsizing\b/],
  [/Size2/, /\blarge-op\b|\bsize2\b|\bdelimsizing\b/],
  [/Size3/, /\bsize3\b|\bdelimsizing\b/],
  [/Size4/, /\bsize4\b|\bdelimsizing\b|\bdelim-size4\b/],
  [/AMS/, /\bamsrm\b|\bmathbb\b/],
  [/Caligraphic-Regular/, /\bmathcal\b/],
  [/Fraktur-Regular/, /\bmathfrak\b/],
  [/Script/, /\bmathscr\b/],
  [/SansSerif-Regular/, /\bmathsf\b|\btextsf\b/],
  [/Typewriter/, /\bmathtt\b|\btexttt\b/],
];

/** Replaces KaTeX's font files in the packed CSS by their bytes, and drops the faces that no formula uses. */
export function inlineKatexFonts(css: string, html: string): string {
  const folder = katexFontFolder();
  return css.replace(/@font-face\s*\{[^}]*\}/g, (rule) => {
    const file = new RegExp(`${katexFontMarker}([\\w-]+\\.woff2)`).exec(rule)?.[1];
    if (file === undefined) return '';
    if (!katexFonts.some(([name, needed]) => name.test(file) && needed.test(html))) return '';
    return rule.replace(/src:[^;}]*/, `src:url(${dataUrl(readOnce(folder + file))}) format("woff2")`);
  });
}

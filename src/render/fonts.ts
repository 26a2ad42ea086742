import { readFileSync } from 'node:fs';
import { Recent, type Diagnostic, memo } from '../base/index.ts';
import type { Files, FontFace } from '../model/index.ts';
import { renderDiagnostic } from './codes.ts';
import { katexFontFolder, katexFontMarker } from './katex.ts';

/** Fonts that are read once for many lessons are encoded once. */
const dataUrl = memo((bytes: Uint8Array) => `data:font/woff2;base64,${Buffer.from(bytes).toString('base64')}`);

const covers = ({ ranges }: FontFace, code: number): boolean => ranges.some(([from, to]) => code >= from && code <= to);

/** Marks that are drawn over and under the letter before them. */
const isMark = (code: number): boolean => code >= 0x300 && code <= 0x36f;

/**
 * The faces that a deck needs for its characters. A letter and its mark are drawn together by a file that has both, so
 * many files have the marks; of those only the ones with letters of the deck are needed.
 */
function neededFaces(faces: readonly FontFace[], codePoints: readonly number[]): ReadonlySet<FontFace> {
  const has = (face: FontFace) => (code: number) => covers(face, code);
  const letters = codePoints.filter((code) => !isMark(code));
  const needed = faces.filter((face) => face.ranges.length === 0 || letters.some(has(face)));
  const left = codePoints.filter((code) => isMark(code) && !needed.some((face) => covers(face, code)));
  return new Set([...needed, ...faces.filter((face) => left.some(has(face)))]);
}

/** Characters that the theme's own fonts leave to added ones; letters of English are in every font. */
function leftOver(faces: readonly FontFace[], codePoints: readonly number[]): readonly number[] {
  if (!faces.some((face) => face.isAdded)) return [];
  const own = faces.filter((face) => !face.isAdded);
  return codePoints.filter((code) => code > 0x7f && !own.some((face) => covers(face, code)));
}

/** The families that style sheets name; a handful of style sheets serve many lessons. */
const named = new Recent<ReadonlyMap<string, boolean>>(4_000_000);

/** Which of the faces' families are named in the CSS. */
function familiesIn(css: string, faces: readonly FontFace[]): ReadonlyMap<string, boolean> {
  const families = [...new Set(faces.map((face) => face.family))];
  const known = named.get(css);
  if (known && families.every((family) => known.has(family))) return known;
  const found = new Map(families.map((family) => [family, css.includes(family)] as const));
  named.put(css, found, css.length);
  return found;
}

/** `@font-face` rules with their files inlined. */
const written = new WeakMap<Uint8Array, Map<string, string>>();

function writeRule(face: FontFace, bytes: Uint8Array): string {
  const rules = written.get(bytes) ?? new Map<string, string>();
  written.set(bytes, rules);
  const parts = face.css.split(face.url).map((part) => part.replace(/\s+/g, ' '));
  const rule = rules.get(face.css) ?? `@font-face{${parts.join(dataUrl(bytes))}}`;
  rules.set(face.css, rule);
  return rule;
}

/** Code points of the visible text of some HTML, entities of five kinds aside. */
export function codePointsOf(html: string): ReadonlySet<number> {
  const points = new Set<number>();
  const isKnown = new Uint8Array(0x10000);
  let isTag = false;
  for (let i = 0; i < html.length; i++) {
    const unit = html.charCodeAt(i);
    if (unit === 0x3c) isTag = true;
    else if (unit === 0x3e) isTag = false;
    else if (!isTag && isKnown[unit] === 0) {
      const point = html.codePointAt(i) ?? unit;
      points.add(point);
      if (point === unit) isKnown[unit] = 1;
      else i++;
    }
  }
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
  const points = [...codePoints];
  const families = familiesIn(css, faces);
  const used = faces.filter((face) => families.get(face.family) === true);
  const others = leftOver(used, points);
  const own = neededFaces(
    used.filter((face) => !face.isAdded),
    points,
  );
  const added = neededFaces(
    used.filter((face) => face.isAdded),
    others,
  );
  const rules = used
    .filter((face) => own.has(face) || added.has(face))
    .map((face) => {
      const read = files.read(face.file);
      if (!read.ok) {
        diagnostics.push(renderDiagnostic('render/font-missing', `The theme's font file ${face.file} cannot be read`));
        return '';
      }
      return writeRule(face, read.bytes);
    });
  return { css: rules.join('\n'), diagnostics };
}

/** KaTeX's own fonts. */
const readOnce = memo((file: string): Uint8Array => readFileSync(file));

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
  return css.replace(/@font-face\s*\{[^{}]*\}/g, (rule) => {
    const file = new RegExp(`${katexFontMarker}([\\w-]+\\.woff2)`).exec(rule)?.[1];
    if (file === undefined) return '';
    if (!katexFonts.some(([name, needed]) => name.test(file) && needed.test(html))) return '';
    return rule.replace(/src:[^;}]*/, `src:url(${dataUrl(readOnce(folder + file))}) format("woff2")`);
  });
}

import type { Diagnostic } from '../base/index.ts';
import { decodeUtf8, type Files, type FontFace, type Lesson, type Presentation } from '../model/index.ts';
import { composeDiagnostic } from './codes.ts';

/** The canvas in CSS pixels. */
export const canvasOf = (size: Presentation['size']): { width: number; height: number } =>
  size === '4:3' ? { width: 960, height: 720 } : { width: 1280, height: 720 };

export interface Theme {
  readonly css: string;
  readonly fonts: readonly FontFace[];
}

const parts = ['tokens.css', 'theme.css', 'variants.css'] as const;
const base = 'lectern:templates/themes/lectern';

/** Reads a text file, or `undefined` when it is not there. */
function readText(files: Files, file: string): string | undefined {
  const read = files.read(file);
  return read.ok ? decodeUtf8(read.bytes) : undefined;
}

/** The first folder that holds the theme: the lesson's, the project's, an installed package, Lectern's own. */
function findTheme(files: Files, folders: readonly string[], name: string): string | undefined {
  const candidates = [...folders.map((folder) => `${folder}/themes/${name}`), `node_modules/${name}`];
  return candidates.find((folder) => parts.some((part) => files.read(`${folder}/${part}`).ok));
}

/** Whether a theme is Lectern's own or a copy of it: then it does not build on it once more. */
const isBase = (files: Files, folder: string): boolean =>
  parts.every((part) => readText(files, `${folder}/${part}`) === readText(files, `${base}/${part}`));

/** Splits `@font-face` rules from a style sheet, with the file of each face. */
export function fontFaces(css: string, folder: string): readonly FontFace[] {
  return [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].flatMap((match) => {
    const body = match[1] ?? '';
    const url = /src:\s*url\(\s*["']?([^"')]+)["']?\s*\)/.exec(body)?.[1];
    if (url === undefined || /^[a-z]+:|^\/|\.\./i.test(url)) return [];
    const ranges = /unicode-range:\s*([^;]+)/i.exec(body)?.[1] ?? '';
    const family = /font-family:\s*["']?([^"';]+)/i.exec(body)?.[1]?.trim() ?? '';
    return [{ family, css: body.trim(), url, file: `${folder}/${url}`, ranges: parseRanges(ranges) }];
  });
}

function parseRanges(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/U\+([0-9a-f]+)(?:-([0-9a-f]+))?/gi)].map((match) => {
    const start = parseInt(match[1] ?? '0', 16);
    return [start, match[2] === undefined ? start : parseInt(match[2], 16)] as const;
  });
}

/** The font faces of Lectern's own theme, for pages that are not decks. */
export const ownFonts = (files: Files): readonly FontFace[] =>
  fontFaces(readText(files, `${base}/fonts.css`) ?? '', base);

/** A token of the outline as a custom property; names and values that could end the declaration are dropped by the schema. */
const declaration = ([name, value]: readonly [string, string]): string => `  --${name}: ${value};`;

/** Reads the theme of a lesson, the theme it builds on, the lesson's tokens and its own CSS. */
export function loadTheme(
  files: Files,
  folders: readonly string[],
  lesson: Lesson,
  logo: string | undefined,
): { theme: Theme; diagnostics: readonly Diagnostic[] } {
  const { presentation } = lesson;
  const diagnostics: Diagnostic[] = [];
  const chosen = findTheme(files, folders, presentation.theme);
  if (chosen === undefined) {
    const message = `There is no theme "${presentation.theme}"`;
    diagnostics.push(composeDiagnostic('theme/missing', message, { at: lesson.places.value('/presentation/theme') }));
  }
  const themes = chosen === undefined || isBase(files, chosen) ? [base] : [base, chosen];
  const css = themes.flatMap((folder) => parts.map((part) => readText(files, `${folder}/${part}`) ?? ''));
  const fonts = themes.flatMap((folder) => fontFaces(readText(files, `${folder}/fonts.css`) ?? '', folder));
  const { width, height } = canvasOf(presentation.size);
  const tokens = Object.entries(presentation.tokens).map(declaration);
  if (logo !== undefined) tokens.unshift(`  --logo: url("${logo}");`, '  --logo-width: 120px;');
  css.push(`section {\n  width: ${width}px;\n  height: ${height}px;\n${tokens.join('\n')}\n}`);
  return { theme: { css: css.filter((text) => text !== '').join('\n'), fonts }, diagnostics };
}

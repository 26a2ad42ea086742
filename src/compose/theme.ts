import type { Diagnostic } from '../base/index.ts';
import { decodeUtf8, type Files, type FontFace, type Lesson, type Presentation } from '../model/index.ts';
import { composeDiagnostic } from './codes.ts';
import { cssProblems } from './css.ts';

/** The canvas in CSS pixels. */
export const canvasOf = (size: Presentation['size']): { width: number; height: number } =>
  size === '4:3' ? { width: 960, height: 720 } : { width: 1280, height: 720 };

export interface Theme {
  readonly css: string;
  readonly fonts: readonly FontFace[];
}

const parts = ['tokens.css', 'theme.css', 'variants.css'] as const;
const base = 'lectern:templates/themes/lectern';

/** Files that are read once for many lessons are decoded once. */
const decoded = new WeakMap<Uint8Array, string>();

/** Reads a text file, or `undefined` when it is not there. */
function readText(files: Files, file: string): string | undefined {
  const read = files.read(file);
  if (!read.ok) return undefined;
  const text = decoded.get(read.bytes) ?? decodeUtf8(read.bytes);
  if (text !== undefined) decoded.set(read.bytes, text);
  return text;
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

/** What a token's value may be made of: no sign that could end its declaration, and no function that loads. */
const plainValue = /^(?:[\w #%.,+*/()-]|'[^'"\\<>{};\n]*'|"[^'"\\<>{};\n]*")+$/;
const loading = /(?:url|src|image|image-set|cross-fade|element|paint|attr)\(|\/\*|\*\//i;

function isBalanced(value: string): boolean {
  let depth = 0;
  for (const character of value.replace(/'[^']*'|"[^"]*"/g, '')) {
    if (character === '(') depth++;
    if (character === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

const isPlainValue = (value: string): boolean => plainValue.test(value) && !loading.test(value) && isBalanced(value);

/** The tokens of the outline as custom properties. */
function tokenDeclarations({ presentation, places }: Lesson): { css: string[]; diagnostics: Diagnostic[] } {
  const tokens = Object.entries(presentation.tokens);
  const diagnostics = tokens
    .filter(([, value]) => !isPlainValue(value))
    .map(([name]) =>
      composeDiagnostic('theme/token', `The value of the token \`${name}\` is not a plain value of CSS`, {
        at: places.value(`/presentation/tokens/${name}`),
      }),
    );
  const plain = tokens.filter(([, value]) => isPlainValue(value));
  return { css: plain.map(([name, value]) => `  --${name}: ${value};`), diagnostics };
}

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
  const css = themes.flatMap((folder) =>
    parts.map((part) => {
      const file = `${folder}/${part}`;
      const text = readText(files, file) ?? '';
      const problems = cssProblems(file, text);
      diagnostics.push(...problems);
      return problems.length === 0 ? text : '';
    }),
  );
  const fonts = themes.flatMap((folder) => fontFaces(readText(files, `${folder}/fonts.css`) ?? '', folder));
  const { width, height } = canvasOf(presentation.size);
  const { css: tokens, diagnostics: tokenProblems } = tokenDeclarations(lesson);
  diagnostics.push(...tokenProblems);
  if (logo !== undefined) tokens.unshift(`  --logo: url("${logo}");`, '  --logo-width: 120px;');
  css.push(`section {\n  width: ${width}px;\n  height: ${height}px;\n${tokens.join('\n')}\n}`);
  return { theme: { css: css.filter((text) => text !== '').join('\n'), fonts }, diagnostics };
}

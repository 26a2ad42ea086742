import { Recent, suggest, type Diagnostic, memo } from '../base/index.ts';
import { cleanValue } from '../text/index.ts';
import { decodeUtf8, type Files, type FontFace, type Lesson, type PagePlan } from '../model/index.ts';
import { pagePlan } from '../parse/index.ts';
import { addedFonts, fontStacks } from './added-fonts.ts';
import { composeDiagnostic } from './codes.ts';
import { styleSheet, type StyleSheet } from './css.ts';
import { fontRulesOf } from './own-fonts.ts';
import { patternUrl } from './pattern.ts';

export interface Theme {
  /** Its style sheets in their order; the last one is the lesson's own. */
  readonly sheets: readonly string[];
  readonly fonts: readonly FontFace[];
  readonly plan: PagePlan;
}

const parts = ['tokens.css', 'theme.css', 'variants.css'] as const;
/** Palettes stand after the colours of all themes. */
const palettes = 'palettes.css';
const base = 'lectern:templates/themes/lectern';

/** Files that are read once for many lessons are decoded once. */
const decoded = memo((bytes: Uint8Array) => decodeUtf8(bytes));

/** Reads a text file, or `undefined` when it is not there. */
function readText(files: Files, file: string): string | undefined {
  const read = files.read(file);
  return read.ok ? decoded(read.bytes) : undefined;
}

/** The first folder that holds the theme: the lesson's, the project's, an installed package, Lectern's own. */
function findTheme(files: Files, folders: readonly string[], name: string): string | undefined {
  const candidates = [...folders.map((folder) => `${folder}/themes/${name}`), `node_modules/${name}`];
  return candidates.find((folder) => parts.some((part) => files.read(`${folder}/${part}`).ok));
}

/** Whether a theme is Lectern's own or a copy of it: then it does not build on it once more. */
const isBase = (files: Files, folder: string): boolean =>
  parts.every((part) => readText(files, `${folder}/${part}`) === readText(files, `${base}/${part}`));

const read = new Recent<readonly FontFace[]>(1_000_000);

/** The faces of a theme's `fonts.css`, each with its file. */
function fontFaces(css: string, folder: string): readonly FontFace[] {
  const make = (): readonly FontFace[] => fontRulesOf(css).map((rule) => ({ ...rule, file: `${folder}/${rule.url}` }));
  return read.getOrMake(`${folder}\n${css}`, make, () => css.length);
}

/** The font faces of Lectern's own theme, for pages that are not decks. */
export const ownFonts = (files: Files): readonly FontFace[] =>
  fontFaces(readText(files, `${base}/fonts.css`) ?? '', base);

/** A token is one value of CSS that loads nothing, as it may stand in a style sheet; `undefined` when it is more. */
function tokenValue(value: string): string | undefined {
  if (/[\\<>\n\r]|\/\*|\*\//.test(value)) return undefined;
  const clean = cleanValue(value, { url: () => undefined });
  return 'css' in clean && clean.css !== '' ? clean.css : undefined;
}

/** The tokens of the outline as custom properties. */
function tokenDeclarations({ presentation, places }: Lesson): { css: string[]; diagnostics: Diagnostic[] } {
  const css: string[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const [name, written] of Object.entries(presentation.tokens)) {
    const value = tokenValue(written);
    if (value !== undefined) css.push(`  --${name}: ${value};`);
    else {
      const at = places.value(`/presentation/tokens/${name}`);
      const message = `The value of the token \`${name}\` is not a plain value of CSS`;
      diagnostics.push(composeDiagnostic('theme/token', message, { at }));
    }
  }
  return { css, diagnostics };
}

/** The names of the palettes in style sheets. */
const paletteNames = (sheets: readonly StyleSheet[]): readonly string[] => [
  ...new Set(
    sheets.flatMap(({ css }) => [...css.matchAll(/\.palette-([a-z][a-z0-9-]*)/g)].map(([, name = '']) => name)),
  ),
];

function paletteProblem({ presentation, places }: Lesson, sheets: readonly StyleSheet[]): readonly Diagnostic[] {
  const { palette } = presentation;
  const names = paletteNames(sheets);
  if (palette === undefined || names.includes(palette)) return [];
  const near = suggest(palette, names);
  const help = [near === undefined ? `Palettes: ${names.join(', ')}.` : `Did you mean \`${near}\`?`];
  const at = places.value('/presentation/palette');
  return [composeDiagnostic('theme/palette', `There is no palette "${palette}"`, { at, help })];
}

/** Themes of Marp, reveal.js, Slidev and Beamer, which stay behind in outlines that were slides of theirs. */
const ofOthers = new Set(
  'default gaia uncover beige black white league moon night serif simple sky solarized blood dracula seriph metropolis madrid warsaw berlin copenhagen cambridgeus'.split(
    ' ',
  ),
);

function noTheme({ presentation: { theme }, places }: Lesson): Diagnostic {
  const at = places.value('/presentation/theme');
  if (!ofOthers.has(theme.toLowerCase()))
    return composeDiagnostic('theme/missing', `There is no theme "${theme}"`, { at });
  const message = `"${theme}" is a theme of another program; the slides have Lectern's own`;
  return composeDiagnostic('theme/missing', message, {
    ...{ at, severity: 'warning' },
    help: ['Leave `theme` out, or name a folder of `templates/themes/`.'],
  });
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
    diagnostics.push(noTheme(lesson));
  }
  const themes = chosen === undefined || isBase(files, chosen) ? [base] : [base, chosen];
  const sheet = (folder: string, part: string): StyleSheet =>
    styleSheet(`${folder}/${part}`, readText(files, `${folder}/${part}`) ?? '');
  const colours = themes.map((folder) => sheet(folder, palettes));
  const sheets = [...themes.flatMap((folder) => parts.map((part) => sheet(folder, part))), ...colours];
  diagnostics.push(...paletteProblem(lesson, colours));
  diagnostics.push(...sheets.flatMap((sheet) => sheet.diagnostics));
  const css = sheets.map((sheet) => sheet.css);
  const fonts = themes.flatMap((folder) => fontFaces(readText(files, `${folder}/fonts.css`) ?? '', folder));
  const added = addedFonts(files, lesson);
  diagnostics.push(...added.diagnostics);
  const { plan, diagnostics: planProblems } = pagePlan(files, themes, presentation.size);
  diagnostics.push(...planProblems);
  const { width, height } = plan.canvas;
  const { css: tokens, diagnostics: tokenProblems } = tokenDeclarations(lesson);
  diagnostics.push(...tokenProblems);
  tokens.unshift(`  --pattern: ${patternUrl(lesson.title)};`);
  if (logo !== undefined) tokens.unshift(`  --logo: url("${logo}");`, '  --logo-width: 120px;');
  const stacks = fontStacks([...css, ...tokens].join('\n'), fonts, added.faces).map((stack) => `  ${stack}`);
  css.push(`section {\n  width: ${width}px;\n  height: ${height}px;\n${[...tokens, ...stacks].join('\n')}\n}`);
  return {
    theme: { sheets: css.filter((text) => text !== ''), fonts: [...fonts, ...added.faces], plan },
    diagnostics,
  };
}

import type { Diagnostic } from '../base/index.ts';
import { fontRules } from '../text/index.ts';
import { decodeUtf8, type Files, type FontFace, type Lesson } from '../model/index.ts';
import { composeDiagnostic } from './codes.ts';
import { advances } from './fit/woff.ts';

/** Fonts of large scripts have some megabytes. */
const maxBytes = 40_000_000;
const fontFile = /\.(?:woff2?|ttf|otf)$/i;
const packageName = /^(?:@[a-z0-9][\w.-]*\/)?[a-z0-9][\w.-]*$/;

/** The style sheets of a font package that are read: regular and bold, or all weights in one. */
const sheets: readonly (readonly string[])[] = [
  ['400.css', '600.css'],
  ['400.css', '700.css'],
  ['400.css'],
  ['index.css'],
];

/** The fonts that the outline adds, and the families to name after those of the theme. */
export interface AddedFonts {
  readonly faces: readonly FontFace[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the fonts of `presentation: fonts:`. */
export function addedFonts(files: Files, lesson: Lesson): AddedFonts {
  const diagnostics: Diagnostic[] = [];
  const faces = lesson.presentation.fonts.flatMap((name, i) => {
    const found = fontFile.test(name) ? ownFile(files, lesson, name) : ofPackage(files, name);
    if (found.length > 0) return found;
    const at = lesson.places.value(`/presentation/fonts/${i}`);
    const isPackage = !fontFile.test(name) && packageName.test(name);
    const message = isPackage
      ? `The font package "${name}" is not installed in this project, or has no font that Lectern can read`
      : `There is no font "${name}" beside the outline, or it is no WOFF, WOFF 2, TrueType or OpenType font`;
    const help = isPackage ? { help: [`Run \`npm install ${name}\` in the folder of the project.`] } : {};
    diagnostics.push(composeDiagnostic('theme/font', message, { at, ...help }));
    return [];
  });
  return { faces: faces.map((face) => ({ ...face, isAdded: true })), diagnostics };
}

function ofPackage(files: Files, name: string): readonly FontFace[] {
  if (!packageName.test(name)) return [];
  const folder = `node_modules/${name}`;
  const read = (sheet: string): string | undefined => {
    const file = files.read(`${folder}/${sheet}`);
    return file.ok ? decodeUtf8(file.bytes) : undefined;
  };
  for (const group of sheets) {
    const texts = group.map(read);
    if (texts.some((text) => text === undefined)) continue;
    const rules = texts.flatMap((text = '') => fontRules(text));
    return rules.map((rule) => ({ ...rule, file: `${folder}/${rule.url}` }));
  }
  return [];
}

function ownFile(files: Files, { dir }: Lesson, name: string): readonly FontFace[] {
  const file = [`${dir}/${name}`, name].find((path) => files.read(path, { maxBytes }).ok);
  const read = file === undefined ? undefined : files.read(file, { maxBytes });
  const widths = read?.ok ? advances(read.bytes) : undefined;
  if (file === undefined || widths === undefined) return [];
  const family = (name.split('/').at(-1) ?? name)
    .replace(fontFile, '')
    .replace(/[^\w-]+/g, ' ')
    .trim();
  const css = `font-family: "${family}"; src: url("font");`;
  return [{ family, css, url: 'font', file, ranges: rangesOf(widths.keys()) }];
}

/** Runs of code points, as a `unicode-range` has them. */
function rangesOf(points: Iterable<number>): readonly (readonly [number, number])[] {
  const runs: [number, number][] = [];
  for (const point of [...points].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last && point <= last[1] + 1) last[1] = point;
    else runs.push([point, point]);
  }
  return runs;
}

/**
 * The declarations that put added fonts and the signs that the theme itself writes after the fonts of the theme and
 * before those of the machine.
 * @param css the style sheets of the theme, with the lesson's tokens; the last `--font-…` counts.
 */
export function fontStacks(css: string, own: readonly FontFace[], added: readonly FontFace[]): readonly string[] {
  const stacks = new Map(
    [...css.matchAll(/--(font-(?:text|title|figure|code)):([^;}]*)/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]),
  );
  const families = new Set(own.map(({ family }) => family));
  return [...stacks].flatMap(([name, value]) => {
    const stack = value.split(',').map((family) => family.trim());
    const isOwn = (family: string): boolean => families.has(family.replace(/^['"]|['"]$/g, ''));
    const signs = stack.some((family) => family.includes('Lectern')) ? [] : ['Lectern Marks', 'Lectern Signs'];
    const more = [...new Set([...added.map(({ family }) => family), ...signs])].map((family) => `'${family}'`);
    if (more.length === 0 || value.includes('var(')) return [];
    const last = stack.findLastIndex(isOwn);
    return `--${name}: ${stack.toSpliced(last < 0 ? 1 : last + 1, 0, ...more).join(', ')};`;
  });
}

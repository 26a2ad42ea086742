import type { Declaration } from 'postcss';
import { parseSheet } from './parse.ts';
import { cssExcess } from './limits.ts';
import { cleanValue, unescapeCss } from './value.ts';

/** One `@font-face` rule. */
export interface FontRule {
  readonly family: string;
  /** Its declarations, on one line. */
  readonly css: string;
  /** The file of the font, relative to the style sheet. */
  readonly url: string;
  /** Code points that it is for; empty for all. */
  readonly ranges: readonly (readonly [number, number])[];
}

const descriptors =
  /^(?:font-(?:family|style|weight|stretch|display|feature-settings|variation-settings)|src|unicode-range|size-adjust|(?:ascent|descent|line-gap)-override)$/;
/** A file below the style sheet. */
const below = /^(?!.*\.\.)[\w][\w./ -]*$/;

function ruleOf(declarations: readonly Declaration[]): FontRule | undefined {
  const files: string[] = [];
  const url = (address: string): string | undefined => {
    const file = address.replace(/^\.\//, '');
    if (!below.test(file)) return undefined;
    files.push(file);
    return file;
  };
  const kept = new Map<string, string>();
  for (const { prop, value } of declarations) {
    const name = unescapeCss(prop).toLowerCase();
    const clean = descriptors.test(name) ? cleanValue(value, { url }) : { refused: name };
    if ('css' in clean) kept.set(name, clean.css);
  }
  const first = files.length > 1 ? files.find((file) => file.endsWith('.woff2')) : files[0];
  if (first === undefined || !kept.has('src')) return undefined;
  // Packages name the same font in several formats: the smallest that every browser knows is enough.
  if (files.length > 1) kept.set('src', `url("${first}") format("woff2")`);
  const css = [...kept].map(([name, value]) => `${name}: ${value};`).join(' ');
  const family = (kept.get('font-family') ?? '').replace(/^["']|["']$/g, '');
  return { family, css, url: first, ranges: rangesOf(kept.get('unicode-range') ?? '') };
}

function rangesOf(text: string): readonly (readonly [number, number])[] {
  return [...text.matchAll(/U\+([0-9a-f]{1,6})(?:-([0-9a-f]{1,6}))?/gi)].map((match) => {
    const start = parseInt(match[1] ?? '0', 16);
    return [start, match[2] === undefined ? start : parseInt(match[2], 16)] as const;
  });
}

/** The `@font-face` rules of a style sheet that name a file beside or below it; other rules load nothing. */
export function fontRules(css: string): readonly FontRule[] {
  if (cssExcess(css)) return [];
  try {
    return parseSheet(css).nodes.flatMap((node) => {
      if (node.type !== 'atrule' || unescapeCss(node.name).toLowerCase() !== 'font-face') return [];
      return ruleOf((node.nodes ?? []).filter((inner) => inner.type === 'decl')) ?? [];
    });
  } catch {
    return [];
  }
}

import { parseSheet } from './parse.ts';

/** A declaration with its place in the text. */
export interface PlacedDeclaration {
  readonly property: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** What Chromium paints as one picture in a PDF: the text in it loses its place in the structure. */
const flattening: Readonly<Record<string, RegExp>> = {
  filter: /^none$/i,
  'backdrop-filter': /^none$/i,
  'mix-blend-mode': /^normal$/i,
  'text-shadow': /^none$/i,
  opacity: /^(?:0|1(?:\.0*)?|100%)$/,
};

/** The declarations of a style sheet that take text out of the tags of a PDF; none when it cannot be read. */
export function untaggingDeclarations(css: string): readonly PlacedDeclaration[] {
  const found: PlacedDeclaration[] = [];
  try {
    parseSheet(css).walkDecls((declaration) => {
      const property = declaration.prop.toLowerCase();
      const harmless = Object.hasOwn(flattening, property) ? flattening[property] : undefined;
      const { start, end } = declaration.source ?? {};
      if (!harmless || harmless.test(declaration.value.trim()) || !start) return;
      found.push({ property, value: declaration.value, start: start.offset, end: end?.offset ?? start.offset + 1 });
    });
  } catch {
    return [];
  }
  return found;
}

// Writes the glyphs of icons.json into variants.css as data URLs: CSS cannot read JSON, and diagrams need the paths.
// Usage: node scripts/icons.mjs, after a change of templates/themes/lectern/icons.json.
import { readFile, writeFile } from 'node:fs/promises';

const theme = new URL('../templates/themes/lectern/', import.meta.url);
const start =
  "/* Glyphs of the evidence badges, made from icons.json by scripts/icons.mjs; drawn on a disc of the level's colour. */";

/** Percent-encoded to the last sign, so that the URL needs no quotes. */
function dataUrl(path, colour) {
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 24 24'><path fill='${colour}' d='${path}'/></svg>`;
  return `url(data:image/svg+xml,${encodeURIComponent(svg).replaceAll("'", '%27').replaceAll('(', '%28').replaceAll(')', '%29')})`;
}

const icons = JSON.parse(await readFile(new URL('icons.json', theme), 'utf8'));
const rule = (selector, colour) => {
  const lines = Object.entries(icons).map(([name, path]) => `  --icon-${name}: ${dataUrl(path, colour)};`);
  return `${selector} {\n${lines.join('\n')}\n}`;
};

const file = new URL('variants.css', theme);
const css = await readFile(file, 'utf8');
const before = css.slice(0, css.indexOf(start));
const rules = [rule('section', '#ffffff'), rule('section:where(.dark)', '#0c151b')];
await writeFile(file, `${before}${start}\n${rules.join('\n\n')}\n`);

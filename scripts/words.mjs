// Writes the types of the words of Lectern's own pages from the English ones: what has no word in English has none at all.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'src/wire/words.ts');

const pageName = (page) => `${page[0].toUpperCase()}${page.slice(1)}Words`;
const keyName = (key) => (/^[a-z]\w*$/i.test(key) ? key : `'${key}'`);

const members = (words, indent) =>
  Object.entries(words)
    .map(([key, word]) => {
      const type = typeof word === 'string' ? 'string' : `{\n${members(word, `${indent}  `)}\n${indent}}`;
      return `${indent}readonly ${keyName(key)}: ${type};`;
    })
    .join('\n');

/** The text of `src/wire/words.ts`. */
function wordTypes() {
  const words = parse(readFileSync(join(root, 'templates/strings/en.yaml'), 'utf8'));
  const pages = Object.entries(words).filter(([, word]) => typeof word === 'object');
  const all = pages.map(([page]) => `  readonly ${page}: ${pageName(page)};`).join('\n');
  const each = pages.map(([page, own]) => `export interface ${pageName(page)} {\n${members(own, '  ')}\n}\n`);
  return [
    '// Written by scripts/words.mjs from templates/strings/en.yaml: change that file, then run `npm run docs`.\n/* eslint max-lines: off */\n',
    `/** The words of Lectern's own pages; \`{0}\` and \`{1}\` are filled in, and \`one|many\` are two forms. */\nexport interface PageWords {\n${all}\n}\n`,
    ...each,
  ].join('\n');
}

// `--print` is for the test that compares.
if (process.argv.includes('--print')) process.stdout.write(wordTypes());
else writeFileSync(target, wordTypes());

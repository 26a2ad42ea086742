// Takes the place of the package any-ascii in the bundle: the same function, whose tables of half a megabyte are read from
// `ascii.json` with the first letter that needs them. As code they would be compiled at every start.
import { readFileSync } from 'node:fs';

let tables;
const blocks = new Map();

/** The characters that stand for a text in ASCII. */
export default function anyAscii(string) {
  let result = '';
  for (const character of string) {
    const code = character.codePointAt(0);
    if (code < 128) {
      result += character;
      continue;
    }
    tables ??= JSON.parse(readFileSync(new URL('ascii.json', import.meta.url), 'utf8'));
    const number = code >>> 8;
    if (!blocks.has(number)) blocks.set(number, (tables[number] ?? '').split('\t'));
    result += blocks.get(number)[code & 255] ?? '';
  }
  return result;
}

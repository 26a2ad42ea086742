import type { Diagnostic, Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import { tablesAsMarkdown } from '../../text/index.ts';
import { diagnostic } from '../codes.ts';
import { withDollars } from './bare-tex.ts';
import { typedTex } from './typed-tex.ts';
import type { Place } from './translate.ts';
import type { Holder } from './values.ts';
import { replaceAt, valueAt } from './values.ts';
import { visitTexts } from './walk.ts';

/** Letters of UTF-8 that were read as Windows-1252: “é” as “Ã©”, a quotation mark as “â€™”. */
const misread =
  /[ÃÂ][\u0080-\u00BF\u2013-\u203A\u0152-\u0192\u20AC\u2122]|â€[\u0080-\u00BF\u2013-\u203A\u0152-\u0192\u02C6\u02DC\u20AC\u2122]/;
const high = Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ');

/** The text as it was before its bytes were misread; `undefined` when they are not UTF-8. */
function reread(text: string): string | undefined {
  const bytes = Array.from(text, (sign) => {
    const at = high.indexOf(sign);
    return at >= 0 ? 0x80 + at : (sign.codePointAt(0) ?? 0);
  });
  if (bytes.some((byte) => byte > 255)) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return undefined;
  }
}

/** The words of a text in which some were misread: word by word, since others may be sound. */
const mended = (text: string): string =>
  text
    .split(/(\s+)/)
    .map((word) => (misread.test(word) ? (reread(word) ?? word) : word))
    .join('');

/** Two letters in one sign, as PDF files and old fonts have them. */
const ligatures = /[\uFB00-\uFB06]/g;
/** What word processors put before the items of a list. */
const bullet = /^\s*(?:[•·▪◦●○■□➢]\s*|[o§–-]\t\s*)(?=\S)/;
/** A formula without the signs that set it apart in a text. */
function bare(formula: string): string {
  const text = formula.trim();
  const pairs = [
    ['$$', '$$'],
    ['\\[', '\\]'],
    ['\\(', '\\)'],
    ['$', '$'],
  ] as const;
  const [open, close] = pairs.find(
    ([a, b]) => text.startsWith(a) && text.endsWith(b) && text.length > a.length + b.length,
  ) ?? ['', ''];
  const inside = text.slice(open.length, text.length - close.length).trim();
  return open !== '' && !inside.includes('$') ? inside : text;
}

function cleaned(text: string, format: string, isItem: boolean): string {
  if (format === 'tex') return typedTex(bare(text));
  if (format === 'code') return text;
  const told = format === 'block' ? tablesAsMarkdown(text) : text;
  const plain = format === 'inline' || format === 'block' ? withDollars(told) : told;
  const joined = plain.replace(ligatures, (sign) => sign.normalize('NFKC'));
  return isItem ? joined.replace(bullet, '') : joined;
}

/**
 * Takes from the texts of a slide, in place, what comes along when they are pasted: letters that were misread, ligatures,
 * bullets of a word processor, tables of HTML, the dollar signs of a formula and the fence around code.
 */
export function unpasted(
  schema: JsonObject,
  value: Json,
  known: JsonObject,
  { places, pointer }: Place,
): readonly Diagnostic[] {
  if (!isObject(value)) return [];
  const findings: Diagnostic[] = [];
  const seen = new Set<string>();
  visitTexts(schema, value, known, ({ format }, _, path) => {
    const text = valueAt(value, path);
    if (seen.has(path) || typeof text !== 'string' || typeof format !== 'string') return;
    seen.add(path);
    let better = cleaned(text, format, /\/\d+(?:\/text)?$/.test(path));
    if (format !== 'code' && format !== 'tex' && misread.test(better)) {
      const sound = mended(better);
      if (sound !== better) {
        const shown = sound.length > 60 ? `${sound.slice(0, 59)}…` : sound;
        const help = ['Save the file that it was copied from as UTF-8, or correct the letters.'];
        const message = `Letters of this text were misread on the way; it is shown as “${shown.replace(/\s+/g, ' ')}”.`;
        findings.push(diagnostic('outline/read-as', message, { at: places.value(pointer + path), help }));
        better = sound;
      }
    }
    if (better !== text) replaceAt(value, path, better);
    if (format === 'code') unfence(value, path);
  });
  return findings;
}

/** Code without the fence around it, whose language is that of the code. */
function unfence(slide: Holder, path: string): void {
  const code = valueAt(slide, path);
  const [first = '', ...rest] = typeof code === 'string' ? code.trim().split('\n') : [];
  if (!first.startsWith('```') || rest.at(-1)?.trim() !== '```') return;
  replaceAt(slide, path, rest.slice(0, -1).join('\n'));
  const [language = ''] = first.slice(3).trim().split(/[\s{]/);
  if (language !== '' && language !== 'mermaid' && slide.language === undefined && path === '/code')
    slide.language = language;
}

import type { NumberKey } from '../../model/index.ts';

const digits = String.raw`[+−-]?\d+(?:[.,]\d+)*(?:\s?[eE][+−-]?\d+|\s?[×x·]\s?10\^?[+−-]?\d+)?`;
/** A unit is one word that does not begin with a digit, a hyphen or a letter's bracket. */
const unit = String.raw`(?:\s+([^\s\d±-][^\s]{0,19}(?:\s[^\s\d]{1,6})?)|([%°‰€$£][^\s]{0,3}))?`;
const plain = new RegExp(String.raw`^(${digits})(?:\s*(?:±|\+\/-|\+-)\s*(${digits})\s?(%)?)?${unit}$`, 'u');
const range = new RegExp(String.raw`^(${digits})\s*(?:–|—|\.{2,3}|-)\s*(${digits})${unit}$`, 'u');

/** Languages that write a point before the fraction; in the others a comma stands there, and a point as well. */
const withPoint = new Set(['en', 'ga', 'he', 'hi', 'ja', 'ko', 'ms', 'mt', 'th', 'zh']);

/** Whether a language writes a point before the fraction of a number, and commas between thousands. */
export const writesPoint = (lang: string): boolean => withPoint.has(lang.toLowerCase().split('-')[0] ?? '');

/** A number in the digits of a language; `undefined` when it is none. */
export function numberOf(written: string, lang: string): number | undefined {
  const text = written
    .replaceAll('−', '-')
    .replace(/\s?[×x·]\s?10\^?/, 'e')
    .replaceAll(/\s/g, '');
  const isPoint = writesPoint(lang);
  const grouped = isPoint ? /^[+-]?\d{1,3}(?:,\d{3})+(?:\.|e|$)/ : /^[+-]?\d{1,3}(?:\.\d{3}){2,}(?:,|e|$)/;
  const whole = grouped.test(text) ? text.replaceAll(isPoint ? ',' : '.', '') : text;
  const value = Number(whole.replace(',', '.'));
  return Number.isFinite(value) ? value : undefined;
}

/** A sum or difference without the dust of binary fractions. */
export const rounded = (value: number): number => Number(value.toPrecision(12));

/**
 * The number that an answer asks for: `4.5`, `4,5 ± 0,1 mM`, `12 ± 5 %`, `4.4–4.6 mM`.
 * @returns `undefined` when the text is no number.
 */
export function numberKey(text: string, lang: string): NumberKey | undefined {
  const found = plain.exec(text.trim());
  if (found) {
    const [, written = '', off, percent, word, sign] = found;
    const value = numberOf(written, lang);
    const width = off === undefined ? 0 : numberOf(off, lang);
    if (value === undefined || width === undefined) return undefined;
    const tolerance = rounded(Math.abs(percent === undefined ? width : (value * width) / 100));
    const named = word ?? sign;
    return { value, written, tolerance, ...(named === undefined ? {} : { unit: named }) };
  }
  const between = range.exec(text.trim());
  if (!between) return undefined;
  const [, from = '', to = '', word, sign] = between;
  const [low, high] = [numberOf(from, lang), numberOf(to, lang)];
  if (low === undefined || high === undefined || low >= high) return undefined;
  const named = word ?? sign;
  return {
    value: rounded((low + high) / 2),
    written: `${from}–${to}`,
    tolerance: rounded((high - low) / 2),
    ...(named === undefined ? {} : { unit: named }),
  };
}

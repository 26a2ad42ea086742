/** Which sign parts the whole from the fraction where a number alone does not tell: `1,200`. */
export type Habit = 'point' | 'comma';

const missing = new Set([
  '',
  'na',
  'n/a',
  'n.a.',
  'nan',
  'null',
  'none',
  '-',
  '–',
  '—',
  '.',
  '?',
  '…',
  '...',
  'k. a.',
  'k.a.',
  'k.a',
  'o. a.',
  'n.v.t.',
  'nvt',
  'n.b.',
  'n/d',
  'n.d.',
  'nd',
  's/d',
  's.d.',
  'b.d.',
  'н/д',
  'unknown',
  'unbekannt',
  'onbekend',
  'inconnu',
  'missing',
]);
const pointLanguages = new Set(['en', 'ja', 'zh', 'ko', 'he', 'hi', 'th']);

/** Whether a cell says that there is no value. */
export const isMissing = (text: string): boolean => missing.has(text.trim().toLowerCase());

export interface WrittenNumber {
  readonly value: number;
  readonly isPercent: boolean;
}

/** The zeros of scripts that count with digits of their own: Arabic, Persian, Devanagari, Bengali, Thai, full width. */
const zeros = ['٠', '۰', '०', '০', '๐', '０'].map((zero) => zero.charCodeAt(0));

/** A number with the digits that programs read. */
function inDigits(text: string): string {
  const signs = Array.from(text, (sign) => {
    const zero = zeros.find((one) => sign.charCodeAt(0) >= one && sign.charCodeAt(0) < one + 10);
    return zero === undefined ? sign : String(sign.charCodeAt(0) - zero);
  });
  return signs.join('').replaceAll('٫', '.').replaceAll('٬', '').replaceAll('٪', '%');
}

/** Reads a number as people and spreadsheets write it: `1,200` · `24,5` · `12 %` · `−7.5` · `1.2e3` · `€ 1 200`. */
export function readNumber(written: string, habit: Habit): WrittenNumber | undefined {
  if (written.length > 60) return undefined;
  const text = inDigits(written);
  const inside = text.trim().startsWith('(') && text.trim().endsWith(')') ? `-${text.trim().slice(1, -1)}` : text;
  const bare = inside.trim().replace(/^[−–](?=[\d.,\s€$£¥])/, '-');
  const isPercent = bare.endsWith('%');
  const digits = bare
    .replace(/%$/, '')
    .replace(/[€$£¥₹]|\b(?:EUR|USD|GBP|CHF)\b/g, '')
    .trim()
    .replace(/(?<=\d)[\s\u00A0\u2009\u202F'’](?=\d{3}(?!\d))/g, '')
    .replace(/^([+-])\s+/, '$1');
  const parts = /^([+-]?)([\d.,]+)(e[+-]?\d{1,3})?$/i.exec(digits);
  const body = parts?.[2];
  if (!parts || body === undefined || !/\d/.test(body)) return undefined;
  const plain = plainDigits(body, habit);
  const value = plain === undefined ? Number.NaN : Number(`${parts[1] ?? ''}${plain}${parts[3] ?? ''}`);
  return Number.isFinite(value) ? { value, isPercent } : undefined;
}

/** The digits with a point before the fraction and no other sign. */
function plainDigits(body: string, habit: Habit): string | undefined {
  const signs = body.replace(/\d/g, '');
  const last = signs.at(-1);
  if (last === undefined) return body;
  const isDecimal =
    new Set(signs).size > 1 ||
    (signs.length === 1 && (!isGrouped(body, last) || last === (habit === 'comma' ? ',' : '.')));
  if (!isDecimal) return isGrouped(body, last) ? body.replaceAll(last, '') : undefined;
  const at = body.lastIndexOf(last);
  const whole = body.slice(0, at).replace(/[.,]/g, '');
  return `${whole}.${body.slice(at + 1)}`;
}

/** Whether a sign stands before groups of three: `1,200,000`, never `0,500`. */
const isGrouped = (body: string, sign: string): boolean => {
  const [first = '', ...groups] = body.split(sign);
  return /^[1-9]\d{0,2}$/.test(first) && groups.every((group) => /^\d{3}$/.test(group));
};

/** The habit that the cells themselves show, if they do. */
export function shownHabit(cells: readonly string[]): Habit | undefined {
  for (const cell of cells) {
    const number = cell.trim().replace(/[^\d.,]/g, '');
    const last = /[.,](?=\d*$)/.exec(number)?.[0];
    if (last === undefined) continue;
    const both = number.includes('.') && number.includes(',');
    if (both || (number.split(last).length === 2 && !isGrouped(number, last))) return last === ',' ? 'comma' : 'point';
  }
  return undefined;
}

/** The habit that the cells themselves show, else that of the language. */
export const habitOf = (cells: readonly string[], lang: string): Habit =>
  shownHabit(cells) ?? (pointLanguages.has(lang.toLowerCase().split('-')[0] ?? '') ? 'point' : 'comma');

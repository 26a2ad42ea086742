import type { Plot, PlotPlaces } from '../../../../model/index.ts';

/** Numbers by which Office knows languages. */
const languages: Readonly<Record<string, string>> = {
  ar: '401', bg: '402', ca: '403', cs: '405', da: '406', de: '407', el: '408', en: '409', 'en-gb': '809', es: 'C0A',
  et: '425', fa: '429', fi: '40B', fr: '40C', he: '40D', hi: '439', hr: '41A', hu: '40E', id: '421', it: '410',
  ja: '411', ko: '412', lt: '427', lv: '426', nb: '414', nl: '413', nn: '814', no: '414', pl: '415', pt: '816',
  'pt-br': '416', ro: '418', ru: '419', sk: '41B', sl: '424', sr: '81A', sv: '41D', th: '41E', tr: '41F', uk: '422',
  vi: '42A', zh: '804', 'zh-tw': '404',
}; // prettier-ignore

/** How Office is told in which language a number or date is written. */
function localeOf(lang: string): string {
  const tag = lang.toLowerCase();
  const number = languages[tag] ?? languages[tag.split('-')[0] ?? ''];
  return number === undefined ? '' : `[$-${number}]`;
}

/** Numbers from here on are written in groups of three. */
const grouped = 10_000;

/** The form of numbers up to a largest one. */
export function numberForm({ lang }: Plot, largest: number, behind = ''): string {
  const locale = localeOf(lang);
  const sign = behind === '' ? '' : `"${behind}"`;
  const plain = `${locale}General${sign}`;
  return Math.abs(largest) < grouped ? plain : `[>=${grouped}]${locale}#,##0${sign};${plain}`;
}

/** The form of the marks of an axis of places. */
export function placeForm(plot: Plot): string {
  const { places, lang } = plot;
  if (places.kind === 'days') return localeOf(lang) + dateForm(places);
  return places.kind === 'numbers' ? numberForm(plot, places.scale.max) : 'General';
}

function dateForm({ unit, hasYear }: Extract<PlotPlaces, { kind: 'days' }>): string {
  const month = hasYear ? 'mmm yyyy' : 'mmm';
  return unit === 'day' ? `d ${month}` : month;
}

import { isObject, type Diagnostic, type Json, type JsonObject } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { likelyTag } from './guess-lang.ts';
import type { PlaceIndex } from '../yaml/places.ts';

/** Languages by their names, in English and in themselves. */
const names: Readonly<Record<string, string>> = {
  ar: 'arabic العربية عربي',
  cs: 'czech čeština česky',
  da: 'danish dansk',
  de: 'german deutsch',
  el: 'greek ελληνικά',
  en: 'english englisch engels anglais inglés inglese',
  es: 'spanish español castellano',
  fi: 'finnish suomi',
  fr: 'french français',
  bg: 'bulgarian български',
  ca: 'catalan català',
  et: 'estonian eesti',
  fa: 'persian farsi فارسی',
  he: 'hebrew עברית',
  hi: 'hindi हिन्दी',
  hr: 'croatian hrvatski',
  hu: 'hungarian magyar',
  id: 'indonesian indonesia bahasaindonesia',
  lt: 'lithuanian lietuvių',
  lv: 'latvian latviešu',
  ro: 'romanian română',
  sk: 'slovak slovenčina slovensky',
  sl: 'slovene slovenian slovenščina',
  sr: 'serbian српски srpski',
  th: 'thai ไทย ภาษาไทย',
  vi: 'vietnamese tiếngviệt',
  it: 'italian italiano',
  ja: 'japanese 日本語 日本',
  ko: 'korean 한국어',
  nb: 'norwegian norsk bokmål',
  nl: 'dutch nederlands flemish vlaams',
  pl: 'polish polski',
  pt: 'portuguese português',
  ru: 'russian русский',
  sv: 'swedish svenska',
  tr: 'turkish türkçe',
  uk: 'ukrainian українська',
  zh: 'chinese 中文 汉语 漢語',
};

/** `lang: English` is the tag of that language. */
export function meantLanguage(outline: Json, places: PlaceIndex): readonly Diagnostic[] {
  const written = isObject(outline) ? outline.lang : undefined;
  if (!isObject(outline)) return [];
  if (written === undefined || written === null) return unsaid(outline, places);
  if (typeof written !== 'string') return [];
  const word = written.trim().toLowerCase().replaceAll(' ', '');
  const tag = Object.keys(names).find((one) => names[one]?.split(' ').includes(word) === true);
  // `pt_BR`, as computers write it.
  const [language = '', region = '', ...more] = written.trim().split('_');
  const isPair = language.length === 2 && region.length === 2 && more.length === 0;
  const known = tag ?? (isPair ? `${language}-${region.toUpperCase()}` : undefined);
  if (known === undefined) return [];
  (outline as Record<string, Json | undefined>).lang = known;
  const at = places.value('/lang');
  const fix = { at, replacement: known };
  return [
    diagnostic('outline/read-as', `\`lang: ${written}\` is read as \`${known}\`.`, {
      at,
      help: [`Write \`lang: ${known}\`.`],
      fix,
    }),
  ];
}

/** A lesson that does not say its language is read in the one that its words seem to be of. */
function unsaid(outline: JsonObject, places: PlaceIndex): readonly Diagnostic[] {
  const tag = likelyTag(outline);
  (outline as Record<string, Json | undefined>).lang = tag;
  places.within('', '/lang');
  const message = `The outline has no \`lang\`; by its words it is read as \`${tag}\`.`;
  const help = [`Add \`lang: ${tag}\`, or the tag of its language.`];
  return [diagnostic('outline/missing-field', message, { at: places.head(''), severity: 'warning', help })];
}

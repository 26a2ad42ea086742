import { memo } from '../../base/index.ts';
import { bareName } from '../bare-name.ts';
import type { QuestionKind } from '../../model/index.ts';

const list = (words: string): readonly string[] => words.split(' ');

/** Words for the fields of a question, by the name that Lectern knows. */
const fields: Readonly<Record<string, readonly string[]>> = {
  type: list('kind soort typ art tipo genre vraagtype fragetyp question-type questiontype rodzaj'),
  pairs: list(
    'pair match matches matching koppel koppelen koppels paren paare zuordnung zuordnungen paires associations parejas emparejar coppie abbinamenti pares pary párování přiřazování přiřaď spojovačka parit yhdistä eşleştirme αντιστοίχιση сопоставление соответствие 配对 连线 マッチング 組み合わせ مطابقة התאמה zuordnen koppelvraag dopasuj dopasowanie para-ihop',
  ),
  order: list(
    'ordering ordered sequence volgorde reihenfolge ordre orden ordine ordem ranking kolejność rangschik rangorde',
  ),
  accept: list('accepted accepts synonyms variants alternatives accepteer akzeptiert accepte acepta accetta aceita'),
  tolerance: list(
    'tol margin plusminus plus-minus tolerantie toleranz tolérance tolerancia tolleranza tolerância marge',
  ),
  unit: list('units eenheid einheit unité unidad unità unidade jednostka'),
  points: list('point score weight marks punten punkte puntos punti pontos punkty'),
  distractors: list('distractor decoys afleiders distraktoren distracteurs distractores distrattori distratores'),
};

const kinds: Readonly<Record<QuestionKind, readonly string[]>> = {
  single: list(
    'multiple-choice multiplechoice mc mcq choice single-choice radio one meerkeuze meerkeuzevraag einfachauswahl qcu seleccion-unica scelta-singola escolha-única opcion-multiple auswahl',
  ),
  multiple: list(
    'multiple-response multiple-answer multiple-answers multi multi-select checkbox checkboxes select-all mr meervoudig meerdere mehrfachauswahl mehrfach qcm choix-multiple choix-multiples seleccion-multiple selección-múltiple scelta-multipla múltipla-escolha',
  ),
  'true-false': list(
    'truefalse true/false tf t/f boolean bool yes-no yes/no yesno juist-onjuist juist/onjuist waar-onwaar waar/onwaar stelling richtig-falsch richtig/falsch wahr/falsch vrai-faux vrai/faux verdadero-falso verdadero/falso vero-falso vero/falso verdadeiro-falso verdadeiro/falso verdadero-o-falso vero-o-falso verdadeiro-ou-falso prawda-fałsz prawda/fałsz doğru-yanlış doğru/yanlış pravda-nepravda',
  ),
  numeric: list(
    'number numerical numeral calculation calculated value numeriek getal zahl numerisch nombre numérique número numérico numero numerica sayısal sayısal-soru numeric-question liczba rekenvraag rechnen',
  ),
  matching: list(
    'match pairs pair matching-pairs koppelen koppelvraag zuordnen zuordnung appariement association relacionar emparejar emparejamiento abbinamento abbinare correspondência associação eşleştirme dopasowanie',
  ),
  ordering: list(
    'order sequence sequencing sort ranking rank volgorde ordenen rangschikken reihenfolge sortieren ordre classement ordenar orden ordine ordinare ordenação sıralama kolejność seřadit',
  ),
  short: list(
    'short-answer shortanswer short-text text fill open-short kort kort-antwoord kurzantwort réponse-courte respuesta-corta risposta-breve resposta-curta word',
  ),
  cloze: list(
    'gap gaps gap-text gapfill fill-in fill-in-the-blank fill-in-the-blanks fib blank blanks invul invulvraag gatentekst lückentext luckentext texte-à-trous texte-a-trous huecos completar lacune lacunas testo-bucato',
  ),
};

const bare = (word: string): string =>
  word
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');

const namesIn = memo(
  (table: Readonly<Record<string, readonly string[]>>) =>
    new Map(Object.entries(table).flatMap(([name, words]) => [name, ...words].map((word) => [bareName(word), name]))),
);

const named = <T extends string>(table: Readonly<Record<T, readonly string[]>>, word: string): T | undefined =>
  (Object.keys(table) as T[]).find((name) => name === word || table[name].includes(word)) ??
  (namesIn(table).get(bareName(word)) as T | undefined);

/** The field of a question that a key means. */
export const fieldNamed = (key: string): string | undefined => named(fields, bare(key));

/** The kind of question that a word means. */
export const kindNamed = (word: string): QuestionKind | undefined => named(kinds, bare(word));

/** What true and false are called, by language; the first two are shown. */
const truths: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  en: ['True', 'False'],
  nl: ['Juist', 'Onjuist'],
  de: ['Richtig', 'Falsch'],
  fr: ['Vrai', 'Faux'],
  es: ['Verdadero', 'Falso'],
  it: ['Vero', 'Falso'],
  pt: ['Verdadeiro', 'Falso'],
  ar: ['صواب', 'خطأ'],
  cs: ['Pravda', 'Nepravda'],
  da: ['Sandt', 'Falsk'],
  el: ['Σωστό', 'Λάθος'],
  fi: ['Oikein', 'Väärin'],
  he: ['נכון', 'לא נכון'],
  ja: ['正しい', '誤り'],
  ko: ['참', '거짓'],
  nb: ['Sant', 'Usant'],
  no: ['Sant', 'Usant'],
  pl: ['Prawda', 'Fałsz'],
  ru: ['Верно', 'Неверно'],
  sv: ['Sant', 'Falskt'],
  tr: ['Doğru', 'Yanlış'],
  uk: ['Правда', 'Неправда'],
  zh: ['正确', '错误'],
};

/** What true and false are called in a language. */
export const truthWords = (lang: string): readonly [yes: string, no: string] =>
  truths[lang.toLowerCase().split('-')[0] ?? ''] ?? ['True', 'False'];

const yes = new Set([
  ...list(
    'true yes ja oui sí si sì sim waar wahr vero verdadero verdadeiro vrai tak да ano áno evet kyllä ναι так نعم כן 是 はい igen da 예',
  ),
  ...sideOf(0),
]);
const no = new Set([
  ...list(
    'false no nee nein non não nie нет onwaar unwahr falso faux falsch ne hayır ei όχι ні لا לא 否 不是 いいえ nem nej nei 아니오',
  ),
  ...sideOf(1),
]);

function sideOf(side: 0 | 1): readonly string[] {
  return Object.values(truths).map((pair) => pair[side].toLowerCase());
}

/** Whether a text is nothing but a word for true or for false. */
export function truthOf(text: string): boolean | undefined {
  const word = text.trim().toLowerCase().replace(/[.!]$/, '');
  return yes.has(word) ? true : no.has(word) ? false : undefined;
}

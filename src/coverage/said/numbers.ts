/** Small numbers as words, which a text may use where a slide has digits; position is value. */
const lists: Readonly<Record<string, string>> = {
  da: 'nul en to tre fire fem seks syv otte ni ti elleve tolv',
  de: 'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf',
  en: 'zero one two three four five six seven eight nine ten eleven twelve',
  es: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce',
  fr: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze',
  it: 'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici',
  nl: 'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf',
  pt: 'zero um dois três quatro cinco seis sete oito nove dez onze doze',
  sv: 'noll en två tre fyra fem sex sju åtta nio tio elva tolv',
};

const values = new Map(
  Object.entries(lists).map(([lang, list]) => [
    lang,
    new Map(list.split(' ').map((word, value) => [word, String(value)])),
  ]),
);

/** The digits of a number word of a language: `twee` is `2`. */
export function numberOfWord(word: string, lang: string): string | undefined {
  return values.get(lang.toLowerCase().split('-')[0] ?? '')?.get(/^[eé]én$/.test(word) ? 'een' : word);
}

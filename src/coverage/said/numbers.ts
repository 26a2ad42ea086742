import { memo } from '../../base/index.ts';
/** How a language says numbers: those with a word of their own, tens, and what joins ones and tens (`eenentwintig`). */
interface NumberWords {
  /** From 0; position is value. */
  readonly small: string;
  /** 20, 30 … 90. */
  readonly tens: string;
  /** Between ones and tens where the ones stand first. */
  readonly onesFirst?: string;
  /** Between tens and ones in one word or token. */
  readonly tensFirst?: string;
  readonly hundred?: string;
  readonly thousand?: string;
}

const languages: Readonly<Record<string, NumberWords>> = {
  da: { small: 'nul en to tre fire fem seks syv otte ni ti elleve tolv tretten fjorten femten seksten sytten atten nitten', tens: 'tyve tredive fyrre halvtreds tres halvfjerds firs halvfems', onesFirst: 'og', hundred: 'hundrede', thousand: 'tusind' },
  de: { small: 'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn', tens: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig', onesFirst: 'und', hundred: 'hundert', thousand: 'tausend' },
  en: { small: 'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen', tens: 'twenty thirty forty fifty sixty seventy eighty ninety', tensFirst: '-', hundred: 'hundred', thousand: 'thousand' },
  es: { small: 'cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve', tens: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa', hundred: 'cien', thousand: 'mil' },
  fr: { small: 'zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf', tens: 'vingt trente quarante cinquante soixante soixante-dix quatre-vingts quatre-vingt-dix', tensFirst: '-', hundred: 'cent', thousand: 'mille' },
  it: { small: 'zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove', tens: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta', tensFirst: '', hundred: 'cento', thousand: 'mille' },
  nl: { small: 'nul een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien zeventien achttien negentien', tens: 'twintig dertig veertig vijftig zestig zeventig tachtig negentig', onesFirst: 'en', hundred: 'honderd', thousand: 'duizend' },
  pt: { small: 'zero um dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove', tens: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa', hundred: 'cem', thousand: 'mil' },
  sv: { small: 'noll en två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton', tens: 'tjugo trettio fyrtio femtio sextio sjuttio åttio nittio', tensFirst: '', hundred: 'hundra', thousand: 'tusen' },
}; // prettier-ignore

function valuesOf({ small, tens, onesFirst, tensFirst, hundred, thousand }: NumberWords): ReadonlyMap<string, string> {
  const words = small.split(' ');
  const found = new Map(words.map((word, value) => [word, String(value)]));
  tens.split(' ').forEach((ten, i) => {
    const value = 10 * (i + 2);
    found.set(ten, String(value));
    words.slice(1, 10).forEach((one, k) => {
      const sum = String(value + k + 1);
      // Two vowels meet in Dutch with a trema: tweeëntwintig.
      if (onesFirst !== undefined)
        found.set(one + (onesFirst === 'en' && one.endsWith('e') ? 'ën' : onesFirst) + ten, sum);
      if (tensFirst !== undefined) found.set(ten + tensFirst + one, sum);
      // Italian drops a vowel before another: ventuno.
      if (tensFirst === '' && /^[uo]/.test(one)) found.set(ten.slice(0, -1) + one, sum);
    });
  });
  if (hundred !== undefined) found.set(hundred, '100');
  if (thousand !== undefined) found.set(thousand, '1000');
  return found;
}

const valuesOnce = memo(valuesOf);

/** The digits of a number word of a language: `twee` is `2`. */
export function numberOfWord(word: string, lang: string): string | undefined {
  const key = lang.toLowerCase().split('-')[0] ?? '';
  const words = languages[key];
  if (words === undefined) return undefined;
  return valuesOnce(words).get(/^[eé]én$/.test(word) ? 'een' : word);
}

import { describe, expect, it } from 'vitest';
import { Hay } from '../../src/coverage/said/hay.ts';
import { likelyLanguage } from '../../src/coverage/said/languages.ts';
import { numberOfWord } from '../../src/coverage/said/numbers.ts';
import { Synonyms } from '../../src/coverage/said/synonyms.ts';
import { termsOf } from '../../src/coverage/said/terms.ts';

describe('numbers in words', () => {
  it.each([
    ['nl', 'nul 0 twaalf 12 twintig 20 eenentwintig 21 tweeëntwintig 22 drieëndertig 33 vierenvijftig 54 negenennegentig 99 honderd 100 duizend 1000 één 1 een 1 eén 1'],
    ['de', 'null 0 zwölf 12 zweiundzwanzig 22 dreiunddreißig 33 neunundneunzig 99 hundert 100 tausend 1000'],
    ['en', 'zero 0 twenty-one 21 ninety-nine 99 thirty 30 hundred 100 thousand 1000'],
    ['fr', 'vingt-deux 22 quarante-cinq 45 cent 100 mille 1000 dix-sept 17'],
    ['it', 'ventuno 21 ventotto 28 ventidue 22 trentuno 31 cento 100 mille 1000'],
    ['sv', 'tjugotvå 22 hundra 100 tusen 1000'],
    ['da', 'toogtyve 22 treoghalvfems 93 tusind 1000'],
    ['es', 'veinte 20 cien 100 mil 1000'],
    ['pt', 'noventa 90 cem 100 mil 1000'],
    ['NL-be', 'twee 2'],
  ])('%s', (lang, list) => {
    const words = list.split(' ');
    for (let i = 0; i < words.length; i += 2)
      expect([words[i], numberOfWord(words[i] ?? '', lang)]).toEqual([words[i], words[i + 1]]);
  });
  it.each([['nl', 'tweeentwintig'], ['nl', 'béén'], ['nl', 'éénx'], ['de', 'zweiënzwanzig'], ['it', 'ventiuno0'], ['xx', 'two'], ['en', 'twentyone']])(
    'in %s none is %s',
    (lang, word) => expect(numberOfWord(word, lang)).toBeUndefined(),
  );
}); // prettier-ignore

describe('what a text says', () => {
  const terms = (text: string, lang = 'en'): readonly string[] =>
    termsOf(text, lang).map(({ kind, key }) => `${kind} ${key}`);
  it.each([
    ['300 litres of water', ['number 300', 'word water']],
    ['0 grams', ['number 0']],
    ['some litres', ['word litr']],
    ['5 of litres', ['number 5', 'word litr']],
    ['DNA and ERKs, A', ['name dna', 'name erks']],
    ['5-HT1A, ERK1/2', ['name 5ht1a', 'name erk12']],
    ['1 200 000 and 1,234.5 and 1.000', ['number 1200000', 'number 1234.5', 'number 1000']],
    ['10mg on the 3rd at 25 per cent', ['number 10', 'number 3', 'number 25']],
    ['https://e.org/water?x=1 snow', ['word snow']],
    ['the cell’s wall', ['word cell', 'word wall']],
    ['one ox, two oxen', ['number 2', 'word oxen']],
  ])('%s', (text, found) => {
    expect(terms(text)).toEqual(found);
  });
  it('short words of other scripts count', () => {
    expect(terms('水 と ок ok', 'ja')).toEqual(['word 水', 'word と', 'word ок']);
    expect(terms('aж', 'ru')).toEqual(['word aж']);
  });
  it('where each word stands', () => {
    expect(termsOf('a b: well-known 50 %', 'en').map(({ written, at }) => `${written} ${at}`)).toEqual(['known 10', '50 16']); // prettier-ignore
  });
});

describe('a word is in a text', () => {
  const has = (word: string, text: string, lang: string): boolean => {
    const [term] = termsOf(word, lang);
    if (!term) throw new Error(`${word} says nothing`);
    return new Hay([text], lang).has(term);
  };
  it.each([
    ['nl', 'receptortype', 'de receptor'],
    ['nl', 'receptor', 'een receptortype'],
    ['nl', 'omkeert', 'de fase keert om'],
    ['nl', 'aangezet', 'zij zetten het aan, aanzetten'],
    ['nl', 'geremd', 'dit remt'],
    ['nl', 'loslaat', 'laat los'],
    ['de', 'Laub', 'der Laubabwurf'],
    ['de', 'geschnitten', 'der Schnitt, schnitten'],
    ['en', 'vulnerable', 'their vulnerability'],
    ['en', 'light', 'a lighthouse'],
    ['en', 'emission', 'emissions'],
    ['en', 'ERKs', 'ERK'],
    ['en', 'reductions', 'they reduce'],
    ['fr', 'réduction', 'il réduit'],
  ])('%s: %s in “%s”', (lang, word, text) => expect(has(word, text, lang)).toBe(true));
  it.each([
    ['nl', 'muis', 'een huis'],
    ['nl', 'omkering', 'het keerde nooit'],
    ['nl', 'afrit', 'de rit'],
    ['de', 'laub', 'der Laubabwurf'],
    ['de', 'Lauf', 'der Laubabwurf'],
    ['en', 'vulnerable', 'the vulture'],
    ['en', 'ice', 'the price'],
    ['en', 'AB', 'A and B'],
    ['en', '42', '421'],
  ])('%s: %s not in “%s”', (lang, word, text) => expect(has(word, text, lang)).toBe(false));
});

describe('other words', () => {
  const at = { file: 'x', start: 0, end: 1 };
  const synonyms = new Synonyms({
    says: [
      { word: 'heart attack', as: ['infarct', 'myocardial infarction'], at },
      { word: 'mouse', as: ['rodent'], at },
    ] as never,
    glossary: [],
    lang: 'en',
  });
  const inText = (word: string, keys: readonly string[], text: string): boolean => {
    const [term] = termsOf(word, 'en');
    return term !== undefined && synonyms.isIn(term, new Set(keys), new Hay([text], 'en'));
  };
  it('stand for a word, or for a phrase that stands whole', () => {
    const keys = termsOf('heart attack', 'en').map(({ key }) => key);
    expect(inText('mouse', ['mous'], 'a rodent')).toBe(true);
    expect(inText('mouse', ['mous'], 'a rat')).toBe(false);
    expect(inText('attack', keys, 'an infarct')).toBe(true);
    expect(inText('attack', keys, 'an infarction of the myocardial wall')).toBe(true);
    expect(inText('attack', [keys[1] ?? ''], 'an infarct')).toBe(false);
    expect(inText('attack', keys, 'of the myocardial wall')).toBe(false);
  });
  it('that are single are alike', () => {
    const [mouse] = termsOf('mouse', 'en');
    const [rodent] = termsOf('rodent', 'en');
    expect([...synonyms.alike(mouse?.key ?? '')]).toEqual([mouse?.key, rodent?.key]);
    expect([...synonyms.alike('nothing')]).toEqual(['nothing']);
    expect([synonyms.has(mouse?.key ?? ''), synonyms.has('nothing')]).toEqual([true, false]);
  });
});

describe('the language of a text', () => {
  it.each([
    ['ar', 'هذا نص عن الخلايا'],
    ['he', 'זה טקסט על תאים'],
    ['el', 'αυτό είναι ένα κείμενο'],
    ['ru', 'это текст о клетках'],
    ['hi', 'यह कोशिकाओं के बारे में है'],
    ['ja', '細胞について書いた文章です'],
    ['zh', '这是关于细胞的文本'],
    ['ko', '이것은 세포에 관한 글입니다'],
    ['th', 'นี่คือข้อความเกี่ยวกับเซลล์'],
    ['nl', 'Dit is een tekst over de cellen van het lichaam en wat zij doen.'],
    ['de', 'Das ist ein Text über die Zellen des Körpers und was sie tun.'],
    ['fr', 'Ceci est un texte sur les cellules du corps et ce qu’elles font.'],
    ['en', 'This is a text about the cells of the body, with the letter α in it.'],
    ['en', ''],
  ])('%s', (lang, text) => expect(likelyLanguage(text)).toBe(lang));
});

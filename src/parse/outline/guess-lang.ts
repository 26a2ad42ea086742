import type { Json } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';

/** Short words that nearly every page of a language has, and its neighbours less. */
const words: Readonly<Record<string, string>> = {
  cs: 'a je se na že jsou není při nebo pro jak také které ve',
  da: 'og er det at ikke på af til med der den kan hvad bliver',
  de: 'der die das und ist nicht ein eine mit für von zu auf werden wird',
  en: 'the and of is to in are for with that not on by an what',
  es: 'el la los las de y que es en un una por con para no se del',
  fi: 'ja on ei että se tai kun mikä myös ovat voi sekä mitä',
  fr: 'le la les des et est un une dans pour pas que du sur avec qui',
  hu: 'a az és nem egy hogy is van mi vagy meg azt',
  it: 'il la gli di che è un una per con non del della sono nel',
  nb: 'og er det ikke på av til med som den kan hva blir å',
  nl: 'de het een en van is niet met voor op te dat zijn wat bij',
  pl: 'i w na nie się jest z do to że są jak oraz dla czy',
  pt: 'o a os as de e que é em um uma para com não do da no na',
  ro: 'și în este cu nu pe la de un o sunt sau din ce',
  sv: 'och är det att inte på av till med som den kan vad för ett',
  tr: 've bir bu için ile da de değil nedir olarak mi çok',
};

/** Languages that their script tells, by the first and last of its letters; Japanese before Chinese, whose signs it has too. */
const scripts: readonly (readonly [lang: string, from: number, to: number])[] = [
  ['el', 0x370, 0x3ff],
  ['ru', 0x400, 0x4ff],
  ['he', 0x590, 0x5ff],
  ['ar', 0x600, 0x6ff],
  ['hi', 0x900, 0x97f],
  ['th', 0xe00, 0xe7f],
  ['ko', 0xac00, 0xd7a3],
  ['ja', 0x3040, 0x30ff],
  ['zh', 0x4e00, 0x9fff],
];

/** More of a lesson says no more. */
const most = 8000;

/** The texts of a value one after another, as far as they are looked at. */
function textsOf(value: Json | undefined, found: string[], room: { left: number }): void {
  if (room.left <= 0) return;
  if (typeof value === 'string') {
    found.push(value.slice(0, room.left));
    room.left -= value.length;
  } else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) {
      if (isObject(value)) found.push(key);
      textsOf(one, found, room);
    }
}

/** The language that a lesson seems to be written in; English where nothing tells. */
export function likelyTag(outline: Json): string {
  const found: string[] = [];
  textsOf(outline, found, { left: most });
  const text = found.join(' ').toLowerCase();
  const letters = Array.from(text);
  const scripted = scripts.find(([lang, from, to]) => {
    const count = letters.filter((letter) => {
      const code = letter.codePointAt(0) ?? 0;
      return code >= from && code <= to;
    }).length;
    return count > letters.length / (lang === 'ja' ? 12 : 4);
  });
  if (scripted !== undefined) return scripted[0];
  // A single letter is a word in too many languages; each word counts once, however often a footer says it.
  const said = new Set(text.split(' ').filter((word) => word.length > 1));
  const counted = Object.entries(words).map(([lang, list]) => ({
    lang,
    count: list.split(' ').filter((word) => said.has(word)).length,
  }));
  const best = counted.toSorted((a, b) => b.count - a.count)[0];
  return best === undefined || best.count === 0 ? 'en' : best.lang;
}

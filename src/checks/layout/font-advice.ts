/** Which package draws a script, in the order in which they are tried. */
const packages: readonly (readonly [script: RegExp, name: string])[] = [
  [/\p{sc=Hira}|\p{sc=Kana}/u, 'noto-sans-jp'],
  [/\p{sc=Hang}/u, 'noto-sans-kr'],
  [/\p{sc=Bopo}/u, 'noto-sans-tc'],
  [/\p{sc=Arab}/u, 'noto-sans-arabic'],
  [/\p{sc=Hebr}/u, 'noto-sans-hebrew'],
  [/\p{sc=Deva}/u, 'noto-sans-devanagari'],
  [/\p{sc=Thai}/u, 'noto-sans-thai'],
  [/\p{sc=Beng}/u, 'noto-sans-bengali'],
  [/\p{sc=Gujr}/u, 'noto-sans-gujarati'],
  [/\p{sc=Guru}/u, 'noto-sans-gurmukhi'],
  [/\p{sc=Taml}/u, 'noto-sans-tamil'],
  [/\p{sc=Telu}/u, 'noto-sans-telugu'],
  [/\p{sc=Knda}/u, 'noto-sans-kannada'],
  [/\p{sc=Mlym}/u, 'noto-sans-malayalam'],
  [/\p{sc=Sinh}/u, 'noto-sans-sinhala'],
  [/\p{sc=Armn}/u, 'noto-sans-armenian'],
  [/\p{sc=Geor}/u, 'noto-sans-georgian'],
  [/\p{sc=Ethi}/u, 'noto-sans-ethiopic'],
  [/\p{sc=Khmr}/u, 'noto-sans-khmer'],
  [/\p{sc=Laoo}/u, 'noto-sans-lao'],
  [/\p{sc=Mymr}/u, 'noto-sans-myanmar'],
  [/\p{sc=Tibt}/u, 'noto-serif-tibetan'],
  [/\p{sc=Copt}/u, 'noto-sans-coptic'],
  [/\p{sc=Syrc}/u, 'noto-sans-syriac'],
  [/\p{sc=Cher}/u, 'noto-sans-cherokee'],
  [/\p{sc=Cans}/u, 'noto-sans-canadian-aboriginal'],
  [/\p{sc=Mong}/u, 'noto-sans-mongolian'],
  [/\p{sc=Xsux}/u, 'noto-sans-cuneiform'],
  [/\p{sc=Egyp}/u, 'noto-sans-egyptian-hieroglyphs'],
  [/\p{sc=Runr}/u, 'noto-sans-runic'],
  [/\p{sc=Goth}/u, 'noto-sans-gothic'],
  [/[\u{1d100}-\u{1d1ff}]/u, 'noto-music'],
  [/[\u{1d400}-\u{1d7ff}\u2190-\u23ff\u27c0-\u2bff]/u, 'noto-sans-math'],
  [/\p{sc=Latn}|\p{sc=Cyrl}|\p{sc=Grek}|\p{M}/u, 'noto-sans'],
  [/\p{S}/u, 'noto-sans-symbols-2'],
];

/** Chinese signs are drawn in the manner of the lesson's language. */
function packageForHan(lang: string): string {
  const tag = lang.toLowerCase();
  if (tag.startsWith('ja')) return 'noto-sans-jp';
  if (tag.startsWith('ko')) return 'noto-sans-kr';
  if (/^zh-.*(?:hk|mo)\b/.test(tag)) return 'noto-sans-hk';
  return /^zh-.*(?:tw|hant)\b/.test(tag) ? 'noto-sans-tc' : 'noto-sans-sc';
}

/** The font packages that draw some characters; what none is known for is left out. */
export function packagesFor(characters: Iterable<string>, lang: string): readonly string[] {
  const names = new Set<string>();
  let hasHan = false;
  for (const character of characters) {
    if (/\p{sc=Han}|[\u3000-\u303f\uff00-\uffef]/u.test(character)) hasHan = true;
    else {
      const found = packages.find(([script]) => script.test(character));
      if (found) names.add(found[1]);
    }
  }
  const drawHan = ['noto-sans-jp', 'noto-sans-kr', 'noto-sans-tc'];
  if (hasHan && !drawHan.some((name) => names.has(name))) names.add(packageForHan(lang));
  return [...names].map((name) => `@fontsource/${name}`);
}

import { expect, it } from 'vitest';
import { inlineMarkdown } from '../../src/compose/text/index.ts';
import { plainText } from '../../src/compose/index.ts';

const host = { picture: () => undefined, drawing: () => '', use: () => undefined };
const set = (text: string, typography: string): string => inlineMarkdown(text, { ...host, typography });

it.each([
  ['en', `He said "it's 'fine'" -- twice...`, 'He said “it’s ‘fine’”\u00a0– twice…'],
  ['de', '"Das \'Haus\'"', '„Das ‚Haus‘“'],
  ['de-CH', '"Haus"', '«Haus»'],
  ['fr', 'Il a dit "oui" : vraiment ?', 'Il a dit «\u202foui\u202f»\u00a0: vraiment\u202f?'],
  ['fr', 'Le mot « livre »', 'Le mot «\u202flivre\u202f»'],
  ['nl', '"ja" - of nee', '“ja”\u00a0– of nee'],
  ['ru', '"да"', '«да»'],
  ['en', '5 mg and 20 % of n = 14, § 3, Fig. 2', '5\u00a0mg and 20\u00a0% of n\u00a0=\u00a014, §\u00a03, Fig.\u00a02'],
  ['en', 'J. S. Bach', 'J.\u00a0S.\u00a0Bach'],
  ['de', 'z. B. hier', 'z.\u202fB. hier'],
  ['ja', '"x"', '「x」'],
  ['zh-CN', '"路"', '“路”'],
  ['zh-TW', '"路"', '「路」'],
  ['ja', '（2000～2009年）', '（2000\u2060～2009年）'],
  ['sw', '"x"', '&quot;x&quot;'],
  ['ar', '"نعم"', '«نعم»'],
  ['he', 'מ"ק, גב\' לוי, "כן"', 'מ״ק, גב׳ לוי, ”כן”'],
  ['he', '-438 m, ב-2023, (-5)', '\u200e-438\u00a0m, ב-2023, (\u200e-5)'],
  ['en', 'at -438 m', 'at -438\u00a0m'],
  ['ru', 'это - закон, я и ты; А. С. Пушкин', 'это\u00a0— закон, я\u00a0и\u00a0ты; А.\u00a0С.\u00a0Пушкин'],
  ['cs', 'v lese, k domu; A co?', 'v\u00a0lese, k\u00a0domu; A\u00a0co?'],
  ['en', 'It is I – a test', 'It is I\u00a0– a test'],
  ['fr', '1 338 000 000 m, le 5 2023', '1\u202f338\u202f000\u202f000\u00a0m, le 5 2023'],
  ['de', 'am 5 und 12345 678', 'am 5 und 12345 678'],
])('%s: %s', (lang, text, written) => expect(set(text, lang)).toBe(written));

it('never in code, formulas, addresses; not at all when it is off', () => {
  expect(set('`"a" -- b...` $a -- "b"$ [x](https://e.org/a--b)', 'en')).toBe(
    '`"a" -- b...` $a -- "b"$ <a href="https://e.org/a--b">x</a>',
  );
  expect(inlineMarkdown('"a" -- 5 mg', host)).toBe('&quot;a&quot; -- 5 mg');
  expect(plainText('"a" -- 5 mg...')).toBe('"a" -- 5 mg...');
});

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
  ['ja', '"x"', '&quot;x&quot;'],
])('%s: %s', (lang, text, written) => expect(set(text, lang)).toBe(written));

it('never in code, formulas, addresses; not at all when it is off', () => {
  expect(set('`"a" -- b...` $a -- "b"$ [x](https://e.org/a--b)', 'en')).toBe(
    '`"a" -- b...` $a -- "b"$ <a href="https://e.org/a--b">x</a>',
  );
  expect(inlineMarkdown('"a" -- 5 mg', host)).toBe('&quot;a&quot; -- 5 mg');
  expect(plainText('"a" -- 5 mg...')).toBe('"a" -- 5 mg...');
});

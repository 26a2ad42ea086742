import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import katex from 'katex';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { expandTex, speakMath } from '../../src/text/index.ts';
import { packageRoot } from '../support/files.ts';

const wordsOf = (lang: string): Record<string, string> =>
  parse(readFileSync(join(packageRoot, `templates/strings/${lang}.yaml`), 'utf8')) as Record<string, string>;

function say(tex: string, lang = 'en'): string {
  const words = wordsOf(lang);
  const mathml = katex.renderToString(expandTex(tex), { output: 'mathml', strict: false, displayMode: true });
  return speakMath(mathml, (key) => words[key]);
}

const cases: readonly (readonly [tex: string, said: string])[] = [
  ['E = mc^2', 'E equals m c squared'],
  ['\\frac{a}{b}', 'a over b'],
  ['\\frac{a+b}{2}', 'the fraction a plus b over 2, end of fraction'],
  ['\\frac{\\mathrm{d}y}{\\mathrm{d}x}', 'd y over d x'],
  ['\\frac{\\partial u}{\\partial t}', 'partial u over partial t'],
  ['\\sqrt{x}', 'the square root of x'],
  ['\\sqrt{a+b}', 'the square root of a plus b, end of root'],
  ['\\sqrt[3]{x}', 'the root of order 3 of x, end of root'],
  ['x^3 - x^{n+1}', 'x cubed minus x to the power n plus 1, end of power'],
  ['10^{-3}', '10 to the power minus 3'],
  ['x_{i+1}', 'x sub i plus 1, end of sub'],
  ['a_1, \\ldots, a_n', 'a sub 1, and so on, a sub n'],
  ['\\sum_{n=1}^{\\infty} a_n', 'the sum from n equals 1 to infinity of a sub n'],
  ['\\int_0^T f(t)\\,\\mathrm{d}t', 'the integral from 0 to capital T of f of t d t'],
  ['\\int f', 'the integral of f'],
  ['\\lim_{x\\to 0}\\frac{\\sin x}{x}', 'the limit as x goes to 0 of the fraction sine x over x, end of fraction'],
  ['f(x+1)', 'f of open bracket x plus 1 close bracket'],
  ['a(b+c)', 'a open bracket b plus c close bracket'],
  ['|x|', 'the absolute value of x, end of absolute value'],
  ['P(A\\mid B)', 'P of A given B'],
  ['\\binom{n}{k}', 'n choose k'],
  ["f''(x)", 'f prime prime of x'],
  ['\\vec{v} + \\hat{y} + \\bar{x}', 'vector v plus y hat plus x bar'],
  ['\\begin{pmatrix}1&2\\\\3&4\\end{pmatrix}', 'matrix, 2 rows, 2 columns; row 1: 1, 2; row 2: 3, 4; end of matrix'],
  ['f=\\begin{cases}1&x>0\\\\0&\\text{else}\\end{cases}', 'f equals 2 cases: 1, x is greater than 0; 0, else'],
  ['\\begin{aligned}a&=b\\\\&=c\\end{aligned}', 'a equals b; equals c'],
  ['\\Sigma\\sigma', 'capital sigma sigma'],
  ['X \\neq x', 'capital X is not equal to x'],
  ['20\\,^\\circ\\mathrm{C}', '20 degrees C'],
  ['\\ce{H2O}', 'H 2 O'],
  ['\\ce{Ca^2+}', 'Ca 2 plus'],
  ['\\ce{A <=> B}', 'A goes both ways to B'],
  ['\\SI{5}{km/h}', '5 km per h'],
  ['\\mathrm{kg}\\,\\mathrm{m}^{-3}', 'kg m to the power minus 3'],
  ['\\log_2 8', 'logarithm base 2 8'],
  ['\\underbrace{a+b}_{c}', 'a plus b with c below'],
  ['x \\in \\mathbb{R}', 'x is in R'],
  ['[0, 1)', 'open square bracket 0, 1 close bracket'],
];

describe('a formula in words', () => {
  it.each(cases)('%s', (tex, said) => expect(say(tex)).toBe(said));

  it.each([
    ['nl', 'de breuk min b plus of min de wortel uit b kwadraat min 4 a c, einde wortel gedeeld door 2 a, einde breuk'],
    ['de', 'der Bruch minus b plus oder minus die Wurzel aus b Quadrat minus 4 a c, Ende Wurzel durch 2 a, Ende Bruch'],
    ['ja', '分数、2 a分の引く b プラスマイナス ルートbの2乗 引く 4 a c、ルート終わり、分数終わり'],
  ])('in %s', (lang, said) => {
    expect(say('\\frac{-b \\pm \\sqrt{b^2-4ac}}{2a}', lang)).toBe(said);
  });

  it('leaves no command, brace or sign unsaid in a language with words', () => {
    for (const lang of ['en', 'nl', 'fr', 'ru', 'ar', 'zh'])
      for (const [tex] of cases) expect(say(tex, lang), `${lang} ${tex}`).not.toMatch(/[\\{}^_=+−<>∑∫√∞αβσΣ∂⃗]/u);
  });

  it('ends for formulas that nobody could hear', () => {
    const deep = `${'\\frac{'.repeat(200)}x${'}{y}'.repeat(200)}`;
    expect(say(deep).length).toBeGreaterThan(0);
    expect(speakMath('<math><mfrac><mi>a</mi></mfrac></math>', () => undefined)).toBe('');
    expect(speakMath('no formula', () => undefined)).toBe('');
  });
});

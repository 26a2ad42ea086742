/** Environments that number their lines; a slide has no use for the numbers, and little room. */
const numbered = /\\(begin|end)\{(align|gather|alignat|multline|eqnarray)\}/g;

/**
 * A formula as people type it who write no TeX: words and units stay words (`44.2 kN/m at H/3`), and so do those of an
 * index (`P_soil`). One with a command of TeX is left alone, but for numbers of its lines.
 */
export function typedTex(formula: string): string {
  if (/[\\{}$\n]/.test(formula)) return unnumbered(formula);
  const tokens = formula.trim().split(' ');
  return tokens
    .map((token, i) =>
      isName(token) ? `\\text{${token} }` : isWord(token, tokens[i - 1]) ? `\\text{ ${token} }` : indexed(token),
    )
    .join(' ');
}

/** Whether a piece between spaces is a word or a unit: letters behind a number or another word, not behind a sign. */
const isWord = (token: string, before: string | undefined): boolean =>
  before !== undefined &&
  /[\p{L}\p{N})]$/u.test(before) &&
  /^\p{L}{2}|^\p{L}+\/\p{L}/u.test(token) &&
  !token.includes('_');

/** Whether a piece is a name of several letters, which nobody means as a product: `ROCE`, `Operating`. */
const isName = (token: string): boolean => token.length > 3 && Array.from(token).every(isLetter);

const isLetter = (sign: string): boolean => sign.toLowerCase() !== sign.toUpperCase();

const indexed = (token: string): string =>
  token.replace(/_(\p{L}{2,})/gu, (_, word: string) => (word.length > 2 ? `_{\\text{${word}}}` : `_{${word}}`));

const unnumbered = (formula: string): string =>
  formula
    .replace(numbered, (_, end: string, name: string) => `\\${end}{${name === 'eqnarray' ? 'align' : name}*}`)
    .replace(/\\(?:begin|end)\{(?:equation|displaymath|math)\*?\}/g, '')
    .trim();

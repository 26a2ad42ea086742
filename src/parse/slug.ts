import anyAscii from 'any-ascii';

const greek: Readonly<Record<string, string>> = {
  α: 'alpha', β: 'beta', γ: 'gamma', δ: 'delta', ε: 'epsilon', κ: 'kappa', λ: 'lambda', μ: 'mu', π: 'pi', σ: 'sigma', τ: 'tau', φ: 'phi', χ: 'chi', ψ: 'psi', ω: 'omega',
  ß: 'ss', ø: 'o', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd',
}; // prettier-ignore

/** Longest slug; it is cut at a word. */
const maxLength = 60;

/**
 * Makes an id from a title: `H~2~O: **what** is it?` gives `h2o-what-is-it`. Markdown marks and accents go, Greek
 * letters are spelled out, and other scripts are written in Latin letters. Empty when the title has no letters or digits.
 */
export function slugOf(title: string): string {
  const text = title.replace(/!?\[([^[\]]*)\]\((?:[^()]|\([^()]*\))*\)/g, '$1').replace(/[*~^`_$]/g, '');
  const words = (isAscii(text) ? text.toLowerCase().replaceAll("'", '') : inLatin(text))
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, maxLength) : `${slug}-${word}`;
    if (longer.length > maxLength) break;
    slug = longer;
  }
  return slug;
}

/** Most titles need no more than their letters. */
const isAscii = (text: string): boolean => /^[\x20-\x7e]*$/.test(text);

/** A text in small Latin letters without accents; other characters are hyphens. */
const inLatin = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{Script=Latin}\p{Script=Greek}\p{Script=Common}]+/gu, (word) => ` ${anyAscii(word).toLowerCase()} `)
    .replace(/[^a-z0-9]/g, (character) => greek[character] ?? (/['’]/.test(character) ? '' : '-'));

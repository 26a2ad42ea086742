import { expandTex } from './index.ts';

/** Commands that are one character. */
const signs: ReadonlyMap<string, string> = new Map([
  ['quad', ' '],
  ['qquad', ' '],
  ...(
    'alpha α, beta β, gamma γ, delta δ, epsilon ε, varepsilon ε, zeta ζ, eta η, theta θ, vartheta ϑ, iota ι, ' +
    'kappa κ, lambda λ, mu μ, nu ν, xi ξ, pi π, rho ρ, sigma σ, tau τ, upsilon υ, phi φ, varphi φ, chi χ, ' +
    'psi ψ, omega ω, Gamma Γ, Delta Δ, Theta Θ, Lambda Λ, Xi Ξ, Pi Π, Sigma Σ, Phi Φ, Psi Ψ, Omega Ω, cdot ·, ' +
    'times ×, div ÷, pm ±, mp ∓, leq ≤, le ≤, geq ≥, ge ≥, neq ≠, ne ≠, approx ≈, equiv ≡, sim ∼, propto ∝, ' +
    'infty ∞, partial ∂, nabla ∇, sum ∑, prod ∏, int ∫, in ∈, notin ∉, subset ⊂, subseteq ⊆, cup ∪, cap ∩, ' +
    'emptyset ∅, forall ∀, exists ∃, neg ¬, land ∧, lor ∨, to →, rightarrow →, leftarrow ←, Rightarrow ⇒, ' +
    'Leftarrow ⇐, leftrightarrow ↔, Leftrightarrow ⇔, iff ⇔, implies ⇒, mapsto ↦, ldots …, cdots …, dots …, ' +
    'circ °, degree °, hbar ℏ, ell ℓ, prime ′, langle ⟨, rangle ⟩'
  )
    .split(', ')
    .map((pair) => pair.split(' ') as [string, string]),
]);

const raised: Readonly<Record<string, string>> = { '+': '⁺', '-': '⁻', '−': '⁻', n: 'ⁿ', i: 'ⁱ', '(': '⁽', ')': '⁾' };
const lowered: Readonly<Record<string, string>> = { '+': '₊', '-': '₋', '−': '₋', '(': '₍', ')': '₎' };
const digits = { '^': '⁰¹²³⁴⁵⁶⁷⁸⁹', _: '₀₁₂₃₄₅₆₇₈₉' } as const;

/** An exponent or an index in small characters; in line where there are none. */
function shifted(sign: '^' | '_', text: string): string {
  const others = sign === '^' ? raised : lowered;
  const small = Array.from(text, (letter) => digits[sign][/\d/.test(letter) ? Number(letter) : -1] ?? others[letter]);
  if (small.every((letter) => letter !== undefined)) return small.join('');
  return text.length > 1 ? `${sign}(${text})` : `${sign}${text}`;
}

const grouped = (text: string): string => (/^[\p{L}\p{N}.,]*$/u.test(text) ? text : `(${text})`);

/** Rows of a formula that is set in several, behind semicolons; where they are aligned says nothing in one line. */
function inOneRow(tex: string): string {
  if (!tex.includes('\\begin{')) return tex;
  const outside = ['\\begin{', '\\end{'].reduce((text, mark) => {
    const [first = '', ...rest] = text.split(mark);
    return first + rest.map((part) => part.slice(part.indexOf('}') + 1)).join(' ');
  }, tex);
  const rows = outside.split('\\\\').map((row) => {
    const room = row.trimStart();
    return room.startsWith('[') ? room.slice(room.indexOf(']') + 1) : row;
  });
  const unaligned = rows.map((row) =>
    row
      .split('\\&')
      .map((part) => part.replaceAll('&', ' '))
      .join('\\&')
      .trim(),
  );
  return unaligned.filter((row) => row !== '').join('; ');
}

/** A formula as one line of plain text, for titles in windows and bookmarks: `E = mc²`, `√ν = a(Z − b)`. */
export function readableTex(tex: string): string {
  let text = inOneRow(expandTex(tex))
    .replace(/\\(?:left|right|big|Big|bigg|Bigg|displaystyle|limits|nolimits)(?![a-zA-Z])\.?/g, '')
    .replace(
      /\\(?:text|mathrm|mathit|mathbf|mathsf|operatorname|mathbb|mathcal|boldsymbol|vec|hat|bar|overline)\*? ?(?=\{)/g,
      '',
    )
    .replace(/\\([a-zA-Z]+)( ?)/g, (whole, name: string, space: string) => {
      const sign = signs.get(name);
      if (sign !== undefined) return /\p{L}|°/u.test(sign) ? sign : sign + space;
      return /^[dt]?frac$|^sqrt$/.test(name) ? whole : `${name} `;
    })
    .replace(/\\[,;:! ]|~/g, ' ')
    .replace(/\\([{}%$&#_])/g, '$1');
  // Braces from the inside out; a handful of levels is more than a title has.
  for (let level = 0; level < 8; level++) {
    const before = text;
    text = text
      .replace(/\\[dt]?frac ?\{([^{}]*)\} ?\{([^{}]*)\}/g, (_, a: string, b: string) => `${grouped(a)}/${grouped(b)}`)
      .replace(/\\sqrt ?\{([^{}]*)\}/g, (_, a: string) => `√${a.length > 1 ? `(${a})` : a}`)
      .replace(/([\^_])\{([^{}]*)\}/g, (_, sign: '^' | '_', inside: string) => shifted(sign, inside))
      .replace(/(?<![\^_]|frac ?|sqrt ?|\})\{([^{}]*)\}/g, '$1');
    if (text === before) break;
  }
  return text
    .replace(/([\^_])([^\s{}()])/g, (_, sign: '^' | '_', one: string) => shifted(sign, one))
    .replace(/[{}\\]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

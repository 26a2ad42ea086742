import type { MathNode } from './tree.ts';

/** The words of a language: `math-plus`, `math-frac`; `undefined` where there are none. */
export type SpeechWords = (key: string) => string | undefined;

/** Signs by the name under which their words are kept (`math-plus`). */
const signList =
  'plus + | minus − - – | plus-minus ± | minus-plus ∓ | times × ⋅ · ∗ ∙ | divided ÷ / ∕ | equals = | not-equal ≠ | ' +
  'approx ≈ ≃ ≅ | equivalent ≡ | less < | greater > | at-most ≤ ⩽ ≦ | at-least ≥ ⩾ ≧ | much-less ≪ | ' +
  'much-greater ≫ | similar ∼ ~ | proportional ∝ | infinity ∞ | partial ∂ | nabla ∇ | element ∈ | not-element ∉ | ' +
  'subset ⊂ ⊆ | superset ⊃ ⊇ | union ∪ ⋃ | intersection ∩ ⋂ | empty-set ∅ | for-all ∀ | exists ∃ | not ¬ | and ∧ | ' +
  'or ∨ | to → ⟶ ↦ ⟼ | from ← ⟵ | both-ways ↔ ⟷ ⇌ ⇄ ⇋ | implies ⇒ ⟹ | iff ⇔ ⟺ | degrees ° | percent % | ' +
  'prime ′ | dots … ⋯ ⋮ ⋱ | factorial ! | given ∣ | | parallel ∥ ‖ | perpendicular ⊥ | angle ∠ | after ∘ | sum ∑ | ' +
  'product ∏ | integral ∫ | double-integral ∬ | triple-integral ∭ | contour-integral ∮ | star * ⋆';

const signs = new Map(
  signList.split(' | ').flatMap((entry) => {
    const [name = '', ...characters] = entry.split(' ');
    return characters.map((character) => [character, name] as const);
  }),
);
signs.set('|', 'given');

/** Names of functions that are abbreviations; others are said as they are written. */
const functions = new Set(['sin', 'cos', 'tan', 'log', 'ln', 'lim', 'exp', 'max', 'min']);

/** The Greek letters in their order, final sigma and the other forms of letters beside those that they stand for. */
const greek = 'αβγδεζηθικλμνξοπρστυφχψω';
const otherForms: Readonly<Record<string, string>> = { ϵ: 'ε', ϑ: 'θ', ϕ: 'φ', ϱ: 'ρ', ς: 'σ', ϖ: 'π', µ: 'μ' };

/** Operators that act on all that follows, with bounds below and above. */
export const bigOperators = new Set(Array.from('∑∏∫∬∭∮⋃⋂'));

/** Puts texts into a template: `{a} over {b}`. */
const fill = (template: string, parts: Readonly<Record<string, string>>): string =>
  template.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');

/** Says single signs, letters and names in one language. */
export class Vocabulary {
  readonly #words: SpeechWords;
  readonly #greek: readonly string[];
  /** Letters that the formula has in both cases. */
  readonly #both: ReadonlySet<string>;

  constructor(words: SpeechWords, leaves: readonly MathNode[]) {
    this.#words = words;
    this.#greek = (words('math-greek') ?? '').split(' ');
    const letters = new Set(leaves.filter(({ isUpright }) => !isUpright).map(({ text }) => text));
    this.#both = new Set([...letters].filter((letter) => letters.has(otherCase(letter))));
  }

  /** A template of the language with its parts. */
  say(key: string, parts: Readonly<Record<string, string>> = {}): string {
    return fill(this.#words(`math-${key}`) ?? Object.values(parts).join(' '), parts);
  }

  sign(character: string): string {
    const name = signs.get(character);
    return (name === undefined ? undefined : this.#words(`math-${name}`)) ?? character;
  }

  /** A letter, a name or several letters. */
  name({ text, isUpright }: MathNode): string {
    if (functions.has(text)) return this.#words(`math-${text}`) ?? text;
    if (signs.has(text)) return this.sign(text);
    const spoken = this.#letter(text);
    const isCapital = text !== text.toLowerCase() && (spoken !== text || (!isUpright && this.#both.has(text)));
    return isCapital ? this.say('capital', { a: spoken }) : spoken;
  }

  #letter(text: string): string {
    const lower = text.toLowerCase();
    const at = greek.indexOf(otherForms[lower] ?? lower);
    return text.length === 1 && at >= 0 ? (this.#greek[at] ?? text) : text;
  }
}

const otherCase = (letter: string): string =>
  letter === letter.toLowerCase()
    ? letter === letter.toUpperCase()
      ? ''
      : letter.toUpperCase()
    : letter.toLowerCase();

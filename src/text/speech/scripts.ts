import { isLeaf, onlyPart, partsOf, type MathNode } from './tree.ts';
import { bigOperators } from './words.ts';
import type { Voice } from './voice.ts';

const accents: Readonly<Record<string, string>> = {
  '⃗': 'vector',
  '→': 'vector',
  '^': 'hat',
  ˆ: 'hat',
  ˉ: 'bar',
  '¯': 'bar',
  '‾': 'bar',
  '~': 'tilde',
  '˜': 'tilde',
  '˙': 'dot',
  '¨': 'two-dots',
};
/** Braces above and below say nothing but where their label belongs. */
const braces = new Set(Array.from('⏞⏟⎴⎵'));
/** Upright letters are units, names or chemical elements. */
const isUprightName = ({ text, isUpright, name }: MathNode): boolean =>
  (isUpright || name === 'mtext') && /^\p{L}+$/u.test(text);
const isNumber = ({ name, text }: MathNode): boolean => name === 'mn' || /^\d+$/.test(text);

/** Parts without signs between them. */
const isPlain = (node: MathNode): boolean => partsOf(node).every((part) => isLeaf(part) && part.name !== 'mo');
/** What is said without a word for its end: one leaf, or a minus with one. */
function isShort(node: MathNode): boolean {
  const parts = partsOf(node);
  const isSigned = parts[0]?.name === 'mo' && parts.length === 2;
  return parts.every(isLeaf) && (parts.length === 1 || isSigned);
}

/** `x^2`, `f'`, `20^\circ`, `Na^+`, `x^{n+1}`. */
function power(on: Voice, base: string, exponent: MathNode): string {
  const parts = partsOf(exponent);
  const [first] = parts;
  const text = parts.map((part) => part.text).join('');
  if (/^′+$/.test(text)) return [base, ...Array.from(text, () => on.words.say('prime'))].join(' ');
  if (text === '∘' || text === '°') return `${base} ${on.words.say('degrees')}`;
  if (text === '2') return on.words.say('squared', { a: base });
  if (text === '3') return on.words.say('cubed', { a: base });
  // A charge: Ca 2 plus.
  if (parts.length <= 2 && /^\d*[+−*]$/.test(text)) return `${base} ${on.row(exponent)}`;
  const b = first?.name === 'mo' && parts.length === 1 ? on.words.sign(text) : on.row(exponent);
  return on.words.say(isShort(exponent) ? 'power' : 'power-long', { a: base, b });
}

/** `x_1`, `H_2`, `v_{max}`. */
function index(on: Voice, base: MathNode, below: MathNode): string {
  const [only, a, b] = [onlyPart(base), on.row(base), on.row(below)];
  if (a === '') return on.words.say('lower', { a: b });
  if (only.text === 'log') return on.words.say('log-base', { a: b });
  if (isUprightName(only) && isNumber(onlyPart(below))) return `${a} ${b}`;
  return on.words.say(isPlain(below) ? 'sub' : 'sub-long', { a, b });
}

/** Whether all that follows belongs to it: sums, integrals, limits. */
function isBig(base: MathNode): boolean {
  const { name, text } = onlyPart(base);
  return (name === 'mo' && bigOperators.has(text)) || /^(?:lim|max|min|sup|inf|argmax|argmin)/.test(text);
}

/** An operator with its bounds. */
function bounded(on: Voice, base: MathNode, below?: MathNode, above?: MathNode): string {
  const only = onlyPart(base);
  const op = only.name === 'mo' ? on.words.sign(only.text) : on.row(base);
  const [a, b] = [below && on.row(below), above && on.row(above)];
  if (only.text === 'lim' && a !== undefined) return on.words.say('limit-for', { a });
  if (a === undefined) return b === undefined ? op : on.words.say('op-to', { op, b });
  return b === undefined ? on.words.say('op-over', { op, a }) : on.words.say('op-from-to', { op, a, b });
}

/** Something above: an accent, a brace, an arrow's label. */
function above(on: Voice, base: MathNode, over: MathNode): string {
  const mark = onlyPart(over).text;
  const a = on.row(base);
  const accent = accents[mark];
  if (accent !== undefined) return on.words.say(accent, { a });
  const b = on.row(over);
  return braces.has(mark) || b === '' ? a : on.words.say('above', { a, b });
}

function below(on: Voice, base: MathNode, under: MathNode): string {
  const mark = onlyPart(under).text;
  const a = on.row(base);
  const b = on.row(under);
  return braces.has(mark) || accents[mark] === 'bar' || b === '' ? a : on.words.say('below', { a, b });
}

/** Whether raised or lowered characters have nothing to stand at: isotopes, `^\\circ`, chemistry. */
export const isDetached = ({ name, kids }: MathNode): boolean =>
  /^msu[bp]$|^msubsup$/.test(name) && kids[0] !== undefined && partsOf(kids[0]).every((part) => !isSeen(part));

const isSeen = ({ kids, text }: MathNode): boolean => text !== '' || kids.some(isSeen);

/** The same with the part before it as what it stands at. */
export const attached = (node: MathNode, base: MathNode): MathNode => ({
  ...node,
  kids: [base, ...node.kids.slice(1)],
});

/** An element with something above, below, raised or lowered. */
export function scripts(on: Voice, { name, kids }: MathNode): string {
  const [base, one, two] = kids;
  if (base === undefined || one === undefined) return kids.map((kid) => on.row(kid)).join(' ');
  const isUpper = name === 'msup' || name === 'mover';
  if (isBig(base)) return isUpper ? bounded(on, base, undefined, one) : bounded(on, base, one, two);
  switch (name) {
    case 'msup': {
      const a = on.row(base);
      return a === '' ? on.words.say('upper', { a: on.row(one) }) : power(on, a, one);
    }
    case 'msub':
      return index(on, base, one);
    case 'msubsup': {
      const lower = index(on, base, one);
      if (two === undefined) return lower;
      return on.row(base) === '' ? `${on.words.say('upper', { a: on.row(two) })}, ${lower}` : power(on, lower, two);
    }
    case 'mover':
      return above(on, base, one);
    case 'munder':
      return below(on, base, one);
    default:
      return two === undefined
        ? below(on, base, one)
        : on.words.say('above', { a: below(on, base, one), b: on.row(two) });
  }
}

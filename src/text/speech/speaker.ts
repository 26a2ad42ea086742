import { rowWords } from './row.ts';
import { scripts } from './scripts.ts';
import { isLeaf, onlyPart, partsOf, type MathNode } from './tree.ts';
import type { Voice } from './voice.ts';
import { bigOperators, type Vocabulary } from './words.ts';

/** Deeper formulas are not said whole; no lesson has one, and a hostile one must end. */
const deepest = 60;

/** Says a formula in the words of one language. */
export class Speaker implements Voice {
  readonly words: Vocabulary;
  #depth = 0;

  constructor(words: Vocabulary) {
    this.words = words;
  }

  row(node: MathNode): string {
    if (this.#depth >= deepest) return this.words.sign('…');
    this.#depth++;
    const said = rowWords(this, partsOf(node));
    this.#depth--;
    return said;
  }

  part(node: MathNode): string {
    const { name, kids, text } = node;
    if (/^m(?:sub|sup|subsup|under|over|underover)$/.test(name)) return scripts(this, node);
    switch (name) {
      case 'mi':
      case 'mtext':
        return name === 'mtext' ? text : this.words.name(node);
      case 'mo':
        return kids.length > 0 ? kids.map((kid) => this.row(kid)).join(' ') : this.#operator(text);
      case 'mfrac':
        return this.#fraction(node);
      case 'msqrt':
        return this.#root(kids, undefined);
      case 'mroot':
        return this.#root(kids.slice(0, 1), kids[1]);
      case 'menclose': {
        const a = kids.map((kid) => this.row(kid)).join(' ');
        return node.notation.includes('strike') ? this.words.say('struck', { a }) : a;
      }
      default:
        return kids.length === 0 ? text : kids.map((kid) => this.row(kid)).join(' ');
    }
  }

  #operator(text: string): string {
    const said = this.words.sign(text);
    return bigOperators.has(text) ? this.words.say('op', { op: said }) : said;
  }

  #fraction({ kids, isStack }: MathNode): string {
    const [over, under] = kids;
    if (over === undefined || under === undefined) return '';
    const [a, b] = [this.row(over), this.row(under)];
    if (isStack) return this.words.say('choose', { a, b });
    const isShort = leaves(over) <= 2 && (leaves(under) === 1 || isDifferential(under));
    return this.words.say(isShort ? 'frac' : 'frac-long', { a, b });
  }

  #root(kids: readonly MathNode[], degree: MathNode | undefined): string {
    const a = kids.map((kid) => this.row(kid)).join(' ');
    const [only] = kids;
    const isShort = kids.length === 1 && only !== undefined && isLeaf(onlyPart(only));
    if (degree === undefined) return this.words.say(isShort ? 'root' : 'root-long', { a });
    return this.words.say('root-n', { a, b: this.row(degree) });
  }
}

/** How many leaves a row has that is nothing but leaves without signs; otherwise more than any short form may have. */
function leaves(node: MathNode): number {
  const parts = partsOf(node);
  const isPlain = parts.every((part) => isLeaf(part) && part.name !== 'mo' && !isFunction(part));
  return isPlain ? parts.length : Infinity;
}

/** `sin`, `max`: what follows belongs to it. */
const isFunction = ({ name, text }: MathNode): boolean => name === 'mi' && /^\p{L}{2,}$/u.test(text);

/** `dx`, `∂t`. */
function isDifferential(node: MathNode): boolean {
  const parts = partsOf(node);
  return parts.length === 2 && leaves(node) === 2 && /^[d∂]$/.test(parts[0]?.text ?? '');
}

import parseValue, { type Node } from 'postcss-value-parser';
import { harmlessFunctions } from './functions.ts';

/** What may stay in a value. */
export interface ValuePolicy {
  /** The address to write for that of a `url(…)`, or `undefined` when it may not stay. */
  readonly url: (address: string) => string | undefined;
  /** Whether `<` may compare, as in `@media (width < 900px)`. */
  readonly compares?: boolean;
}

/** Thrown inside this file; names what may not stay. */
class Refused extends Error {}

const escape = /\\(?:([0-9a-f]{1,6})(?:\r\n|[ \t\n\r\f])?|\r\n|([^0-9a-f]))/gi;

/** Text with the escapes of CSS read: `u\72l` is `url`. */
export const unescapeCss = (text: string): string =>
  !text.includes('\\')
    ? text
    : text.replace(escape, (_, hex?: string, other?: string) => {
        const code = parseInt(hex ?? '', 16);
        if (hex === undefined) return other === undefined || /[\n\r\f]/.test(other) ? '' : other;
        return code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)
          ? '\ufffd'
          : String.fromCodePoint(code);
      });

const control = /[\u0000-\u001f\u007f]/;
/** What a word may be made of: nothing that opens, closes, quotes or escapes. */
const plainWord = /^[^\u0000-\u0020\u007f"'(){};@\\<]*$/;
const plainAddress = /^[\w#./:;,+=%-]+$/;

/** A string as CSS writes it; a line end or a `<` (as in `</style>`) never stands in it as such. */
const quotedCss = (text: string): string =>
  `"${text.replace(/["\\<\u0000-\u001f\u007f]/g, (unit) => `\\${unit.charCodeAt(0).toString(16)} `)}"`;

/** Writes a value from what was understood of it, so that no browser can read it otherwise. */
class Writer {
  readonly #policy: ValuePolicy;
  constructor(policy: ValuePolicy) {
    this.#policy = policy;
  }

  write(nodes: readonly Node[]): string {
    return nodes.map((node) => this.#node(node)).join('');
  }

  #node(node: Node): string {
    switch (node.type) {
      case 'space':
      case 'comment':
        return ' ';
      case 'div':
        return `${node.before === '' ? '' : ' '}${node.value}${node.after === '' ? '' : ' '}`;
      case 'string':
        return this.#string(node.quote + node.value + node.quote, node.unclosed === true);
      case 'function':
        if (node.unclosed === true) throw new Refused('a bracket that is not closed');
        return this.#function(unescapeCss(node.value), node.nodes);
      default:
        return this.#word(node.value);
    }
  }

  #string(written: string, unclosed: boolean): string {
    if (unclosed || control.test(written)) throw new Refused('a string that is not closed on its line');
    return written.replaceAll('<', '\\3c ');
  }

  #word(written: string): string {
    const word = unescapeCss(written);
    const bare = this.#policy.compares === true ? word.replace('<', '') : word;
    if (!plainWord.test(bare)) throw new Refused(`\`${written.slice(0, 40)}\``);
    return word;
  }

  #function(name: string, nodes: readonly Node[]): string {
    const lower = name.toLowerCase();
    if (lower === 'url') return this.#url(nodes);
    if (lower !== '' && !harmlessFunctions.has(lower)) throw new Refused(`\`${name.slice(0, 40)}(…)\``);
    return `${name}(${this.write(nodes).trim()})`;
  }

  #url(nodes: readonly Node[]): string {
    const parts = nodes.filter((node) => node.type !== 'space');
    const [only] = parts;
    const isAddress = parts.length === 0 || (parts.length === 1 && (only?.type === 'string' || only?.type === 'word'));
    const address = unescapeCss(only?.value ?? '').trim();
    const kept = isAddress ? this.#policy.url(address) : undefined;
    if (kept === undefined) throw new Refused(`\`url(${address.slice(0, 60)})\``);
    if (!plainAddress.test(kept)) return `url(${quotedCss(kept)})`;
    const quote = only?.type === 'string' && !kept.startsWith('#') ? only.quote : '';
    return `url(${quote}${kept}${quote})`;
  }
}

const isBalanced = (text: string): boolean => {
  let depth = 0;
  for (const unit of text.replace(/"(?:[^"\\]|\\[^])*"?|'(?:[^'\\]|\\[^])*'?/g, '')) {
    if (unit === '[') depth++;
    else if (unit === ']' && --depth < 0) return false;
  }
  return depth === 0;
};

/**
 * A value (of a declaration, or the condition of an at-rule) without anything that could load.
 * @returns the value as it may stand in a style sheet, or what in it may not stay.
 */
export function cleanValue(
  value: string,
  policy: ValuePolicy,
): { readonly css: string } | { readonly refused: string } {
  try {
    const css = new Writer(policy).write(parseValue(value).nodes).trim();
    if (/<[/!]/.test(css)) return { refused: '`<`' };
    return isBalanced(css) ? { css } : { refused: 'a bracket that is not closed' };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.message };
    throw error;
  }
}

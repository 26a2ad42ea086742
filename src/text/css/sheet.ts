import type { AtRule, ChildNode, CssSyntaxError, Declaration, Root, Rule } from 'postcss';
import { parseSheet } from './parse.ts';
import { cssExcess } from './limits.ts';
import { cleanSelector } from './selector.ts';
import { cleanValue, unescapeCss, type ValuePolicy } from './value.ts';

/** What may stay in a style sheet. */
export interface SheetPolicy extends ValuePolicy {
  /** At-rules that may stay, by name. */
  readonly atRules: ReadonlySet<string>;
  /** The name to write for an id in a selector. */
  readonly rename?: (id: string) => string;
  /** The selectors to write for a list of selectors that is in order. */
  readonly selector?: (list: string) => string | undefined;
}

/** Something that was left out, with its place in the text. */
interface LeftOut {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

export interface CleanSheet {
  readonly css: string;
  readonly leftOut: readonly LeftOut[];
}

/** Why a style sheet cannot be read, with the place. */
export interface CssFlaw {
  readonly kind: 'syntax' | 'excess';
  readonly message: string;
  readonly offset: number;
}

const property = /^(?:--)?-?[a-z_][\w-]*$|^--[\w-]*$/i;
/** Old ways to run code from a style sheet. */
const running = /^(?:behavior|-moz-binding)$/i;
const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text).replace(/\s+/g, ' ');

class Cleaner {
  readonly leftOut: LeftOut[] = [];
  readonly #policy: SheetPolicy;
  readonly #shift: number;

  constructor(policy: SheetPolicy, shift: number) {
    this.#policy = policy;
    this.#shift = shift;
  }

  nodes(nodes: readonly ChildNode[]): string {
    return nodes
      .map((node) => this.#node(node))
      .filter((css) => css !== '')
      .join('\n');
  }

  #node(node: ChildNode): string {
    switch (node.type) {
      case 'decl':
        return this.#declaration(node);
      case 'rule':
        return this.#rule(node);
      case 'atrule':
        return this.#atRule(node);
      default:
        return '';
    }
  }

  #drop(node: ChildNode, what: string): '' {
    const start = (node.source?.start?.offset ?? 0) + this.#shift;
    this.leftOut.push({ what, start, end: Math.max(start + 1, (node.source?.end?.offset ?? start) + this.#shift) });
    return '';
  }

  #declaration(node: Declaration): string {
    const name = unescapeCss(node.prop);
    if (!property.test(name) || running.test(name)) return this.#drop(node, `the property \`${short(name)}\``);
    const value = cleanValue(node.value, this.#policy);
    if ('refused' in value) return this.#drop(node, `\`${short(name)}\`: ${value.refused}`);
    return `${name}:${value.css === '' ? ' ' : value.css}${node.important ? '!important' : ''};`;
  }

  #rule(node: Rule): string {
    const list = cleanSelector(node.selector, this.#policy.rename);
    const selector = list === undefined ? undefined : this.#policy.selector ? this.#policy.selector(list) : list;
    if (selector === undefined) return this.#drop(node, `the rule \`${short(node.selector)}\``);
    return `${selector}{\n${this.nodes(node.nodes)}\n}`;
  }

  #atRule(node: AtRule): string {
    const name = unescapeCss(node.name).toLowerCase();
    const what = `\`@${short(`${name} ${node.params}`.trim())}\``;
    if (!this.#policy.atRules.has(name)) return this.#drop(node, what);
    const params = cleanValue(node.params, { url: () => undefined, compares: true });
    if ('refused' in params) return this.#drop(node, what);
    const head = `@${name}${params.css === '' ? '' : ` ${params.css}`}`;
    return node.nodes ? `${head}{\n${this.nodes(node.nodes)}\n}` : `${head};`;
  }
}

function read(css: string): { readonly root: Root } | { readonly flaw: CssFlaw } {
  const excess = cssExcess(css);
  if (excess) return { flaw: { kind: 'excess', ...excess } };
  try {
    return { root: parseSheet(css) };
  } catch (error) {
    const { line = 1, column = 1, reason } = error as CssSyntaxError;
    const before = css.split('\n', line - 1);
    const offset = before.reduce((sum, one) => sum + one.length + 1, 0) + column - 1;
    return { flaw: { kind: 'syntax', message: reason, offset } };
  }
}

/**
 * A style sheet that can load nothing and run nothing, written anew from what was understood of it, with everything
 * that was left out; or why it cannot be read.
 */
export function cleanSheet(css: string, policy: SheetPolicy): CleanSheet | { readonly flaw: CssFlaw } {
  const result = read(css);
  if ('flaw' in result) return result;
  const cleaner = new Cleaner(policy, css.startsWith('\ufeff') ? 1 : 0);
  return { css: cleaner.nodes(result.root.nodes), leftOut: cleaner.leftOut };
}

/** How often a sheet is read again until nothing changes. */
const mostRounds = 4;

/**
 * {@link cleanSheet} until what was written is read as the same again: nothing can hide between two readings. For policies
 * that rename nothing.
 */
export function settledSheet(css: string, policy: SheetPolicy): CleanSheet | { readonly flaw: CssFlaw } {
  const first = cleanSheet(css, policy);
  if ('flaw' in first) return first;
  let text = first.css;
  for (let round = 0; round < mostRounds; round++) {
    const again = cleanSheet(text, policy);
    if (!('flaw' in again) && again.css === text) return { ...first, css: text };
    text = 'flaw' in again ? '' : again.css;
  }
  return { flaw: { kind: 'syntax', message: 'it reads as something else each time it is read', offset: 0 } };
}

/** The declarations of a `style` attribute that load and run nothing. */
export function cleanDeclarations(style: string, policy: ValuePolicy): CleanSheet | { readonly flaw: CssFlaw } {
  const cleaned = cleanSheet(style, { ...policy, atRules: new Set(), selector: () => undefined });
  return 'flaw' in cleaned ? cleaned : { ...cleaned, css: cleaned.css.replaceAll('\n', '').replace(/;$/, '') };
}

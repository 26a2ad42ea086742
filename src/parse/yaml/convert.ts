import type { Alias, Document, Node, Pair, Scalar, YAMLMap, YAMLSeq } from 'yaml';
import { isAlias, isMap, isScalar, isSeq, visit } from 'yaml';
import type { Diagnostic, FileId, Json, Span } from '../../base/index.ts';
import { pointerStep } from '../../base/index.ts';
import type { ParseCode } from '../codes.ts';
import { diagnostic } from '../codes.ts';
import { itemsOf } from './decimals.ts';
import { maxDepth } from './limits.ts';
import { PlaceIndex } from './places.ts';
import { textFlaws } from './texts.ts';

/** How many values a file may hold once its aliases are written out. */
const maxValues = 200_000;

type MutableObject = Record<string, Json>;
type Range = readonly [start: number, end: number];

/**
 * Turns a parsed YAML document into plain JSON values without prototypes, and notes the place of each.
 * Aliases are written out; a limit on the total number of values makes alias bombs harmless.
 */
export class Converter {
  readonly places: PlaceIndex;
  readonly diagnostics: Diagnostic[] = [];
  readonly #anchors = new Map<string, Node>();
  readonly #used = new Set<string>();
  readonly #open = new Set<Node>();
  readonly #file: FileId;
  readonly #text: string;
  /** The alias that is being written out, where problems inside it are reported. */
  #use: Range | undefined;
  #left = maxValues;

  constructor(file: FileId, text: string) {
    this.#file = file;
    this.#text = text;
    this.places = new PlaceIndex(file);
  }

  /** Whether a value has an anchor. */
  get hasAnchors(): boolean {
    return this.#anchors.size > 0;
  }

  convert(document: Document.Parsed): Json {
    visit(document.contents, { Alias: (_, { source }) => void this.#used.add(source) });
    return this.#node(document.contents, '', undefined);
  }

  #node(node: Node | null, pointer: string, key: Range | undefined, use?: Range): Json {
    if (--this.#left === 0)
      this.#report('yaml/alias', `Written out, the file holds more than ${maxValues} values.`, node);
    if (node === null || this.#left <= 0) return this.#place(pointer, use ?? key ?? [0, 0], key, null);
    const range = use ?? rangeOf(node);
    if (this.#open.size > maxDepth) {
      this.#report('yaml/too-deep', `Values are nested more than ${maxDepth} levels deep.`, node);
      this.#left = 0;
      return this.#place(pointer, range, key, null);
    }
    if (isAlias(node)) return this.#alias(node, pointer, key, range);
    if ('anchor' in node && typeof node.anchor === 'string') this.#anchors.set(node.anchor, node);
    if (isScalar(node) && node.anchor !== undefined && !this.#used.has(node.anchor))
      return this.#ampersand(node, node.anchor, pointer, key);
    if (isScalar(node)) return this.#scalar(node, pointer, range, key);
    this.places.set(pointer, { value: range, ...(key && { key }) });
    if (this.#open.has(node)) {
      this.#report('yaml/alias', 'An alias stands inside the value that it repeats.', node);
      return null;
    }
    this.#open.add(node);
    const value = isMap(node) ? this.#map(node, pointer) : isSeq(node) ? this.#list(node, pointer) : null;
    this.#open.delete(node);
    return value;
  }

  /** `&Co and more`: a name for a value that nothing uses is the beginning of a text. */
  #ampersand(node: Scalar, anchor: string, pointer: string, key: Range | undefined): Json {
    const [first, end] = rangeOf(node);
    const start = Math.max(0, this.#text.lastIndexOf(`&${anchor}`, first));
    const text = this.#text.slice(start, end).trim();
    const message = `\`&${anchor}\` begins a name in YAML; it is read as text.`;
    const help = [`Put quotes around the text: '${text.replaceAll("'", "''")}'.`];
    this.diagnostics.push(diagnostic('yaml/anchor-in-text', message, { at: this.#span([start, end]), help }));
    this.diagnostics.push(...textFlaws(this.#file, this.#text, node));
    return this.#place(pointer, [start, end], key, text);
  }

  #place(pointer: string, value: Range, key: Range | undefined, json: Json, written?: string): Json {
    this.places.set(pointer, { value, ...(key && { key }), ...(written !== undefined && { written }) });
    return json;
  }

  #scalar(node: Scalar, pointer: string, range: Range, key: Range | undefined): Json {
    const { value, source } = node;
    // A text that an alias repeats was looked at where it is written.
    if (this.#use === undefined) this.diagnostics.push(...textFlaws(this.#file, this.#text, node));
    if (typeof value === 'number' || typeof value === 'bigint') {
      const number = Number(value);
      if (Number.isFinite(number)) return this.#place(pointer, range, key, number, source ?? String(value));
      this.#report('yaml/number', `\`${source ?? String(value)}\` is not a number that can be used.`, node);
      return this.#place(pointer, range, key, 0);
    }
    if (typeof value === 'boolean') return this.#place(pointer, range, key, value, source ?? String(value));
    return this.#place(pointer, range, key, typeof value === 'string' ? this.#withItems(node, value) : null);
  }

  /** A text with items of a list below it keeps its lines, which YAML would put into one. */
  #withItems(node: Scalar, value: string): string {
    if (node.type !== 'PLAIN') return value;
    const lines = this.#text.slice(...rangeOf(node)).split('\n');
    const [first = '', ...rest] = lines.map((line) => line.trim()).filter((line) => line !== '');
    const mark = /^\d{1,2}[.)] \S/.test(first) ? /^\d{1,2}[.)] \S/ : /^[-*•] \S/;
    return rest.length > 0 && rest.every((line) => mark.test(line)) ? [first, ...rest].join('\n') : value;
  }

  /** `*soft*` and `**bold**` are marks of Markdown, not the name of a value. */
  #starred(written: string, pointer: string, key: Range | undefined, range: Range): Json {
    const at = this.#span(range);
    const fix = { at, replacement: `'${written}'` };
    const message = `An asterisk begins a name in YAML; \`${written}\` is read as text.`;
    this.diagnostics.push(diagnostic('yaml/mended', message, { at, help: ['Put quotes around this text.'], fix }));
    return this.#place(pointer, range, key, written);
  }

  #alias(node: Alias, pointer: string, key: Range | undefined, range: Range): Json {
    const target = this.#anchors.get(node.source);
    if (target !== undefined) {
      const outer = this.#use;
      this.#use ??= range;
      const value = this.#node(target, pointer, key, range);
      this.#use = outer;
      return value;
    }
    const written = this.#text.slice(...range);
    if (node.source.includes('*') && this.#use === undefined) return this.#starred(written, pointer, key, range);
    this.#report('yaml/alias', `The alias \`*${node.source}\` has no anchor \`&${node.source}\` before it.`, node, [
      `Quote the text if it should start with an asterisk: "*${node.source}".`,
    ]);
    return this.#place(pointer, range, key, null);
  }

  #list(node: YAMLSeq, pointer: string, from = 0): Json {
    return itemsOf(node, this.#text).map((item, i) => {
      const place = pointer + pointerStep(from + i);
      if ('node' in item) return this.#node(item.node, place, undefined);
      return this.#joined(item.written, item.range, place, '[ ]');
    });
  }

  /** A number that a comma has cut in two. */
  #joined(written: string, range: Range, pointer: string, brackets: string): Json {
    const message = `A comma ends a value inside ${brackets}; here it belongs to a number, which is read as “${written}”.`;
    const help = ['Put quotes around the number.'];
    const at = this.#span(range);
    const fix = { at, replacement: `"${written}"` };
    this.diagnostics.push(diagnostic('yaml/mended', message, { at, help, fix }));
    return this.#place(pointer, range, undefined, written);
  }

  /** `{ x: 0,63 }`: digits without a value right behind a number and its comma are its fraction. */
  #isFraction({ value }: Pair<Node, Node | null>, { key, value: none }: Pair<Node, Node | null>): boolean {
    if (!isScalar(value) || typeof value.value !== 'number' || !isScalar(key) || key.type !== 'PLAIN') return false;
    const [start, end] = rangeOf(key);
    const isBare = none === null || (isScalar(none) && rangeOf(none)[0] === rangeOf(none)[1]);
    const digits = this.#text.slice(start, end);
    return (
      isBare &&
      start - rangeOf(value)[1] === 1 &&
      this.#text[start - 1] === ',' &&
      Array.from(digits).every((sign) => sign >= '0' && sign <= '9')
    );
  }

  #map(node: YAMLMap, pointer: string): Json {
    const object = Object.create(null) as MutableObject;
    const seen = new Map<string, Node>();
    let before: Pair<Node, Node | null> | undefined;
    for (const pair of node.items as Pair<Node, Node | null>[]) {
      const name = this.#keyName(pair.key);
      if (name === undefined) {
        if (isMerge(pair.key)) this.#merge(pair.value, object, pointer, rangeOf(pair.key));
        continue;
      }
      const cut = before;
      before = pair;
      if (cut !== undefined && this.#isFraction(cut, pair)) {
        const last = this.#keyName(cut.key) ?? '';
        const written = this.#text.slice(rangeOf(cut.value)[0], rangeOf(pair.key)[1]);
        object[last] = this.#joined(
          written,
          [rangeOf(cut.value)[0], rangeOf(pair.key)[1]],
          pointer + pointerStep(last),
          '{ }',
        );
        continue;
      }
      const first = seen.get(name);
      if (first !== undefined) {
        object[name] = this.#again(name, object[name] ?? null, pair, first, pointer + pointerStep(name));
        continue;
      }
      seen.set(name, pair.key);
      object[name] = this.#node(pair.value, pointer + pointerStep(name), rangeOf(pair.key));
    }
    return object;
  }

  /** A key that stands twice: two lists become one; of other values the first is kept, and what is lost is said. */
  #again(name: string, before: Json, { key, value }: Pair<Node, Node | null>, first: Node, pointer: string): Json {
    const at = this.#span(rangeOf(key));
    const related = [{ at: this.#span(rangeOf(first)), message: `\`${name}\` was first written here.` }];
    if (Array.isArray(before) && isSeq(value)) {
      const more = this.#list(value, pointer, before.length) as readonly Json[];
      const message = `The key \`${name}\` stands twice; the items of both are shown.`;
      const help = ['Put the items under one key.'];
      this.diagnostics.push(diagnostic('yaml/mended', message, { at, related, help }));
      return [...(before as readonly Json[]), ...more];
    }
    const lost = value === null ? '' : this.#text.slice(...rangeOf(value)).replace(/\s+/g, ' ');
    const shown = lost.length > 60 ? `${lost.slice(0, 59)}…` : lost;
    const message = `The key \`${name}\` stands twice; the second is left out${shown === '' ? '' : `: ${shown}`}.`;
    this.diagnostics.push(diagnostic('yaml/duplicate-key', message, { at, related }));
    return before;
  }

  #keyName(key: Node | null): string | undefined {
    if (key === null || !isScalar(key) || typeof key.value === 'object') {
      this.#report('yaml/key', 'A key must be plain text.', key);
      return undefined;
    }
    const name = typeof key.value === 'string' ? key.value : (key.source ?? JSON.stringify(key.value));
    if (name === '__proto__') {
      this.#report('yaml/key', 'The name `__proto__` is reserved.', key);
      return undefined;
    }
    if (isMerge(key)) {
      const message =
        'The merge key `<<` is no part of YAML 1.2; the fields that it names are read as if they stood here.';
      this.#report('yaml/merge-key', message, key);
      return undefined;
    }
    return name;
  }

  /** The fields of a mapping that is named elsewhere; what is written here goes before them. */
  #merge(node: Node | null, object: MutableObject, pointer: string, at: Range): void {
    const targets = isSeq(node) ? (node.items as Node[]) : [node];
    for (const written of targets) {
      const target = isAlias(written) ? this.#anchors.get(written.source) : written;
      if (!isMap(target) || this.#open.has(target)) continue;
      const outer = this.#use;
      this.#use ??= at;
      this.#open.add(target);
      for (const { key, value } of target.items as Pair<Node, Node | null>[]) {
        const name = this.#keyName(key);
        if (name !== undefined && object[name] === undefined)
          object[name] = this.#node(value, pointer + pointerStep(name), at, at);
      }
      this.#open.delete(target);
      this.#use = outer;
    }
  }

  #report(code: ParseCode, message: string, node: Node | null, help?: readonly string[]): void {
    this.diagnostics.push(
      diagnostic(code, message, { at: this.#span(this.#use ?? rangeOf(node)), ...(help && { help }) }),
    );
  }

  #span([start, end]: Range): Span {
    return { file: this.#file, start, end };
  }
}

const isMerge = (key: Node | null): boolean => isScalar(key) && key.value === '<<' && key.type === 'PLAIN';

function rangeOf(node: Node | null): Range {
  const range = node?.range;
  return range ? [range[0], range[1]] : [0, 0];
}

import { markIn, nameIn, type Operations } from './scan.ts';

/** A point on the page in PDF units, from the lower left corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface RewriteOptions {
  /** Marks that become artifacts. */
  readonly artifacts: ReadonlySet<number>;
  /** Forms that hold marks of their own: they are left as they are. */
  readonly forms: ReadonlySet<string>;
  /** Forms that must not be drawn again: the name of a copy, and how often the form itself may still be drawn. */
  readonly copies?: ReadonlyMap<string, { readonly name: string; readonly times: number }>;
  /** Properties of an artifact that shows text at a point: `<</Type /Pagination …>>`, or nothing. */
  readonly propertiesAt: (point: () => Point) => string;
}

/**
 * The same stream, in which everything that is painted outside a mark with an id is an artifact, and so are the marks
 * that are named (ISO 14289-1, 7.1). Nothing is put between the parts of a path or into a text object.
 */
export function rewriteContent(operations: Operations, options: RewriteOptions): string {
  const writer = new Rewriter(operations, options);
  for (let i = 0; i < operations.kinds.length; i++) i = writer.take(i);
  return writer.finish();
}

type Matrix = readonly [number, number, number, number, number, number];

/** A change of the coordinates, on those before it. Only where pagination is looked for are they worked out. */
interface Transform {
  readonly operands: string;
  readonly on: Transform | undefined;
}

class Rewriter {
  readonly #text: string;
  readonly #operations: Operations;
  readonly #options: RewriteOptions;
  readonly #parts: string[] = [];
  #copied = 0;
  /** Whether each open mark says what its content is. */
  readonly #marks: boolean[] = [];
  /** Properties of the artifact that is open. */
  #open: string | undefined;
  #openDepth = 0;
  #path: number | undefined;
  #transform: Transform | undefined;
  readonly #saved: (Transform | undefined)[] = [];
  readonly #drawn = new Map<string, number>();

  constructor(operations: Operations, options: RewriteOptions) {
    this.#text = operations.text;
    this.#operations = operations;
    this.#options = options;
  }

  finish(): string {
    this.#close(this.#text.length);
    this.#copyTo(this.#text.length);
    return this.#parts.join('');
  }

  /** Takes one operation, or a whole text object. @returns the index of the last one taken. */
  take(index: number): number {
    const start = this.#startOf(index);
    switch (this.#operations.kinds[index]) {
      case 'save':
        this.#saved.push(this.#transform);
        break;
      case 'restore':
        this.#restore(start);
        break;
      case 'matrix':
        this.#transform = { operands: this.#operations.operandsOf(index), on: this.#transform };
        break;
      case 'mark':
        this.#begin(index);
        break;
      case 'mark-end':
        this.#end(start);
        break;
      case 'path':
        this.#path ??= start;
        break;
      case 'no-paint':
        this.#path = undefined;
        break;
      case 'paint':
        this.#paint(start);
        break;
      case 'text':
        return this.#textObject(index);
      case 'shade':
      case 'picture':
        this.#wrap(start, '');
        break;
      case 'draw':
        this.#draw(index);
        break;
      default:
    }
    return index;
  }

  #startOf(index: number): number {
    return this.#operations.starts[index] ?? 0;
  }

  /** A form with marks stands by itself when it is drawn first; a copy, like a picture, is ornament. */
  #draw(index: number): void {
    const start = this.#startOf(index);
    const name = nameIn(this.#operations.operandsOf(index));
    const copy = this.#options.copies?.get(name);
    const times = (this.#drawn.get(name) ?? 0) + 1;
    this.#drawn.set(name, times);
    if (copy && times > copy.times) {
      this.#wrap(start, '');
      this.#replace(index, `/${copy.name} Do`);
    } else if (!this.#options.forms.has(name)) this.#wrap(start, '');
    else this.#close(start);
  }

  #restore(at: number): void {
    if (this.#saved.length > 0) this.#transform = this.#saved.pop();
    if (this.#saved.length < this.#openDepth) this.#close(at);
  }

  #begin(index: number): void {
    this.#close(this.#startOf(index));
    const operands = this.#operations.operandsOf(index);
    const id = markIn(operands);
    const isArtifact = id !== undefined && this.#options.artifacts.has(id);
    if (isArtifact) this.#replace(index, '/Artifact BMC');
    this.#marks.push(id !== undefined || operands.trimStart().startsWith('/Artifact'));
  }

  #end(at: number): void {
    this.#close(at);
    this.#marks.pop();
  }

  #paint(at: number): void {
    const start = this.#path ?? at;
    this.#path = undefined;
    this.#wrap(start, '');
  }

  /** A text object outside every mark is wrapped whole, unless marks with ids stand in it: then each piece is. */
  #textObject(from: number): number {
    const { kinds } = this.#operations;
    let to = from;
    let balance = 0;
    let isShown = false;
    let hasMarks = false;
    for (; to + 1 < kinds.length && kinds[to] !== 'text-end'; to++) {
      const kind = kinds[to];
      if (kind === 'mark') {
        balance++;
        hasMarks ||= markIn(this.#operations.operandsOf(to)) !== undefined;
      } else if (kind === 'mark-end') balance--;
      else if (kind === 'show') isShown = true;
    }
    if (this.#isMarked()) this.#marksInside(from, to, false);
    else if (hasMarks || balance !== 0) this.#marksInside(from, to, true);
    else if (isShown)
      this.#wrap(
        this.#startOf(from),
        this.#options.propertiesAt(() => this.#pointOf(from, to)),
      );
    return to;
  }

  #marksInside(from: number, to: number, wraps: boolean): void {
    const { kinds, starts, ends } = this.#operations;
    for (let i = from; i <= to; i++) {
      if (kinds[i] === 'mark') this.#begin(i);
      else if (kinds[i] === 'mark-end') this.#end(starts[i] ?? 0);
      else if (wraps && kinds[i] === 'show') {
        this.#wrap(starts[i] ?? 0, '');
        this.#close(ends[i] ?? 0);
      }
    }
  }

  /** Where a text object begins, in units of the page. */
  #pointOf(from: number, to: number): Point {
    const first = this.#operations.kinds.indexOf('place', from);
    const numbers = first >= 0 && first <= to ? numbersIn(this.#operations.operandsOf(first)) : [];
    const [x = 0, y = 0] = numbers.slice(-2);
    const [a, b, c, d, e, f] = matrixOf(this.#transform);
    return { x: a * x + c * y + e, y: b * x + d * y + f };
  }

  #isMarked(): boolean {
    return this.#marks.includes(true);
  }

  /** Opens an artifact before `at`, if what follows is not marked. */
  #wrap(at: number, properties: string): void {
    if (this.#open === properties || this.#isMarked()) return;
    this.#close(at);
    this.#copyTo(at);
    this.#parts.push(properties === '' ? '/Artifact BMC\n' : `/Artifact ${properties} BDC\n`);
    this.#open = properties;
    this.#openDepth = this.#saved.length;
  }

  #close(at: number): void {
    if (this.#open === undefined) return;
    this.#copyTo(at);
    this.#parts.push(endsInSpace(this.#parts.at(-1) ?? '') ? 'EMC\n' : '\nEMC\n');
    this.#open = undefined;
  }

  #replace(index: number, text: string): void {
    this.#copyTo(this.#startOf(index));
    this.#parts.push(text);
    this.#copied = this.#operations.ends[index] ?? 0;
  }

  #copyTo(at: number): void {
    if (at <= this.#copied) return;
    this.#parts.push(this.#text.slice(this.#copied, at));
    this.#copied = at;
  }
}

const endsInSpace = (text: string): boolean => text !== '' && text.at(-1)?.trim() === '';

const numbersIn = (operands: string): readonly number[] => operands.trim().split(/\s+/).map(Number);

const matrixOf = (transform: Transform | undefined): Matrix =>
  transform ? multiply(numbersIn(transform.operands), matrixOf(transform.on)) : [1, 0, 0, 1, 0, 0];

/** First `by`, then `to` (ISO 32000-1, 8.3.4). */
function multiply(by: readonly number[], to: Matrix): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = by;
  return [
    a * to[0] + b * to[2],
    a * to[1] + b * to[3],
    c * to[0] + d * to[2],
    c * to[1] + d * to[3],
    e * to[0] + f * to[2] + to[4],
    e * to[1] + f * to[3] + to[5],
  ];
}

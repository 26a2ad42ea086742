import type { Operation } from './scan.ts';
import { operationsOf } from './scan.ts';

/** What stands between the two ends of a mark with an id (ISO 32000-1, 14.6). */
interface Mark {
  /** Shows text, a picture or a form. */
  readonly hasContent: boolean;
  /** Shows a picture. */
  readonly hasPicture: boolean;
  /** What the text says, piece by piece: codes of glyphs in a font, or the replacement that the file gives. */
  readonly pieces: readonly TextPiece[];
}

export type TextPiece = { readonly font: string; readonly operand: string } | { readonly actual: string };

/** A stream of a page or form as it was printed. */
export interface ContentUse {
  readonly marks: ReadonlyMap<number, Mark>;
  /** Names of the forms that are drawn outside every mark with an id, with how often. */
  readonly bareForms: ReadonlyMap<string, number>;
}

const showsText = new Set(['Tj', 'TJ', "'", '"']);
const building = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're']);
const painting = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
const idOf = (operands: string): number | undefined => {
  const id = /\/MCID\s+(\d+)/.exec(operands)?.[1];
  return id === undefined ? undefined : Number(id);
};
const actualOf = (operands: string): string | undefined => /\/ActualText\s*(<[0-9A-Fa-f\s]*>)/.exec(operands)?.[1];

/** Reads which marks hold what. */
export function readContent(text: string): ContentUse {
  const marks = new Map<number, { hasContent: boolean; hasPicture: boolean; pieces: TextPiece[] }>();
  const open: { id: number | undefined; isActual: boolean }[] = [];
  const bareForms = new Map<string, number>();
  let font = '';
  const current = () => {
    const id = open.findLast((mark) => mark.id !== undefined)?.id;
    return id === undefined ? undefined : marks.get(id);
  };
  for (const { operator, start, end } of operationsOf(text)) {
    if (building.has(operator)) continue;
    const operands = text.slice(start, end - operator.length);
    if (operator === 'BDC' || operator === 'BMC') {
      const id = idOf(operands);
      if (id !== undefined && !marks.has(id)) marks.set(id, { hasContent: false, hasPicture: false, pieces: [] });
      const actual = actualOf(operands);
      open.push({ id, isActual: actual !== undefined });
      if (actual !== undefined) current()?.pieces.push({ actual });
    } else if (operator === 'EMC') open.pop();
    else if (operator === 'Tf') font = /\/(\S+)/.exec(operands)?.[1] ?? '';
    else if (showsText.has(operator)) {
      const mark = current();
      if (mark) mark.hasContent = true;
      if (mark && !open.some(({ isActual }) => isActual)) mark.pieces.push({ font, operand: operands });
    } else if (operator === 'Do' || operator === 'EI') {
      const mark = current();
      if (mark) mark.hasContent = mark.hasPicture = true;
      else if (operator === 'Do') bareForms.set(nameIn(operands), (bareForms.get(nameIn(operands)) ?? 0) + 1);
    }
  }
  return { marks, bareForms };
}

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
  readonly propertiesAt: (point: Point) => string;
}

/**
 * The same stream, in which everything that is painted outside a mark with an id is an artifact, and so are the marks
 * that are named (ISO 14289-1, 7.1). Nothing is put between the parts of a path or into a text object.
 */
export function rewriteContent(text: string, options: RewriteOptions): string {
  const writer = new Rewriter(text, options);
  const operations = operationsOf(text);
  for (let i = 0; i < operations.length; i++) i = writer.take(operations, i);
  return writer.finish();
}

type Matrix = readonly [number, number, number, number, number, number];

class Rewriter {
  readonly #text: string;
  readonly #options: RewriteOptions;
  readonly #parts: string[] = [];
  #copied = 0;
  /** Whether each open mark says what its content is. */
  readonly #marks: boolean[] = [];
  /** Properties of the artifact that is open. */
  #open: string | undefined;
  #openDepth = 0;
  #path: number | undefined;
  #matrix: Matrix = [1, 0, 0, 1, 0, 0];
  readonly #saved: Matrix[] = [];
  readonly #drawn = new Map<string, number>();

  constructor(text: string, options: RewriteOptions) {
    this.#text = text;
    this.#options = options;
  }

  finish(): string {
    this.#close(this.#text.length);
    this.#copyTo(this.#text.length);
    return this.#parts.join('');
  }

  /** Takes one operation, or a whole text object. @returns the index of the last one taken. */
  take(operations: readonly Operation[], index: number): number {
    const operation = operations[index];
    if (!operation) return index;
    const { operator, start } = operation;
    if (operator === 'q') this.#saved.push(this.#matrix);
    else if (operator === 'Q') this.#restore(start);
    else if (operator === 'cm') this.#matrix = multiply(numbersIn(this.#operands(operation)), this.#matrix);
    else if (operator === 'BDC' || operator === 'BMC') this.#begin(operation);
    else if (operator === 'EMC') this.#end(start);
    else if (building.has(operator)) this.#path ??= start;
    else if (operator === 'n') this.#path = undefined;
    else if (painting.has(operator)) this.#paint(start);
    else if (operator === 'BT') return this.#textObject(operations, index);
    else if (operator === 'sh' || operator === 'EI') this.#wrap(start, '');
    else if (operator === 'Do') this.#draw(operation);
    return index;
  }

  /** A form with marks stands by itself when it is drawn first; a copy, like a picture, is ornament. */
  #draw(operation: Operation): void {
    const name = nameIn(this.#operands(operation));
    const copy = this.#options.copies?.get(name);
    const times = (this.#drawn.get(name) ?? 0) + 1;
    this.#drawn.set(name, times);
    if (copy && times > copy.times) {
      this.#wrap(operation.start, '');
      this.#replace(operation, `/${copy.name} Do`);
    } else if (!this.#options.forms.has(name)) this.#wrap(operation.start, '');
    else this.#close(operation.start);
  }

  #operands({ operator, start, end }: Operation): string {
    return this.#text.slice(start, end - operator.length);
  }

  #restore(at: number): void {
    this.#matrix = this.#saved.pop() ?? this.#matrix;
    if (this.#saved.length < this.#openDepth) this.#close(at);
  }

  #begin(operation: Operation): void {
    this.#close(operation.start);
    const operands = this.#operands(operation);
    const id = idOf(operands);
    const isArtifact = id !== undefined && this.#options.artifacts.has(id);
    if (isArtifact) this.#replace(operation, '/Artifact BMC');
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
  #textObject(operations: readonly Operation[], from: number): number {
    let to = from;
    while (to + 1 < operations.length && operations[to]?.operator !== 'ET') to++;
    const inside = operations.slice(from, to + 1);
    if (this.#isMarked()) return (this.#marksInside(inside, false), to);
    const hasMarks = inside.some((item) => item.operator === 'BDC' && idOf(this.#operands(item)) !== undefined);
    const isShown = inside.some(({ operator }) => showsText.has(operator));
    const isBalanced = countOf(inside, 'BDC', 'BMC') === countOf(inside, 'EMC');
    if (hasMarks || !isBalanced) this.#marksInside(inside, true);
    else if (isShown) this.#wrap(inside[0]?.start ?? 0, this.#options.propertiesAt(this.#pointOf(inside)));
    return to;
  }

  #marksInside(inside: readonly Operation[], wraps: boolean): void {
    for (const operation of inside) {
      const { operator, start, end } = operation;
      if (operator === 'BDC' || operator === 'BMC') this.#begin(operation);
      else if (operator === 'EMC') this.#end(start);
      else if (wraps && showsText.has(operator)) {
        this.#wrap(start, '');
        this.#close(end);
      }
    }
  }

  /** Where a text object begins, in units of the page. */
  #pointOf(inside: readonly Operation[]): Point {
    const first = inside.find(({ operator }) => operator === 'Tm' || operator === 'Td');
    const numbers = first ? numbersIn(this.#operands(first)) : [];
    const [x = 0, y = 0] = numbers.slice(-2);
    const [a, b, c, d, e, f] = this.#matrix;
    return { x: a * x + c * y + e, y: b * x + d * y + f };
  }

  #isMarked(): boolean {
    return this.#marks.includes(true);
  }

  /** Opens an artifact before `at`, if what follows is not marked. */
  #wrap(at: number, properties: string): void {
    if (this.#isMarked() || this.#open === properties) return;
    this.#close(at);
    this.#copyTo(at);
    this.#parts.push(properties === '' ? '/Artifact BMC\n' : `/Artifact ${properties} BDC\n`);
    this.#open = properties;
    this.#openDepth = this.#saved.length;
  }

  #close(at: number): void {
    if (this.#open === undefined) return;
    this.#copyTo(at);
    this.#parts.push(/\s$/.test(this.#parts.at(-1) ?? '') ? 'EMC\n' : '\nEMC\n');
    this.#open = undefined;
  }

  #replace({ start, end }: Operation, text: string): void {
    this.#copyTo(start);
    this.#parts.push(text);
    this.#copied = end;
  }

  #copyTo(at: number): void {
    if (at <= this.#copied) return;
    this.#parts.push(this.#text.slice(this.#copied, at));
    this.#copied = at;
  }
}

const nameIn = (operands: string): string => /\/(\S+)/.exec(operands)?.[1] ?? '';

const countOf = (operations: readonly Operation[], ...operators: readonly string[]): number =>
  operations.filter(({ operator }) => operators.includes(operator)).length;

const numbersIn = (operands: string): readonly number[] => operands.trim().split(/\s+/).map(Number);

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

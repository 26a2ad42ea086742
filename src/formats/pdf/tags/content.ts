import { markIn, nameIn, type Operations } from './scan.ts';

/** What stands between the two ends of a mark with an id (ISO 32000-1, 14.6). */
interface Mark {
  /** Shows text, a picture or a form. */
  readonly hasContent: boolean;
  /** Shows a picture. */
  readonly hasPicture: boolean;
  /** What the text says, piece by piece: what is shown in a font, or the replacement that the file gives. */
  readonly pieces: readonly TextPiece[];
}

/** Operations that follow one another and show text in one font, from the first to the last. */
interface ShownPiece {
  readonly font: string;
  readonly from: number;
  to: number;
}

export type TextPiece = ShownPiece | { readonly actual: string };

/** A stream of a page or form as it was printed. */
export interface ContentUse {
  readonly operations: Operations;
  readonly marks: ReadonlyMap<number, Mark>;
  /** Names of the forms that are drawn outside every mark with an id, with how often. */
  readonly bareForms: ReadonlyMap<string, number>;
}

const actualOf = (operands: string): string | undefined => /\/ActualText\s*(<[0-9A-Fa-f\s]*>)/.exec(operands)?.[1];

interface OpenMark {
  hasContent: boolean;
  hasPicture: boolean;
  readonly pieces: TextPiece[];
}

/** Reads which marks hold what. */
export function readContent(operations: Operations): ContentUse {
  const reader = new ContentReader(operations);
  for (let i = 0; i < operations.kinds.length; i++) reader.take(i);
  return { operations, marks: reader.marks, bareForms: reader.bareForms };
}

class ContentReader {
  readonly marks = new Map<number, OpenMark>();
  readonly bareForms = new Map<string, number>();
  readonly #operations: Operations;
  readonly #open: { readonly mark: OpenMark | undefined; readonly isActual: boolean }[] = [];
  #font = '';
  /** The innermost mark with an id. */
  #mark: OpenMark | undefined;
  /** Whether a replacement stands for what is shown. */
  #isReplaced = false;
  /** What is shown now, as long as neither font nor mark changes. */
  #piece: ShownPiece | undefined;

  constructor(operations: Operations) {
    this.#operations = operations;
  }

  take(index: number): void {
    switch (this.#operations.kinds[index]) {
      case 'show':
        this.#show(index);
        break;
      case 'font':
        this.#piece = undefined;
        this.#font = nameIn(this.#operations.operandsOf(index));
        break;
      case 'mark':
        this.#begin(this.#operations.operandsOf(index));
        break;
      case 'mark-end':
        this.#open.pop();
        this.#settle();
        break;
      case 'draw':
      case 'picture':
        this.#draw(index);
        break;
      default:
    }
  }

  #show(index: number): void {
    if (!this.#mark) return;
    this.#mark.hasContent = true;
    if (this.#isReplaced) return;
    if (this.#piece) this.#piece.to = index;
    else {
      this.#piece = { font: this.#font, from: index, to: index };
      this.#mark.pieces.push(this.#piece);
    }
  }

  #begin(operands: string): void {
    const id = markIn(operands);
    if (id !== undefined && !this.marks.has(id))
      this.marks.set(id, { hasContent: false, hasPicture: false, pieces: [] });
    const actual = actualOf(operands);
    this.#open.push({ mark: id === undefined ? undefined : this.marks.get(id), isActual: actual !== undefined });
    // A replacement with an id of its own is that mark's; one without stands in the mark around it.
    this.#settle();
    if (actual !== undefined) this.#mark?.pieces.push({ actual });
  }

  #settle(): void {
    this.#piece = undefined;
    this.#mark = this.#open.findLast(({ mark }) => mark !== undefined)?.mark;
    this.#isReplaced = this.#open.some(({ isActual }) => isActual);
  }

  #draw(index: number): void {
    if (this.#mark) this.#mark.hasContent = this.#mark.hasPicture = true;
    else if (this.#operations.kinds[index] === 'draw') {
      const name = nameIn(this.#operations.operandsOf(index));
      this.bareForms.set(name, (this.bareForms.get(name) ?? 0) + 1);
    }
  }
}

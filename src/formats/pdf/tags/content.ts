import { markIn, nameIn, type Operations } from './scan.ts';

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

const actualOf = (operands: string): string | undefined => /\/ActualText\s*(<[0-9A-Fa-f\s]*>)/.exec(operands)?.[1];

/** Reads which marks hold what. */
export function readContent(operations: Operations): ContentUse {
  const marks = new Map<number, { hasContent: boolean; hasPicture: boolean; pieces: TextPiece[] }>();
  const open: { id: number | undefined; isActual: boolean }[] = [];
  const bareForms = new Map<string, number>();
  let font = '';
  const current = () => {
    const id = open.findLast((mark) => mark.id !== undefined)?.id;
    return id === undefined ? undefined : marks.get(id);
  };
  for (const [i, kind] of operations.kinds.entries()) {
    if (kind === 'mark') {
      const operands = operations.operandsOf(i);
      const id = markIn(operands);
      if (id !== undefined && !marks.has(id)) marks.set(id, { hasContent: false, hasPicture: false, pieces: [] });
      const actual = actualOf(operands);
      open.push({ id, isActual: actual !== undefined });
      if (actual !== undefined) current()?.pieces.push({ actual });
    } else if (kind === 'mark-end') open.pop();
    else if (kind === 'font') font = nameIn(operations.operandsOf(i));
    else if (kind === 'show') {
      const mark = current();
      if (mark) mark.hasContent = true;
      if (mark && !open.some(({ isActual }) => isActual)) mark.pieces.push({ font, operand: operations.operandsOf(i) });
    } else if (kind === 'draw' || kind === 'picture') {
      const mark = current();
      if (mark) mark.hasContent = mark.hasPicture = true;
      else if (kind === 'draw') {
        const name = nameIn(operations.operandsOf(i));
        bareForms.set(name, (bareForms.get(name) ?? 0) + 1);
      }
    }
  }
  return { marks, bareForms };
}

import type { PdfDictionary } from '../dictionary.ts';
import type { PdfFile } from '../objects.ts';
import type { Elem } from '../tags/tree.ts';

/** A structure element with the one that holds it; none for the topmost. */
export interface Placed {
  readonly elem: Elem;
  readonly parent?: Elem;
}

export interface PageFacts {
  readonly number: number;
  readonly dictionary: PdfDictionary;
  /** Object numbers of its annotations. */
  readonly annotations: readonly number[];
}

/** A file and the parts of it that say what its pages paint. */
export interface PaintedFile {
  readonly file: PdfFile;
  readonly elems: readonly Placed[];
  readonly pages: readonly PageFacts[];
}

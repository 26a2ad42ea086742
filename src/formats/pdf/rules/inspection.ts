import { readDictionary, type PdfDictionary } from '../dictionary.ts';
import { objectText, readPdf, type PdfFile } from '../objects.ts';
import { pdfText } from '../tags/guard.ts';
import { pageNumbers } from '../tags/index.ts';
import { readStream, referenceIn, referencesIn } from '../tags/streams.ts';
import { isElem, readTree, type Elem, type StructureTree } from '../tags/tree.ts';
import { readPainted, type Painted } from './painted.ts';
import type { PageFacts, Placed } from './parts.ts';

/** A rule of ISO 14289-1, with the number that it has in the machine-readable profile of veraPDF. */
export interface UaRule {
  readonly id: string;
  /** What it asks, in a sentence. */
  readonly says: string;
  /** Where a file breaks it, in words; nothing when it holds. */
  readonly find: (file: Inspection) => readonly string[];
}

/** A file that was just written, in parts. */
export interface WrittenPdf {
  readonly file: PdfFile;
  readonly tree: StructureTree;
}

/** A finished file, taken apart as far as the rules ask. */
export class Inspection {
  readonly file: PdfFile;
  readonly catalog: PdfDictionary;
  /** The first line of the file. */
  readonly header: string;
  /** The end of the file, from the last cross-reference table on. */
  readonly trailer: string;
  readonly xmp: string;
  /** Natural language of the document; empty when the catalog tells none. */
  readonly lang: string;
  readonly tree: StructureTree | undefined;
  readonly elems: readonly Placed[];
  readonly pages: readonly PageFacts[];
  #painted: Painted | undefined;

  /**
   * @param written what the bytes were put together from
   * @throws PdfFormatError when the file is in a form that is not known
   */
  constructor(bytes: Uint8Array, written?: WrittenPdf) {
    const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.file = written?.file ?? readPdf(bytes);
    this.header = raw.toString('latin1', 0, 9);
    this.trailer = raw.toString('latin1', raw.lastIndexOf('trailer'));
    this.catalog = readDictionary(objectText(this.file, this.file.root));
    const metadata = referenceIn(this.catalog.get('Metadata'));
    this.xmp =
      metadata === undefined ? '' : Buffer.from(readStream(this.file, metadata).text, 'latin1').toString('utf8');
    this.lang = pdfText(this.catalog.get('Lang') ?? '()');
    this.tree = written?.tree ?? readTree(this.file);
    this.elems = this.tree ? placedIn(this.tree.root) : [];
    this.pages = pageNumbers(this.file).map((number) => {
      const dictionary = readDictionary(objectText(this.file, number));
      return { number, dictionary, annotations: referencesIn(dictionary.get('Annots')) };
    });
  }

  /** What is painted on all pages. */
  get painted(): Painted {
    return (this.#painted ??= readPainted(this));
  }
}

function placedIn(root: Elem): readonly Placed[] {
  const found: Placed[] = [];
  const place = (elem: Elem, parent?: Elem): void => {
    found.push(parent ? { elem, parent } : { elem });
    for (const kid of elem.kids) if (isElem(kid)) place(kid, elem);
  };
  place(root);
  return found;
}

/** One place when something is so, none otherwise. */
export const when = (isBroken: boolean, detail: string): readonly string[] => (isBroken ? [detail] : []);

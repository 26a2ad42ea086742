import { readDictionary, writeDictionary, type PdfDictionary } from '../dictionary.ts';
import { nextNumber, objectText, PdfFormatError, setObject, type PdfFile } from '../objects.ts';
import { readContent, type ContentUse } from './content.ts';
import type { SlideBox, SlideFacts } from './page.ts';
import { rewriteContent, type Point } from './rewrite.ts';
import {
  readOperations,
  readStream,
  referenceIn,
  referencesIn,
  streamDictionary,
  writeStream,
  type PdfStream,
} from './streams.ts';
import { elementsOf, isMark, type StructureTree } from './tree.ts';

/** Marks that the structure names, by the page or form that holds them. */
type NamedMarks = ReadonlyMap<number, ReadonlySet<number>>;

export interface PageBox {
  /** In PDF units. */
  readonly height: number;
  /** PDF units of a CSS pixel. */
  readonly scale: number;
}

/** The streams of all pages, and of the forms that pages draw and that hold marks of their own. */
export class Streams {
  readonly pages: readonly number[];
  readonly #file: PdfFile;
  readonly #uses = new Map<
    number,
    { readonly use: ContentUse; readonly resources: string; readonly stream: number; readonly content: PdfStream }
  >();

  /** Forms that have been drawn once. */
  readonly #drawn = new Set<number>();

  constructor(file: PdfFile) {
    this.#file = file;
    this.pages = pageNumbers(file);
  }

  useOf(number: number) {
    const known = this.#uses.get(number);
    if (known) return known;
    const isPage = this.pages.includes(number);
    const dictionary = isPage ? readDictionary(objectText(this.#file, number)) : streamDictionary(this.#file, number);
    const stream = isPage ? referenceIn(dictionary.get('Contents')) : number;
    if (stream === undefined) throw new PdfFormatError(`page ${number} has not one stream`);
    const content = readStream(this.#file, stream);
    const read = {
      use: readContent(readOperations(this.#file, stream)),
      resources: dictionary.get('Resources') ?? '<<>>',
      stream,
      content,
    };
    this.#uses.set(number, read);
    return read;
  }

  boxOf(page: number): PageBox {
    const box = readDictionary(objectText(this.#file, page)).get('MediaBox') ?? '';
    return { height: Number(box.split(/[\s[\]]+/).findLast((part) => part !== '')), scale: 0.75 };
  }

  /** Marks everything that the structure does not name as an artifact. */
  rewrite(tree: StructureTree, slides: readonly SlideFacts[]): void {
    const named = new Map<number, Set<number>>();
    for (const elem of elementsOf(tree.root)) {
      for (const kid of elem.kids.filter(isMark)) {
        const key = kid.form ?? kid.page;
        named.set(key, (named.get(key) ?? new Set()).add(kid.mark));
      }
    }
    this.pages.forEach((page, i) =>
      this.#rewrite(page, named, paginationOf(slides[i]?.pagination ?? [], this.boxOf(page))),
    );
  }

  #rewrite(number: number, named: NamedMarks, propertiesAt: (point: () => Point) => string): void {
    const { use, resources, stream, content } = this.useOf(number);
    const artifacts = new Set([...use.marks.keys()].filter((mark) => named.get(number)?.has(mark) !== true));
    const forms = new Set<string>();
    const copies = new Map<string, { readonly name: string; readonly times: number }>();
    const objects = readDictionary(readDictionary(resources).get('XObject') ?? '<<>>');
    for (const [name, count] of use.bareForms) {
      const form = referenceIn(objects.get(name));
      if (form === undefined || !this.#holdsMarks(form)) continue;
      forms.add(name);
      const times = this.#drawn.has(form) ? 0 : 1;
      if (count > times) {
        copies.set(name, { name: `${name}copy`, times });
        objects.set(`${name}copy`, `${this.#copy(form)} 0 R`);
      }
      if (times === 0) continue;
      this.#drawn.add(form);
      this.#rewrite(form, named, () => '');
    }
    const text = rewriteContent(readOperations(this.#file, stream), { artifacts, forms, copies, propertiesAt });
    const dictionary = copies.size > 0 ? this.#withObjects(number, content, objects) : content.dictionary;
    if (text !== content.text || copies.size > 0) writeStream(this.#file, stream, dictionary, text);
  }

  /** Puts other forms and pictures into the resources of a page or form. @returns the dictionary of its stream */
  #withObjects(number: number, content: PdfStream, objects: PdfDictionary): PdfStream['dictionary'] {
    const isPage = this.pages.includes(number);
    const owner = isPage ? readDictionary(objectText(this.#file, number)) : new Map(content.dictionary);
    const resources = readDictionary(owner.get('Resources') ?? '<<>>').set('XObject', writeDictionary(objects));
    owner.set('Resources', writeDictionary(resources));
    if (!isPage) return owner;
    setObject(this.#file, number, writeDictionary(owner));
    return content.dictionary;
  }

  /**
   * What the structure names must be drawn once (ISO 14289-1, 7.20): where a mask shows a form again, a copy stands that
   * is ornament throughout. @returns the number of the copy
   */
  #copy(form: number): number {
    const { use, resources, stream, content } = this.useOf(form);
    const copy = nextNumber(this.#file);
    const dictionary = new Map(content.dictionary);
    dictionary.delete('StructParents');
    // Its number is taken before forms inside it are copied.
    writeStream(this.#file, copy, dictionary, '');
    const objects = readDictionary(readDictionary(resources).get('XObject') ?? '<<>>');
    for (const [name] of use.bareForms) {
      const inner = referenceIn(objects.get(name));
      if (inner !== undefined && this.#holdsMarks(inner)) objects.set(name, `${this.#copy(inner)} 0 R`);
    }
    if (objects.size > 0) {
      const inside = readDictionary(dictionary.get('Resources') ?? '<<>>').set('XObject', writeDictionary(objects));
      dictionary.set('Resources', writeDictionary(inside));
    }
    const artifacts = new Set(use.marks.keys());
    const text = rewriteContent(readOperations(this.#file, stream), {
      artifacts,
      forms: new Set(),
      propertiesAt: () => '',
    });
    writeStream(this.#file, copy, dictionary, text);
    return copy;
  }

  /** Whether marks stand in a form, or in forms that it draws. */
  #holdsMarks(form: number): boolean {
    if (!this.#isForm(form)) return false;
    const { use, resources } = this.useOf(form);
    if (use.marks.size > 0) return true;
    const objects = readDictionary(readDictionary(resources).get('XObject') ?? '<<>>');
    return [...use.bareForms.keys()].some((name) => {
      const inner = referenceIn(objects.get(name));
      return inner !== undefined && this.#holdsMarks(inner);
    });
  }

  #isForm(number: number): boolean {
    return this.#file.objects.get(number)?.toString('latin1', 0, 200).includes('/Subtype /Form') === true;
  }
}

/** Object numbers of the pages in order. */
export function pageNumbers(file: PdfFile): readonly number[] {
  const below = (number: number): readonly number[] => {
    const dictionary = readDictionary(objectText(file, number));
    return dictionary.get('Type') === '/Pages' ? referencesIn(dictionary.get('Kids')).flatMap(below) : [number];
  };
  const root = referenceIn(readDictionary(objectText(file, file.root)).get('Pages'));
  return root === undefined ? [] : below(root);
}

/** Footer, page number and section marker repeat from slide to slide (14.8.2.2.2). */
function paginationOf(boxes: readonly SlideBox[], { height, scale }: PageBox): (point: () => Point) => string {
  return (point) => {
    if (boxes.length === 0) return '';
    const { x, y } = point();
    const at = { x: x / scale, y: (height - y) / scale };
    const box = boxes.find(
      ([left, top, right, bottom]) => at.x >= left - 1 && at.x <= right + 1 && at.y >= top - 1 && at.y <= bottom + 1,
    );
    if (!box) return '';
    const isAbove = at.y < height / scale / 2;
    return `<</Type /Pagination /Subtype /${isAbove ? 'Header' : 'Footer'}>>`;
  };
}

import { readDictionary } from '../dictionary.ts';
import { objectText, PdfFormatError, type PdfFile } from '../objects.ts';
import { readContent, rewriteContent, type ContentUse, type Point } from './content.ts';
import { compareSlide, pdfText, textReader, type TagFlaw } from './guard.ts';
import { nameLinks } from './links.ts';
import type { SlideBox, SlideFacts } from './page.ts';
import { elementMaker, repairs, sectionsOf, type Pages, type Repair } from './repair.ts';
import { readStream, referenceIn, referencesIn, writeStream, type PdfStream } from './streams.ts';
import { elementsOf, isMark, readTree, writeTree, type Elem, type StructureTree } from './tree.ts';

export { formulaMark, prepareTags, readSlides, undoTags, type SlideFacts } from './page.ts';
export type { TagFlaw } from './guard.ts';
export { repairs, type Repair } from './repair.ts';

/** What a deck says of its slides, for the structure of its file. */
export interface TagInput {
  readonly slides: readonly SlideFacts[];
  /** The title of each slide, plain. */
  readonly titles: readonly string[];
  /** Repairs to leave out; for tests. */
  readonly without?: readonly (Repair | 'artifacts' | 'links' | 'sections')[];
}

/**
 * Completes the structure that Chrome wrote, so that the file meets ISO 14289-1 (PDF/UA-1): what is painted for show is
 * an artifact, each slide is a section with its title, lists, figures, formulas, headings and links are what they are.
 * Then compares, slide by slide, what the structure says with what the slides say.
 * @returns why the file may not say that it is accessible; nothing when it may
 * @throws PdfFormatError when the browser wrote the structure in a form that is not known
 */
export function completeTags(file: PdfFile, input: TagInput): readonly TagFlaw[] {
  const tree = readTree(file);
  if (!tree) return [{ kind: 'no-structure', detail: '' }];
  const skip = new Set<string>(input.without ?? []);
  const streams = new Streams(file);
  const isWhole = streams.pages.length === input.slides.length;
  const pages: Pages = {
    numbers: streams.pages,
    markOf: (kid) => ('mark' in kid ? streams.useOf(kid.form ?? kid.page)?.use.marks.get(kid.mark) : undefined),
  };
  const old = [...elementsOf(tree.root)].map(({ number }) => number);
  const make = elementMaker(file);
  const sections = skip.has('sections') ? new Map<number, Elem>() : sectionsOf(tree, pages, input.titles, make);
  for (const [name, repair] of Object.entries(repairs)) if (!skip.has(name)) repair(tree, pages, make);
  const reader = textReader(file, streams);
  const flaws = input.slides.flatMap((facts, i): readonly TagFlaw[] => {
    const section = sections.get(streams.pages[i] ?? 0);
    if (facts.isHidden) return [];
    if (section) placeFigures(section, facts, streams.boxOf(streams.pages[i] ?? 0));
    if (section && !skip.has('links')) nameLinks(file, section, facts.links, (link) => reader.ofElem(link).trim());
    const compared = compareSlide(i, section ? reader.ofElem(section) : '', facts);
    return reader.gaps.splice(0).length > 0 ? [...compared, { slide: i, kind: 'missing-glyph', detail: '' }] : compared;
  });
  if (!skip.has('artifacts')) streams.rewrite(tree, input.slides);
  writeTree(file, tree, old);
  return isWhole ? flaws : [{ kind: 'page-count', detail: `${streams.pages.length}/${input.slides.length}` }];
}

/** Gives the figures of a slide the boxes they have on the page (`/BBox`), in order and by what they say. */
function placeFigures(section: Elem, { figures }: SlideFacts, { height, scale }: PageBox): void {
  const waiting = [...figures];
  for (const elem of elementsOf(section)) {
    const alt = elem.entries.get('Alt');
    if (alt === undefined) continue;
    const label = pdfText(alt);
    const at = waiting.findIndex((figure) => figure.label.replace('\ue0f0', '') === label);
    const [found] = at < 0 ? [] : waiting.splice(at, 1);
    if (!found) continue;
    const [left, top, right, bottom] = found.box.map((side) => side * scale);
    const box = [left, height - (bottom ?? 0), right, height - (top ?? 0)].map((side) => (side ?? 0).toFixed(2));
    elem.entries.set('A', `<</O /Layout /Placement /Block /BBox [${box.join(' ')}]>>`);
  }
}

interface PageBox {
  /** In PDF units. */
  readonly height: number;
  /** PDF units of a CSS pixel. */
  readonly scale: number;
}

/** The streams of all pages, and of the forms that pages draw and that hold marks of their own. */
class Streams {
  readonly pages: readonly number[];
  readonly #file: PdfFile;
  readonly #uses = new Map<
    number,
    { readonly use: ContentUse; readonly resources: string; readonly stream: number; readonly content: PdfStream }
  >();

  constructor(file: PdfFile) {
    this.#file = file;
    this.pages = pageNumbers(file);
  }

  useOf(number: number) {
    const known = this.#uses.get(number);
    if (known) return known;
    const isPage = this.pages.includes(number);
    const dictionary = isPage
      ? readDictionary(objectText(this.#file, number))
      : readStream(this.#file, number).dictionary;
    const stream = isPage ? referenceIn(dictionary.get('Contents')) : number;
    if (stream === undefined) throw new PdfFormatError(`page ${number} has not one stream`);
    const content = readStream(this.#file, stream);
    const read = { use: readContent(content.text), resources: dictionary.get('Resources') ?? '<<>>', stream, content };
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

  #rewrite(
    number: number,
    named: ReadonlyMap<number, ReadonlySet<number>>,
    propertiesAt: (point: Point) => string,
  ): void {
    const { use, resources, stream, content } = this.useOf(number);
    const artifacts = new Set([...use.marks.keys()].filter((mark) => named.get(number)?.has(mark) !== true));
    const forms = new Set<string>();
    const objects = readDictionary(readDictionary(resources).get('XObject') ?? '<<>>');
    for (const name of use.bareForms) {
      const form = referenceIn(objects.get(name));
      if (form === undefined || !this.#isForm(form) || this.useOf(form).use.marks.size === 0) continue;
      forms.add(name);
      this.#rewrite(form, named, () => '');
    }
    const text = rewriteContent(content.text, { artifacts, forms, propertiesAt });
    if (text !== content.text) writeStream(this.#file, stream, content.dictionary, text);
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
function paginationOf(boxes: readonly SlideBox[], { height, scale }: PageBox): (point: Point) => string {
  return ({ x, y }) => {
    const at = { x: x / scale, y: (height - y) / scale };
    const box = boxes.find(
      ([left, top, right, bottom]) => at.x >= left - 1 && at.x <= right + 1 && at.y >= top - 1 && at.y <= bottom + 1,
    );
    if (!box) return '';
    const isAbove = at.y < height / scale / 2;
    return `<</Type /Pagination /Subtype /${isAbove ? 'Header' : 'Footer'}>>`;
  };
}

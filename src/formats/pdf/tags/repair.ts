import { textString } from '../dictionary.ts';
import type { PdfFile } from '../objects.ts';
import { nextNumber } from '../objects.ts';
import {
  contentOf,
  elementsOf,
  isElem,
  isMark,
  type Elem,
  type Kid,
  type MarkKid,
  type ObjectKid,
  type StructureTree,
} from './tree.ts';

/** What a repair needs to know of the pages. */
export interface Pages {
  /** Object numbers in order. */
  readonly numbers: readonly number[];
  /** What a mark holds; `undefined` when the page has no such mark. */
  readonly markOf: (kid: Kid) => { readonly hasContent: boolean; readonly hasPicture: boolean } | undefined;
}

/** Gives numbers to new elements. */
export type MakeElem = (type: string, kids: readonly Kid[]) => Elem;

export function elementMaker(file: PdfFile): MakeElem {
  let next = nextNumber(file);
  return (type, kids) => ({ number: next++, type, entries: new Map(), kids: [...kids] });
}

/** The repairs in their order; tests leave one out and expect the rule that it serves to fail. */
export const repairs = {
  /** A group without meaning gives way to what it holds. */
  flatten: (tree: StructureTree) => flatten(tree.root),
  /** Marks that show neither text nor picture are ornament, except in a picture: there they are the picture. */
  ornaments: (tree: StructureTree, pages: Pages) => dropOrnaments(tree.root, pages, false),
  /** Bold and italic are no structure types of PDF 1.7, and poppler drops their text. */
  emphasis: (tree: StructureTree) =>
    rename(tree.root, ({ type }) => (type === 'Strong' || type === 'Em' ? 'Span' : undefined)),
  /** The figure around a picture is a group; a picture must say what it shows. */
  figures: (tree: StructureTree, pages: Pages) => nameFigures(tree.root, pages),
  /** The content of a list item stands in its body. */
  lists: (tree: StructureTree, _pages: Pages, make: MakeElem) => wrapItems(tree.root, make),
  /** Headings begin at 1 and skip no level. */
  headings: (tree: StructureTree) => renumberHeadings(tree.root),
  /** What holds nothing says nothing, but for cells, which keep their place. */
  empty: (tree: StructureTree) => dropEmpty(tree.root),
} as const;

/** A slide on a sheet is one picture: its tables and headings are none of the document. */
export function closePictures(root: Elem): void {
  for (const elem of elementsOf(root)) if (elem.entries.has('Alt')) elem.kids = [...contentOf(elem)].filter(isMark);
}

export type Repair = keyof typeof repairs;

const isPlainGroup = ({ type, entries }: Elem): boolean => type === 'NonStruct' && entries.size === 0;

function flatten(elem: Elem): void {
  elem.kids = elem.kids.flatMap((kid): readonly Kid[] => {
    if (!isElem(kid)) return [kid];
    flatten(kid);
    return isPlainGroup(kid) ? kid.kids : [kid];
  });
}

function dropOrnaments(elem: Elem, pages: Pages, inPicture: boolean): void {
  const isPicture = inPicture || elem.entries.has('Alt');
  elem.kids = elem.kids.filter(
    (kid) => isElem(kid) || !isMark(kid) || isPicture || pages.markOf(kid)?.hasContent === true,
  );
  for (const kid of elem.kids) if (isElem(kid)) dropOrnaments(kid, pages, isPicture);
}

function rename(elem: Elem, to: (elem: Elem) => string | undefined): void {
  for (const each of elementsOf(elem)) each.type = to(each) ?? each.type;
}

/** {@link formulaMark} as a PDF string begins it. */
const formulaStart = '<FEFFE0F0';

function nameFigures(root: Elem, pages: Pages): void {
  for (const elem of elementsOf(root)) {
    if (elem.type !== 'Figure') continue;
    const alt = elem.entries.get('Alt');
    if (alt?.toUpperCase().startsWith(formulaStart) === true) {
      elem.type = 'Formula';
      elem.entries.set('Alt', textString(utf16Of(alt).slice(1)));
    } else if (alt === undefined) {
      const hasPicture = elem.kids.some((kid) => !isElem(kid) && pages.markOf(kid)?.hasPicture === true);
      if (!hasPicture) elem.type = 'Div';
    }
  }
}

const utf16Of = (hexadecimal: string): string =>
  Buffer.from(hexadecimal.replace(/[<>\s]/g, '').slice(4), 'hex')
    .swap16()
    .toString('utf16le');

function wrapItems(root: Elem, make: MakeElem): void {
  for (const elem of [...elementsOf(root)]) {
    if (elem.type !== 'LI') continue;
    const isOutside = (kid: Kid): boolean => isElem(kid) && (kid.type === 'Lbl' || kid.type === 'LBody');
    const inside = elem.kids.filter((kid) => !isOutside(kid));
    if (inside.length > 0) elem.kids = [...elem.kids.filter(isOutside), make('LBody', inside)];
  }
}

const levelOf = (type: string): number | undefined => {
  const level = /^H([1-6])$/.exec(type)?.[1];
  return level === undefined ? undefined : Number(level);
};

function renumberHeadings(root: Elem): void {
  const open: { was: number; is: number }[] = [];
  for (const elem of elementsOf(root)) {
    const was = levelOf(elem.type);
    if (was === undefined) continue;
    while (open.length > 0 && (open.at(-1)?.was ?? 0) >= was) open.pop();
    const is = (open.at(-1)?.is ?? 0) + 1;
    open.push({ was, is });
    elem.type = `H${is}`;
  }
}

const keepsPlace = new Set(['TD', 'TH']);

function dropEmpty(elem: Elem): void {
  for (const kid of elem.kids) if (isElem(kid)) dropEmpty(kid);
  elem.kids = elem.kids.filter(
    (kid) => !isElem(kid) || keepsPlace.has(kid.type) || firstContent(kid) !== undefined || hasCell(kid),
  );
}

const firstContent = (elem: Elem): MarkKid | ObjectKid | undefined => {
  for (const kid of contentOf(elem)) return kid;
  return undefined;
};

const hasCell = (elem: Elem): boolean => [...elementsOf(elem)].some(({ type }) => keepsPlace.has(type));

/** Puts what belongs to a page into one section that bears the title of its slide. @returns the sections by page. */
export function sectionsOf(
  tree: StructureTree,
  pages: Pages,
  titles: readonly string[],
  make: MakeElem,
): ReadonlyMap<number, Elem> {
  const sections = new Map<number, Elem>();
  for (const kid of mainKids(tree.root)) {
    const page = isElem(kid) ? firstContent(kid)?.page : kid.page;
    if (page === undefined) continue;
    const section = sections.get(page) ?? make('Sect', []);
    sections.set(page, section);
    section.kids.push(...(isElem(kid) && isPlainGroup(kid) ? kid.kids : [kid]));
  }
  const ordered = pages.numbers.flatMap((page) => sections.get(page) ?? []);
  pages.numbers.forEach((page, i) => {
    const title = titles[i];
    if (title !== undefined && title !== '') sections.get(page)?.entries.set('T', textString(title));
  });
  tree.root.kids = ordered;
  return sections;
}

/** The slides' own elements: the groups around all of them are opened. */
function mainKids(root: Elem): readonly Kid[] {
  let kids: readonly Kid[] = root.kids;
  for (let depth = 0; depth < 2; depth++) {
    const [only, ...more] = kids;
    if (only === undefined || more.length > 0 || !isElem(only) || !isPlainGroup(only)) break;
    kids = only.kids;
  }
  return kids;
}

import { readDictionary, type PdfDictionary } from '../dictionary.ts';
import { isStream, objectText, PdfFormatError, setObject, type PdfFile } from '../objects.ts';
import { Readings } from '../reading.ts';
import { referenceIn, referencesIn } from './streams.ts';

/** A structure element (ISO 32000-1, 14.7.2). */
export interface Elem {
  /** Object number. */
  readonly number: number;
  /** Structure type without the slash: `P`, `H1`. */
  type: string;
  /** All other entries, as they stand in the file. */
  readonly entries: PdfDictionary;
  kids: Kid[];
}

/** Content of a page that belongs to an element: a mark in the page's stream or in a form. */
export interface MarkKid {
  readonly mark: number;
  /** Object number of the page. */
  readonly page: number;
  /** Object number of the form in whose stream the mark stands. */
  readonly form?: number;
}

/** A whole object that belongs to an element: the annotation of a link. */
export interface ObjectKid {
  readonly object: number;
  readonly page: number;
}

export type Kid = Elem | MarkKid | ObjectKid;

export const isElem = (kid: Kid): kid is Elem => 'kids' in kid;
export const isMark = (kid: Kid): kid is MarkKid => 'mark' in kid;
export const isObjectKid = (kid: Kid): kid is ObjectKid => 'object' in kid;

export interface StructureTree {
  /** Object number of the root. */
  readonly number: number;
  readonly root: Elem;
}

/** Reads the structure of a file; `undefined` when it has none. @throws PdfFormatError when it is in an unknown form. */
export function readTree(file: PdfFile): StructureTree | undefined {
  const number = referenceIn(readDictionary(objectText(file, file.root)).get('StructTreeRoot'));
  if (number === undefined) return undefined;
  const [top, ...more] = referencesIn(readDictionary(objectText(file, number)).get('K'));
  if (top === undefined || more.length > 0) throw new PdfFormatError('the structure has not one root');
  return { number, root: readElem(file, top) };
}

/** What an element says of itself in other ways here. */
const own = ['Type', 'S', 'P', 'K', 'Pg'];

function readElem(file: PdfFile, number: number): Elem {
  const entries = readDictionary(objectText(file, number));
  const page = referenceIn(entries.get('Pg'));
  const kids = kidTokens(entries.get('K') ?? '[]').map((token) => readKid(file, token, page));
  const type = (entries.get('S') ?? '/NonStruct').slice(1);
  for (const key of own) entries.delete(key);
  return { number, type, entries, kids };
}

/** The parts of `/K`: references, numbers and dictionaries. */
const kidTokens = (value: string): readonly string[] => value.match(/<<(?:[^<>]|<[^<>]*>)*>>|\d+(?: \d+ R)?/g) ?? [];

function readKid(file: PdfFile, token: string, page: number | undefined): Kid {
  const reference = referenceIn(token);
  if (reference !== undefined) return readElem(file, reference);
  if (!token.startsWith('<<')) return { mark: Number(token), page: page ?? 0 };
  const dictionary = readDictionary(token);
  const onPage = referenceIn(dictionary.get('Pg')) ?? page ?? 0;
  const object = referenceIn(dictionary.get('Obj'));
  if (object !== undefined) return { object, page: onPage };
  const form = referenceIn(dictionary.get('Stm'));
  return { mark: Number(dictionary.get('MCID')), page: onPage, ...(form === undefined ? {} : { form }) };
}

/** Every element below and with `elem`, in reading order. */
export function* elementsOf(elem: Elem): Generator<Elem> {
  const waiting = [elem];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    yield next;
    for (let i = next.kids.length - 1; i >= 0; i--) {
      const kid = next.kids[i];
      if (kid && isElem(kid)) waiting.push(kid);
    }
  }
}

/** All content below an element, in reading order. */
export function* contentOf(elem: Elem): Generator<MarkKid | ObjectKid> {
  for (const kid of elem.kids) {
    if (isElem(kid)) yield* contentOf(kid);
    else yield kid;
  }
}

/** Writes the structure back, with a parent tree (14.7.4.4) that fits it. Elements that are gone are taken out. */
export function writeTree(file: PdfFile, tree: StructureTree, old: readonly number[]): void {
  const kept = new Set([...elementsOf(tree.root)].map(({ number }) => number));
  for (const number of old) if (!kept.has(number)) file.objects.delete(number);
  writeElem(file, tree.root, tree.number);
  const dictionary = readDictionary(objectText(file, tree.number));
  const parents = referenceIn(dictionary.get('ParentTree'));
  if (parents === undefined) throw new PdfFormatError('the structure has no parent tree');
  for (const number of numberTreeObjects(file, parents)) if (number !== parents) file.objects.delete(number);
  setObject(file, parents, writeParents(file, tree.root));
}

function writeElem(file: PdfFile, elem: Elem, parent: number): void {
  const page = elem.kids.find(isMark)?.page;
  const kids = elem.kids.map((kid) => kidText(kid, page)).join(' ');
  let text = `<</Type /StructElem\n/S /${elem.type}`;
  for (const [key, value] of elem.entries) text += `\n/${key} ${value}`;
  text += `\n/P ${parent} 0 R`;
  if (page !== undefined) text += `\n/Pg ${page} 0 R`;
  if (kids !== '') text += elem.kids.length === 1 ? `\n/K ${kids}` : `\n/K [${kids}]`;
  setObject(file, elem.number, `${text}>>`);
  for (const kid of elem.kids) if (isElem(kid)) writeElem(file, kid, elem.number);
}

function kidText(kid: Kid, page: number | undefined): string {
  if (isElem(kid)) return `${kid.number} 0 R`;
  if (isObjectKid(kid)) return `<</Type /OBJR\n/Obj ${kid.object} 0 R\n/Pg ${kid.page} 0 R>>`;
  if (kid.form === undefined && kid.page === page) return String(kid.mark);
  const form = kid.form === undefined ? '' : `\n/Stm ${kid.form} 0 R`;
  return `<</Type /MCR\n/Pg ${kid.page} 0 R${form}\n/MCID ${kid.mark}>>`;
}

/** Objects of a number tree, from its root down. */
function numberTreeObjects(file: PdfFile, root: number): readonly number[] {
  const dictionary = readDictionary(objectText(file, root));
  return [root, ...referencesIn(dictionary.get('Kids')).flatMap((kid) => numberTreeObjects(file, kid))];
}

/** Which element each mark and each annotation belongs to. */
function writeParents(file: PdfFile, root: Elem): string {
  const marks = new Map<number, (number | undefined)[]>();
  const objects = new Map<number, number>();
  for (const elem of elementsOf(root)) {
    for (const kid of elem.kids) {
      if (isMark(kid)) {
        const key = keyOf(file, kid.form ?? kid.page, 'StructParents');
        const list = marks.get(key) ?? [];
        marks.set(key, list);
        list[kid.mark] = elem.number;
      } else if (isObjectKid(kid)) objects.set(keyOf(file, kid.object, 'StructParent'), elem.number);
    }
  }
  const entries = [
    ...[...marks].map(
      ([key, list]) =>
        [key, `[${Array.from(list, (to) => (to === undefined ? 'null' : `${to} 0 R`)).join(' ')}]`] as const,
    ),
    ...[...objects].map(([key, to]) => [key, `${to} 0 R`] as const),
  ].sort((a, b) => a[0] - b[0]);
  return `<</Type /ParentTree\n/Nums [${entries.map(([key, value]) => `${key} ${value}`).join('\n')}]>>`;
}

/** A number that an object bears, also one that holds a stream. */
export function keyOf(file: PdfFile, number: number, name: 'StructParents' | 'StructParent'): number {
  const key = (keys.get(file, number) ?? keys.set(file, number, keysOf(file.objects.get(number))))[name];
  if (key === undefined) throw new PdfFormatError(`object ${number} has no /${name}`);
  return key;
}

interface ParentKeys {
  readonly StructParents?: number | undefined;
  readonly StructParent?: number | undefined;
}

/** Asked for each mark of a page. */
const keys = new Readings<ParentKeys>();

function keysOf(object: Buffer | undefined): ParentKeys {
  const head = object?.toString('latin1', 0, isStream(object) ? object.indexOf('stream\n') : undefined) ?? '';
  const read = (pattern: RegExp): number | undefined => {
    const key = pattern.exec(head)?.[1];
    return key === undefined ? undefined : Number(key);
  };
  return { StructParents: read(/\/StructParents (\d+)/), StructParent: read(/\/StructParent (\d+)/) };
}

import type { FileId } from '../base/index.ts';
import { asYaml, flow, type Change, type Leaf } from '../import/index.ts';
import { slidesOf, type Lesson } from '../model/index.ts';
import { editYaml, listLength, mapSize, pathAt, type YamlEdit, type YamlItem, type YamlPath } from '../parse/index.ts';

/** What of the changes can be written, file by file, and which cannot. */
export interface OntoEdits {
  readonly files: ReadonlyMap<FileId, string>;
  readonly refused: readonly Change[];
}

type ListItems = YamlItem[];

/** Writes changes of a presentation into the files of a lesson. */
export class OntoWriter {
  readonly #textOf: (file: FileId) => string;
  readonly #lesson: Lesson;
  readonly #edits = new Map<FileId, YamlEdit[]>();
  /** New orders of lists, by file and path. */
  readonly #lists = new Map<string, { readonly file: FileId; readonly path: YamlPath; readonly items: ListItems }>();
  readonly #refused: Change[] = [];
  readonly #places = new Map<string, { readonly list: string; readonly item: YamlItem }>();

  constructor(lesson: Lesson, textOf: (file: FileId) => string) {
    this.#lesson = lesson;
    this.#textOf = textOf;
  }

  write(changes: readonly Change[]): OntoEdits {
    for (const change of changes) if (!this.#take(change)) this.#refused.push(change);
    for (const { file, path, items } of this.#lists.values()) this.#add(file, { kind: 'order', path, items });
    const files = new Map([...this.#edits].map(([file, edits]) => [file, editYaml(this.#textOf(file), edits)]));
    return { files, refused: this.#refused };
  }

  #add(file: FileId, edit: YamlEdit): true {
    this.#edits.set(file, [...(this.#edits.get(file) ?? []), edit]);
    return true;
  }

  #take(change: Change): boolean {
    switch (change.kind) {
      case 'text':
        return this.#text(change.leaf, change.raw);
      case 'items-new':
        return this.#newItems(change);
      case 'item-gone':
        return this.#gone(change.leaf, change.depth);
      case 'items-order':
        return this.#order(change.leaves);
      case 'notes-new':
        return this.#notes(change.slide, change.after);
      case 'slide-gone':
        return this.#place(change.slide, undefined);
      case 'slide-new':
        return this.#place(change.slide, change.follows, change.yaml);
      case 'slide-moved':
        return this.#place(change.slide, change.follows);
      case 'unplaced':
        return false;
    }
  }

  #pathOf({ at }: Leaf): YamlPath | undefined {
    return pathAt(this.#textOf(at.file), at.start);
  }

  #text(leaf: Leaf, raw: string): boolean {
    const path = this.#pathOf(leaf);
    return path !== undefined && this.#add(leaf.at.file, { kind: 'set', path, value: raw });
  }

  /** The order of a list that is being changed: at first the one it has. */
  #list(file: FileId, path: YamlPath): ListItems | undefined {
    const key = `${file} ${JSON.stringify(path)}`;
    const known = this.#lists.get(key);
    if (known) return known.items;
    const length = listLength(this.#textOf(file), path);
    if (length === undefined) return undefined;
    const items: ListItems = Array.from({ length }, (_, i) => i);
    this.#lists.set(key, { file, path, items });
    return items;
  }

  #newItems({ beside, depth, isBefore, items }: Extract<Change, { kind: 'items-new' }>): boolean {
    const own = this.#pathOf(beside);
    const path = own?.slice(0, own.length - depth);
    const list = path && this.#list(beside.at.file, path.slice(0, -1));
    if (!list) return false;
    let at = list.indexOf(Number(path.at(-1)));
    if (at < 0) at = list.length - 1;
    if (!isBefore) while (typeof list[at + 1] === 'string') at++;
    list.splice(isBefore ? at : at + 1, 0, ...items.map((item) => flow(item)));
    return true;
  }

  #gone(leaf: Leaf, depth: number): boolean {
    const own = this.#pathOf(leaf);
    const path = own?.slice(0, own.length - depth);
    const last = path?.at(-1);
    if (!path || last === undefined) return false;
    if (typeof last === 'string') return this.#without(leaf.at.file, path);
    const list = this.#list(leaf.at.file, path.slice(0, -1));
    const at = list?.indexOf(last) ?? -1;
    if (!list || at < 0 || list.length < 2) return false;
    list.splice(at, 1);
    return true;
  }

  /** Takes an entry out of a mapping that keeps another. */
  #without(file: FileId, path: YamlPath): boolean {
    const holder = JSON.stringify(path.slice(0, -1));
    const taken = (this.#edits.get(file) ?? []).filter(
      (edit) => edit.kind === 'remove' && JSON.stringify(edit.path.slice(0, -1)) === holder,
    );
    const size = mapSize(this.#textOf(file), path.slice(0, -1)) ?? 0;
    return size > taken.length + 1 && this.#add(file, { kind: 'remove', path });
  }

  #order(leaves: readonly Leaf[]): boolean {
    const [first] = leaves;
    const path = first && this.#pathOf(first);
    const list = path && this.#list(first.at.file, path.slice(0, -1));
    if (!list) return false;
    const order = leaves.flatMap((leaf) => {
      const at = this.#pathOf(leaf)?.at(-1);
      return typeof at === 'number' ? [at] : [];
    });
    const known = new Set<YamlItem>(order);
    let next = 0;
    list.forEach((item, i) => {
      if (known.has(item)) list[i] = order[next++] ?? item;
    });
    return true;
  }

  #notes(id: string, said: string): boolean {
    const slide = slidesOf(this.#lesson).find((one) => one.slide.id === id)?.slide;
    const at = slide?.places.value('');
    const path = at && pathAt(this.#textOf(at.file), at.start);
    return path !== undefined && this.#add(at?.file ?? '', { kind: 'add', path, yaml: `notes: ${asYaml(said)}` });
  }

  /** Where a slide stands: its list and its item there. */
  #slide(id: string): { readonly list: string; readonly item: YamlItem; readonly items: ListItems } | undefined {
    const known = this.#places.get(id);
    const items = known && this.#lists.get(known.list)?.items;
    if (known && items) return { ...known, items };
    const slide = slidesOf(this.#lesson).find((one) => one.slide.id === id)?.slide;
    const at = slide?.places.value('');
    const path = at && pathAt(this.#textOf(at.file), at.start);
    const item = path?.at(-1);
    const own = path && at && typeof item === 'number' ? this.#list(at.file, path.slice(0, -1)) : undefined;
    if (!own || !path || !at || typeof item !== 'number') return undefined;
    const list = `${at.file} ${JSON.stringify(path.slice(0, -1))}`;
    this.#places.set(id, { list, item });
    return { list, item, items: own };
  }

  /** Puts a slide after another, or at the beginning; with nothing to follow it is taken out. */
  #place(id: string, follows: string | undefined, yaml?: string): boolean {
    const from = yaml === undefined ? this.#slide(id) : undefined;
    if (yaml === undefined && !from) return false;
    if (follows === undefined) return from ? remove(from) : false;
    const first = slidesOf(this.#lesson)[0]?.slide.id ?? '';
    const to = this.#slide(follows === '' ? first : follows);
    if (!to) return false;
    let item: YamlItem = yaml ?? '';
    if (from) {
      const [own, other] = [this.#lists.get(from.list), this.#lists.get(to.list)];
      // A list keeps one item, and an item stays in its file.
      if (own !== other && (from.items.length < 2 || own?.file !== other?.file)) return false;
      item = own !== other && typeof from.item === 'number' ? { from: [...(own?.path ?? []), from.item] } : from.item;
      if (!remove(from)) return false;
    }
    const at = to.items.indexOf(to.item);
    if (at < 0) return false;
    to.items.splice(follows === '' ? at : at + 1, 0, item);
    this.#places.set(id, { list: to.list, item });
    return true;
  }
}

function remove({ items, item }: { readonly items: ListItems; readonly item: YamlItem }): boolean {
  const at = items.indexOf(item);
  if (at < 0) return false;
  items.splice(at, 1);
  return true;
}

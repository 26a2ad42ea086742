import { isObject, type JsonObject } from '../../base/index.ts';
import { textOf } from '../helper.ts';
import { Rich } from '../text/rich.ts';
import { blocksOf, joinBlocks, sentencesOf, type Block } from './blocks.ts';

/** What one page of a slide shows instead of the whole, and how many items stand on the pages before. */
export interface Page {
  readonly context: Record<string, unknown>;
  readonly offset: number;
  /** The same part of the fields as they were written, from which drawings are made. */
  readonly part?: (fields: JsonObject) => JsonObject;
}

/** One list, text or piece of code that goes on, at its place in the context. */
interface Target {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** The places that a path such as `sides[].points` names. */
function targetsAt(path: string, context: unknown): readonly Target[] {
  let targets: readonly Target[] = [{ path: [], value: context }];
  for (const step of path.split('.')) {
    const key = step.replace(/\[\]$/, '');
    targets = targets.flatMap(({ path: before, value }) => {
      const next: unknown = isObject(value) && !(value instanceof Rich) ? Reflect.get(value, key) : undefined;
      if (next === undefined) return [];
      if (!step.endsWith('[]')) return [{ path: [...before, key], value: next }];
      return (Array.isArray(next) ? next : []).map((item: unknown, i) => ({
        path: [...before, key, String(i)],
        value: item,
      }));
    });
  }
  return targets;
}

/** A copy of the context in which the value at a path is another. */
function withValue(context: unknown, path: readonly string[], value: unknown): unknown {
  const [key, ...rest] = path;
  if (key === undefined) return value;
  if (Array.isArray(context)) {
    const items: readonly unknown[] = context;
    return items.map((item, i) => (String(i) === key ? withValue(item, rest, value) : item));
  }
  if (!isObject(context)) return context;
  const before: unknown = Reflect.get(context, key);
  return Object.defineProperties(
    {},
    {
      ...Object.getOwnPropertyDescriptors(context),
      [key]: { value: withValue(before, rest, value), enumerable: true, configurable: true, writable: true },
    },
  );
}

/** How much room an item asks for, roughly: lines of text and the space around them. */
function weight(value: unknown): number {
  const letters = (part: unknown): number => {
    if (part instanceof Rich) return part.markdown.length;
    if (typeof part === 'string') return part.length;
    if (Array.isArray(part)) return Math.max(0, ...part.map(letters));
    return isObject(part) ? Object.values(part).reduce<number>((sum, member) => sum + letters(member), 0) : 0;
  };
  return 60 + letters(value);
}

/** A picture asks for as much as ten lines. */
const blockWeight = ({ kind, markdown }: Block): number => (kind === 'figure' ? 1000 : 60 + markdown.length);

/** Divides items into `count` runs of about equal weight, none of them empty while there are enough items. */
function divide<T>(items: readonly T[], count: number, weightOf: (item: T) => number): readonly (readonly T[])[] {
  const total = items.reduce((sum, item) => sum + weightOf(item), 0);
  const pages: T[][] = Array.from({ length: count }, () => []);
  let used = 0;
  let page = 0;
  items.forEach((item, i) => {
    const own = weightOf(item);
    const isFull = used + own / 2 > (total * (page + 1)) / count && (pages[page]?.length ?? 0) > 0;
    const isNeeded = items.length - i <= count - 1 - page && (pages[page]?.length ?? 0) > 0;
    if (page < count - 1 && (isFull || isNeeded)) page++;
    pages[page]?.push(item);
    used += own;
  });
  return pages;
}

/** Paragraphs give way at their sentences and tables at their rows when there are fewer blocks than pages. */
function finer(blocks: readonly Block[]): readonly Block[] {
  return blocks.flatMap((block): readonly Block[] => {
    if (block.kind === 'paragraph') return sentencesOf(block.markdown).map((markdown) => ({ ...block, markdown }));
    if (block.kind !== 'table') return [block];
    const [head = '', rule = '', ...rows] = block.markdown.split('\n');
    return rows.map((row) => ({ ...block, markdown: [head, rule, row].join('\n') }));
  });
}

/** Sentences of one paragraph and rows of one table grow together again. */
function coarser(blocks: readonly Block[], wasWhole: ReadonlySet<string>): readonly Block[] {
  const joined: Block[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    const goesOn = last?.kind === block.kind && !wasWhole.has(block.markdown);
    if (last && goesOn && block.kind === 'table') {
      joined[joined.length - 1] = {
        ...last,
        markdown: `${last.markdown}\n${block.markdown.split('\n').slice(2).join('\n')}`,
      };
    } else if (last && goesOn && block.kind === 'paragraph') {
      joined[joined.length - 1] = { ...last, markdown: `${last.markdown} ${block.markdown}` };
    } else joined.push(block);
  }
  return joined;
}

/** An item with many items under it gives way between them. */
function inParts(item: unknown): readonly unknown[] {
  if (!isObject(item) || item instanceof Rich || !Array.isArray(item.sub) || item.sub.length < 4) return [item];
  const under = item.sub as readonly unknown[];
  const parts = Array.from({ length: Math.ceil(under.length / 3) }, (_, i) => under.slice(i * 3, i * 3 + 3));
  return parts.map((sub) => ({ ...item, sub }));
}

/** What a value consists of, and how some of its pieces make a value again. */
interface Pieces {
  readonly pieces: readonly { readonly piece: unknown; readonly weight: number }[];
  readonly join: (pieces: readonly unknown[]) => unknown;
}

/** The pieces of one value that goes on over `count` pages: blocks, items or lines. */
function piecesOf(value: unknown, count: number): Pieces {
  if (value instanceof Rich) {
    const blocks = blocksOf(value.markdown);
    const whole = new Set(blocks.map(({ markdown }) => markdown));
    return {
      pieces: (blocks.length < count * 2 ? finer(blocks) : blocks).map((piece) => ({
        piece,
        weight: blockWeight(piece),
      })),
      join: (part) => {
        const text = joinBlocks(coarser(part as readonly Block[], whole));
        return part.length === 0 ? undefined : Rich.trusted(`\n\n${text}\n\n`, value.source);
      },
    };
  }
  if (Array.isArray(value)) {
    const items = value as readonly unknown[];
    return {
      pieces: (items.length < 2 * count ? items.flatMap(inParts) : items).map((piece) => ({
        piece,
        weight: weight(piece),
      })),
      join: (part) => part,
    };
  }
  const lines = textOf(value).replace(/\n$/, '').split('\n');
  return { pieces: lines.map((piece) => ({ piece, weight: 1 })), join: (part) => part.join('\n') };
}

/** One part of a value, and how many pieces it has. */
interface Part {
  readonly value: unknown;
  readonly size: number;
}

/** What stands beside the rest takes little of a page's height. */
const besideShare = 0.4;

/** The parts of each value on each of `count` pages: all values side by side, or one after another when `inTurn`. */
function partsOf(
  values: readonly { readonly value: unknown; readonly isBeside: boolean }[],
  count: number,
  inTurn: boolean,
): readonly (readonly Part[])[] {
  const all = values.map(({ value }) => piecesOf(value, count));
  const tagged = all.map(({ pieces }, of) =>
    pieces.map(({ piece, weight }) => ({ piece, of, weight: values[of]?.isBeside ? weight * besideShare : weight })),
  );
  const runs = (inTurn ? [tagged.flat()] : tagged).map((run) => divide(run, count, ({ weight }) => weight));
  return all.map(({ join }, of) =>
    (runs[inTurn ? 0 : of] ?? []).map((run) => {
      const own = run.filter((item) => item.of === of).map(({ piece }) => piece);
      return { value: own.length === 0 && inTurn ? undefined : join(own), size: own.length };
    }),
  );
}

/** Which parts of a slide go on. */
export interface GoingOn {
  readonly goesOn: readonly string[];
  /** One after another, as a task and its solution do, instead of side by side. */
  readonly inTurn: boolean;
  /** Lists of those that go on in turn which stand beside the others, not above them. */
  readonly beside: readonly string[];
  /** Fields that belong to the end. */
  readonly last: readonly string[];
  /** The list whose items are numbered on from page to page; the first that goes on when not said. */
  readonly numbered?: string | undefined;
}

/** How many pages a slide can have at most: one an item of its longest list, or of all its lists in turn. */
export function mostPages({ goesOn, inTurn }: GoingOn, context: Record<string, unknown>): number {
  const counts = goesOn.flatMap((path) =>
    targetsAt(path, context).map(({ value }) => {
      if (value instanceof Rich) return finer(blocksOf(value.markdown)).length;
      return Array.isArray(value)
        ? (value as readonly unknown[]).flatMap(inParts).length
        : textOf(value).split('\n').length;
    }),
  );
  return Math.max(1, inTurn ? counts.reduce((sum, each) => sum + each, 0) : Math.max(...counts));
}

/** Divides what goes on over `count` pages; fields that belong to the end stand on the last page only. */
export function pagesOf(
  { goesOn, inTurn, beside, last, numbered }: GoingOn,
  context: Record<string, unknown>,
  count: number,
): readonly Page[] {
  if (count === 1) return [{ context, offset: 0 }];
  const targets = goesOn.flatMap((path) =>
    targetsAt(path, context).map((target) => ({ ...target, isBeside: beside.includes(path) })),
  );
  const divided = partsOf(targets, count, inTurn);
  const parts = targets.map(({ path }, i) => ({ path, parts: divided[i] ?? [] }));
  return Array.from({ length: count }, (_, page) => {
    let own: unknown = context;
    for (const target of parts) own = withValue(own, target.path, target.parts[page]?.value);
    if (page < count - 1) for (const path of last) own = withValue(own, path.split('.'), undefined);
    const counted = parts.find(({ path }) => path.join('.') === numbered) ?? parts[0];
    const offset = (counted?.parts ?? []).slice(0, page).reduce((sum, part) => sum + part.size, 0);
    const part = (fields: JsonObject): JsonObject => {
      let cut: unknown = fields;
      for (const target of parts) {
        const written: unknown = target.path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), fields);
        if (!Array.isArray(written)) continue;
        const start = target.parts.slice(0, page).reduce((sum, { size }) => sum + size, 0);
        cut = withValue(cut, target.path, written.slice(start, start + (target.parts[page]?.size ?? 0)));
      }
      return cut as JsonObject;
    };
    return { context: own as Record<string, unknown>, offset, part };
  });
}

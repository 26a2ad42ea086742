import { isObject, type Json, type JsonObject, memo } from '../../base/index.ts';
import { faces, type Face } from './metrics.ts';

/** A length: a number (or `2em`) in em of the box's own text, or pixels as `24px`. */
export interface Length {
  readonly value: number;
  readonly unit: 'em' | 'px';
}

/** Sizes by their names in the theme, or in em of the slide's body text. */
type Size = 'lead' | 'body' | 'small' | 'fine' | 'hero' | number;

/** What every box may say about the room around it. */
interface Around {
  /** Shown only when the value is there. */
  readonly when: string | undefined;
  readonly unless: string | undefined;
  readonly size: Size | undefined;
  /** Smallest size in px that `size` in em may lead to. */
  readonly floor: number;
  /** Added to the height; taken from the width. */
  readonly pad: Length;
  readonly inset: Length;
  readonly least: Length;
  /** Longest line. */
  readonly most: Length | undefined;
  readonly leading: number;
}

/** How the parts of a layout stack. */
export type Box = Around &
  (
    | { readonly kind: 'rows'; readonly boxes: readonly Box[]; readonly gap: Length }
    | {
        readonly kind: 'columns';
        readonly boxes: readonly Box[];
        readonly gap: Length;
        readonly shares: readonly (number | Length)[];
        /** Space between them when they stand below each other, as they do at 4:3. */
        readonly stack: Length | undefined;
      }
    | { readonly kind: 'each'; readonly path: string; readonly of: Box; readonly gap: Length; readonly across: Across }
    | {
        readonly kind: 'text';
        readonly paths: readonly string[];
        readonly face: Face;
        readonly whole: boolean;
        /** Size of all but the first of the texts, beside it. */
        readonly tail: number;
        readonly plus: number;
      }
    | {
        readonly kind: 'block' | 'list' | 'code' | 'tex' | 'picture';
        readonly path: string;
        /** Space between the items of a list, when it is not that of the theme. */
        readonly gap: Length | undefined;
      }
    | {
        readonly kind: 'table';
        readonly head: string;
        readonly rows: string;
        readonly rowHeaders: string;
        readonly padding: number;
      }
    | { readonly kind: 'room' }
  );

/** How many stand side by side: for one item, for two …; the last number holds for more. */
interface Across {
  readonly counts: readonly number[];
  /** The same at 4:3. */
  readonly narrow: readonly number[];
  /** Size of what is the hero of each item, in em of the body text, by the number of items. */
  readonly hero: readonly number[];
  readonly gap: Length;
  /** Whether they fill the first column before the second. */
  readonly down: boolean;
}

/** What a layout says about the room it has and how it goes on. */
export interface Fit {
  /** Largest body size in px. */
  readonly max: number;
  /** Lists, texts or code that may go on to a next slide. */
  readonly goesOn: readonly string[];
  /** Whether these go on one after another instead of side by side. */
  readonly inTurn: boolean;
  /** Lists of those that stand beside the others, and so take little height. */
  readonly beside: readonly string[];
  /** The list whose items are numbered on from page to page. */
  readonly numbered: string | undefined;
  /** Fields that stand on the last of the slides only. */
  readonly last: readonly string[];
  /** The room, when it is not what lies between title and foot: width and height in px at 16:9 and at 4:3. */
  readonly room: { readonly wide: readonly [number, number]; readonly narrow: readonly [number, number] } | undefined;
  readonly box: Box;
  /** A larger way to set the parts, for content so small that its text grows to `grandFrom` px; class `grand`. */
  readonly grand: Box | undefined;
  readonly grandFrom: number;
  /** Largest body size in px of the larger way. */
  readonly grandMax: number;
  /** A way between the usual and the tight one, for content that the usual one only just holds; class `snug`. */
  readonly snug: Box | undefined;
  /** Another way to stack the parts, for content that does not fit otherwise; the slide gets the class `tight`. */
  readonly tight: Box | undefined;
  /** Whether the tight way is also taken when its text is so much larger that one sees it. */
  readonly isTightWhenLarger: boolean;
}

const none: Length = { value: 0, unit: 'px' };

function length(value: Json | undefined, otherwise: Length = none): Length {
  if (typeof value === 'number') return { value, unit: 'em' };
  return typeof value === 'string' ? { value: parseFloat(value), unit: value.endsWith('em') ? 'em' : 'px' } : otherwise;
}

const text = (value: Json | undefined): string | undefined => (typeof value === 'string' ? value : undefined);
const number = (value: Json | undefined, otherwise: number): number => (typeof value === 'number' ? value : otherwise);
const texts = (value: Json | undefined): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((item: Json | undefined) => typeof item === 'string');
const numbers = (value: Json | undefined): readonly number[] =>
  (Array.isArray(value) ? value : []).map((item: Json) => number(item, 1));
const boxes = (value: Json | undefined): readonly Box[] =>
  Array.isArray(value) ? value.filter(isObject).map(readBox) : [];

function around(json: JsonObject): Around {
  const { size } = json;
  return {
    when: text(json.when),
    unless: text(json.unless),
    size:
      typeof size === 'number' ||
      size === 'lead' ||
      size === 'body' ||
      size === 'small' ||
      size === 'fine' ||
      size === 'hero'
        ? size
        : undefined,
    floor: number(json.floor, 28),
    pad: length(json.pad),
    inset: length(json.inset),
    least: length(json.least),
    most: json.most === undefined ? undefined : length(json.most),
    leading: number(json.leading, 1.3),
  };
}

function readBox(json: JsonObject): Box {
  const shared = around(json);
  const gap = length(json.gap);
  if (json.rows !== undefined && json.table === undefined)
    return { ...shared, kind: 'rows', boxes: boxes(json.rows), gap };
  if (json.columns !== undefined) {
    const shares = (Array.isArray(json.shares) ? json.shares : []).map((share: Json) =>
      typeof share === 'number' ? share : length(share),
    );
    return {
      ...shared,
      kind: 'columns',
      boxes: boxes(json.columns),
      gap,
      shares,
      stack: json.stack === undefined ? undefined : length(json.stack),
    };
  }
  if (typeof json.each === 'string') {
    const counts = numbers(json.across);
    const narrow = json.narrow === undefined ? counts : numbers(json.narrow);
    const across: Across = {
      counts,
      narrow,
      hero: numbers(json.hero),
      gap: length(json.between),
      down: json.down === true,
    };
    return { ...shared, kind: 'each', path: json.each, of: readBox(isObject(json.of) ? json.of : {}), gap, across };
  }
  for (const kind of ['block', 'list', 'code', 'tex', 'picture'] as const) {
    const path = json[kind];
    if (typeof path === 'string') return { ...shared, kind, path, gap: json.gap === undefined ? undefined : gap };
  }
  if (json.text !== undefined) {
    const face = faces.find((name) => name === json.face) ?? 'text';
    return {
      ...shared,
      kind: 'text',
      paths: texts(json.text),
      face,
      whole: json.whole === true,
      tail: number(json.tail, 1),
      plus: number(json.plus, 0),
    };
  }
  if (isObject(json.table)) {
    const { head, rows, rowHeaders } = json.table;
    return {
      ...shared,
      kind: 'table',
      head: text(head) ?? '',
      rows: text(rows) ?? '',
      rowHeaders: text(rowHeaders) ?? '',
      padding: number(json.table.padding, 0.72),
    };
  }
  return { ...shared, kind: 'room' };
}

function pair(value: Json | undefined): readonly [number, number] | undefined {
  if (!Array.isArray(value)) return undefined;
  const [width, height] = value as readonly (Json | undefined)[];
  return [number(width, 0), number(height, 0)];
}

/** What `x-fit` in a layout's `fields.yaml` says. */
export const fitOf = memo((schema: JsonObject) => readFit(schema['x-fit']));

function readFit(json: Json | undefined): Fit | undefined {
  if (!isObject(json)) return undefined;
  const room = isObject(json.room) ? json.room : undefined;
  const goesOn = texts(json.continue);
  const [wide, narrow] = [pair(room?.wide), pair(room?.narrow)];
  return {
    max: number(json.max, 44),
    goesOn,
    inTurn: json['in-turn'] === true,
    beside: texts(json.beside),
    numbered: text(json.numbered),
    // What goes on is on every page already; taken from the earlier ones it would be lost.
    last: [...texts(json.last).filter((path) => !goesOn.includes(path)), 'slide.callouts'],
    room: wide && narrow ? { wide, narrow } : undefined,
    box: readBox(isObject(json.box) ? json.box : {}),
    grand: isObject(json.grand) ? readBox(json.grand) : undefined,
    grandFrom: number(json['grand-from'], 36),
    grandMax: number(json['grand-max'], number(json.max, 44)),
    snug: isObject(json.snug) ? readBox(json.snug) : undefined,
    tight: isObject(json.tight) ? readBox(json.tight) : undefined,
    isTightWhenLarger: json['tight-when'] === 'larger',
  };
}

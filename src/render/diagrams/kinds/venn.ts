import { failure, suggest, type Diagnostic, type Json, type JsonObject, type Outcome } from '../../../base/index.ts';
import { element } from '../../svg/xml.ts';
import { diagramProblem } from '../codes.ts';
import { empty, fit, type Arrangement, type Painter, type Setting } from '../fit.ts';
import { placeIn, type Ellipse } from '../layout/regions.ts';
import { paint, seriesPaint } from '../paint.ts';
import { list, objects, optional, text } from '../read.ts';
import { drawText } from '../text/draw.ts';
import { plainText } from '../text/inline.ts';
import { wrap, type TextBlock } from '../text/wrap.ts';
import type { DiagramKind, Pen } from '../types.ts';
import { matrix } from './matrix.ts';

interface Sets {
  readonly sets: readonly { readonly label: string; readonly detail: string | undefined }[];
  /** What some of the sets share, these as bits. */
  readonly overlaps: readonly { readonly region: number; readonly label: string }[];
}

/** More round shapes than this cannot all overlap so that each region has room for words. */
const mostShapes = 3;

/** Two or three sets as round shapes that overlap; more as a table of who has what. */
export const venn: DiagramKind = {
  draw(data, pen): Outcome<string> {
    const read = setsOf(data);
    if (read.sets.length === 0) return empty(pen, '/sets');
    const wrong = problems(data, pen);
    if (wrong.length > 0) return failure(wrong);
    if (read.sets.length > mostShapes) return matrix.draw(asMatrix(read), pen);
    const shares = read.sets.length === 3 ? [0.9, 0.75, 0.6] : [1, 0.8, 0.62];
    const arrangements = shares.map(
      (share): Arrangement =>
        (setting) =>
          drawn(read, share, setting, pen),
    );
    const made = fit(arrangements, pen, '/sets');
    // A table has room for more words than the places where shapes overlap.
    const listed = made.ok ? undefined : matrix.draw(asMatrix(read), pen);
    return listed?.ok === true ? listed : made;
  },
  describe(data) {
    const { sets, overlaps } = setsOf(data);
    const own = sets.map(({ label, detail }) => said(label, detail));
    const shared = overlaps.map(({ region, label }) => said(namesIn(sets, region), label));
    return [...own, ...shared].join('; ');
  },
  table(data, { words }) {
    const { sets, overlaps } = setsOf(data);
    return {
      head: [words.part, words.detail],
      rows: [
        ...sets.map(({ label, detail }) => [plainText(label), detail === undefined ? '' : plainText(detail)]),
        ...overlaps.map(({ region, label }) => [plainText(namesIn(sets, region)), plainText(label)]),
      ],
    };
  },
};

const said = (name: string, what: string | undefined): string =>
  what === undefined ? plainText(name) : `${plainText(name)}: ${plainText(what)}`;

const namesIn = (sets: Sets['sets'], region: number): string =>
  sets
    .filter((_, i) => ((region >> i) & 1) === 1)
    .map(({ label }) => label)
    .join(' ∩ ');

/** The number of the set that a name or number means, from zero; −1 when there is none. */
function indexOf(name: Json, labels: readonly string[]): number {
  const wanted = text(name).trim();
  const at = labels.findIndex((label) => label.toLowerCase() === wanted.toLowerCase());
  if (at >= 0) return at;
  const number = Number(wanted);
  return Number.isInteger(number) && number >= 1 && number <= labels.length ? number - 1 : -1;
}

function setsOf(data: JsonObject): Sets {
  const sets = objects(data.sets).map((set) => ({ label: text(set.label), detail: optional(set.detail) }));
  const labels = sets.map(({ label }) => label);
  const overlaps = objects(data.overlaps).map((overlap) => {
    const named = list(overlap.of);
    const members = named.length === 0 ? labels.map((_, i) => i) : named.map((name: Json) => indexOf(name, labels));
    const known = members.filter((i) => i >= 0);
    return { region: known.reduce((bits, i) => bits | (1 << i), 0), label: text(overlap.label) };
  });
  return { sets, overlaps };
}

/** An overlap of a set that is not there would be drawn at a wrong place. */
function problems(data: JsonObject, pen: Pen): readonly Diagnostic[] {
  const labels = objects(data.sets).map((set) => text(set.label));
  return objects(data.overlaps).flatMap((overlap, row) =>
    list(overlap.of).flatMap((name: Json, i): readonly Diagnostic[] => {
      if (indexOf(name, labels) >= 0) return [];
      const at = pen.at(`/overlaps/${row}/of/${i}`);
      const near = suggest(text(name), labels);
      const help = [near ? `did you mean \`${near}\`?` : `sets: ${labels.join(', ')}`];
      return [diagramProblem('diagram/unknown-node', `\`${text(name)}\` is not a set`, { help, ...(at && { at }) })];
    }),
  );
}

/** Who has what, for more sets than can be drawn. */
function asMatrix({ sets, overlaps }: Sets): JsonObject {
  const row = (label: string, region: number): JsonObject => ({
    label,
    cells: sets.map((_, i) => (((region >> i) & 1) === 1 ? '✓' : '–')),
  });
  const own = sets.flatMap(({ detail }, i) => (detail === undefined ? [] : [row(detail, 1 << i)]));
  const shared = overlaps.map(({ region, label }) => row(label, region));
  const rows = [...own, ...shared];
  const bare = sets.map(({ label }, i) => row(label, 1 << i));
  return { columns: sets.map(({ label }) => label), rows: rows.length === 0 ? bare : rows };
}

/** Two sets side by side, or two above and one below, over the whole room. */
function shapesFor(count: number, { width, height }: Pen): readonly Ellipse[] {
  const middle = width / 2;
  if (count === 1) return [{ x: middle, y: height / 2, rx: Math.min(width / 2, height) - 2, ry: height / 2 - 2 }];
  if (count === 2) {
    const rx = Math.min(width * 0.315, height * 0.95);
    const apart = Math.min(width / 2 - rx - 2, rx * 0.62);
    return [-1, 1].map((side) => ({ x: middle + side * apart, y: height / 2, rx, ry: height / 2 - 2 }));
  }
  const rx = Math.min(width * 0.3, height * 0.84);
  const ry = height * 0.335;
  const apart = Math.min(width / 2 - rx - 2, rx * 0.62);
  return [
    { x: middle - apart, y: ry + 2, rx, ry },
    { x: middle + apart, y: ry + 2, rx, ry },
    { x: middle, y: height - ry - 2, rx, ry },
  ];
}

/** Words in the place that they have found. */
interface Placed {
  readonly blocks: readonly TextBlock[];
  readonly x: number;
  readonly y: number;
}

/** A text of a region with its look. */
interface Part {
  readonly words: string;
  readonly size: number;
  readonly bold?: boolean;
}

/** All that stands in one region, however often it is named. */
const labelsIn = (overlaps: Sets['overlaps'], wanted: number): readonly string[] =>
  overlaps.flatMap(({ region, label }) => (region === wanted ? [label] : []));

/** Whether a region is that of one set alone. */
const isOne = (region: number): boolean => (region & (region - 1)) === 0;

function drawn({ sets, overlaps }: Sets, share: number, setting: Setting, pen: Pen): Painter | undefined {
  const shapes = shapesFor(sets.length, pen);
  const room = { x: 0, y: 0, width: pen.width, height: pen.height };
  const hyphenate = setting.hyphenate ? { hyphenate: setting.hyphenate } : {};
  const place = (region: number, most: number, parts: readonly Part[]): Placed | undefined => {
    const blocks = parts.map(({ words, ...style }) => wrap(words, most, { ...style, ...hyphenate }));
    if (blocks.some((block) => block === undefined)) return undefined;
    const known = blocks.filter((block) => block !== undefined);
    const width = Math.max(...known.map((block) => block.width));
    const height = known.reduce((sum, block) => sum + block.height, 0) + gap * (known.length - 1);
    const at = placeIn(shapes, region, { width, height }, room);
    return at && { blocks: known, x: at.x + width / 2, y: at.y };
  };
  const across = shapes[0]?.rx ?? pen.width / 2;
  const own = sets.map(({ label, detail }, i) =>
    place(1 << i, across * share, [
      { words: label, size: setting.size, bold: true },
      ...[detail ?? [], labelsIn(overlaps, 1 << i)].flat().map((words) => ({ words, size: setting.small })),
    ]),
  );
  const regions = [...new Set(overlaps.map(({ region }) => region))].filter((region) => !isOne(region));
  const shared = regions.map((region) =>
    place(
      region,
      across * 0.7 * share,
      labelsIn(overlaps, region).map((words) => ({ words, size: setting.size })),
    ),
  );
  if ([...own, ...shared].some((placed) => placed === undefined)) return undefined;
  return () =>
    [
      ...shapes.map((shape, i) => pen.step(round(shape, i) + write(own[i]))),
      ...shared.map((placed) => pen.step(write(placed))),
    ].join('\n');
}

/** Between the name of a set and what belongs to it alone. */
const gap = 4;

const round = ({ x, y, rx, ry }: Ellipse, index: number): string =>
  element('ellipse', {
    ...{ cx: x, cy: y, rx, ry },
    fill: seriesPaint(index),
    'fill-opacity': 0.14,
    stroke: seriesPaint(index),
    'stroke-width': 3,
  });

function write(placed: Placed | undefined): string {
  let top = placed?.y ?? 0;
  return (placed?.blocks ?? [])
    .map((block) => {
      const markup = drawText(block, { x: placed?.x ?? 0, y: top, anchor: 'middle', fill: paint('ink') });
      top += block.height + gap;
      return markup;
    })
    .join('\n');
}

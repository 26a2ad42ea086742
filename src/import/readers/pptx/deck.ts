import { UnreadableFile } from '../../model.ts';
import type { SeenSlide } from '../../onto/seen.ts';
import { decodeRecord, type DeckRecord } from '../../onto/record.ts';
import type JSZip from 'jszip';
import type { ChartTexts } from '../../onto/chart-data.ts';
import { openZip } from '../zip.ts';
import { readChart } from './chart.ts';
import { readPart, related, slidesOf, type Part } from './package.ts';
import { seenSlide } from './seen.ts';
import { all, first } from './tree.ts';
import { cellOf, readWorkbook, type Cells } from './workbook.ts';

/** A presentation as it shows itself, with what it says of the lesson that it came from. */
export interface SeenDeck {
  readonly slides: readonly SeenSlide[];
  readonly record?: DeckRecord;
}

/** Name of the properties that hold the record, before their numbers. */
const property = 'Lectern ';

/** The charts of a slide by the ids by which it names them. */
async function chartsOf(zip: JSZip, slide: Part): Promise<ReadonlyMap<string, readonly ChartTexts[]>> {
  const charts = new Map<string, readonly ChartTexts[]>();
  for (const [id, { kind, path, isOutside }] of slide.targets) {
    const part = kind === 'chart' && !isOutside ? await readPart(zip, path) : undefined;
    if (!part) continue;
    const book = related(part, 'package');
    const cells = await readWorkbook(await zip.file(book ?? '')?.async('uint8array'));
    const { series } = readChart(part.root, false);
    charts.set(
      id,
      series.map(({ name, places, values, range }) => ({ name, places, values, other: otherOf(values, range, cells) })),
    );
  }
  return charts;
}

/** What the workbook says of the values of a series. */
const otherOf = (values: ReadonlyMap<number, string>, range: string, cells: Cells): ReadonlyMap<number, string> =>
  new Map([...values.keys()].flatMap((i) => [[i, cells.get(cellOf(range, i))] as const].filter(isSaid)));

const isSaid = (entry: readonly [number, string | undefined]): entry is readonly [number, string] =>
  entry[1] !== undefined;

/** Reads a presentation to find what was changed in it. @throws UnreadableFile when it is none. */
export async function readDeck(bytes: Uint8Array): Promise<SeenDeck> {
  const zip = await openZip(bytes);
  const parts = await slidesOf(zip);
  if (parts.length === 0) throw new UnreadableFile('it holds no slides');
  const slides: SeenSlide[] = [];
  for (const part of parts) {
    const path = related(part, 'notesSlide');
    const notes = path === undefined ? undefined : await readPart(zip, path);
    slides.push(seenSlide(part, notes, await chartsOf(zip, part)));
  }
  const custom = await readPart(zip, 'docProps/custom.xml');
  const values = all(custom?.root, 'property').flatMap((one): readonly (readonly [number, string])[] => {
    const name = one.attributes.get('name') ?? '';
    const number = name.startsWith(property) ? Number(name.slice(property.length)) : NaN;
    return Number.isNaN(number) ? [] : [[number, first(one, 'vt:lpwstr')?.text ?? '']];
  });
  const record = decodeRecord(values.toSorted((a, b) => a[0] - b[0]).map(([, text]) => text));
  return { slides, ...(record && { record }) };
}

import { likeness, type NowPart, type PartPair, type WasPart } from './align.ts';

/** A row of a table, cell by cell; a cell may hold several paragraphs, or none. */
type Row<Part> = ReadonlyMap<number, readonly Part[]>;

/** The rows of the tables of a slide: a first row begins a table. */
function tablesOf<Part extends WasPart | NowPart>(parts: readonly Part[]): readonly (readonly Row<Part>[])[] {
  const tables: Map<number, Part[]>[][] = [];
  let last = Infinity;
  for (const part of parts) {
    const [row, column] = part.shape.cell ?? [0, 0];
    if (row < last) tables.push([]);
    const rows = tables.at(-1) ?? [];
    if (row !== last) rows.push(new Map());
    last = row;
    const cells = rows.at(-1);
    cells?.set(column, [...(cells.get(column) ?? []), part]);
  }
  return tables;
}

function rowScore(was: Row<WasPart>, now: Row<NowPart>): number {
  let score = 0;
  for (const [column, parts] of was) {
    const other = now.get(column) ?? [];
    for (const [i, part] of parts.entries()) {
      const there = other[i];
      if (there) score += part.mark === there.mark ? 2 : likeness(part.plain, there.text);
    }
  }
  return score / Math.max(1, was.size);
}

/** A row that shares less than this with another is another row, unless nothing else stands in its place. */
const leastShared = 0.35;

/** Finds for the rows of a table what became of them: the best way through both in their order. */
function pairRows(was: readonly Row<WasPart>[], now: readonly Row<NowPart>[]): readonly (readonly [number, number])[] {
  const same = was.length === now.length;
  const best: { score: number; step: 'both' | 'was' | 'now' }[][] = [];
  for (let i = 0; i <= was.length; i++) {
    best.push([]);
    for (let j = 0; j <= now.length; j++) {
      const line = best[i] ?? [];
      if (i === 0 || j === 0) {
        line.push({ score: 0, step: i > 0 ? 'was' : 'now' });
        continue;
      }
      const own = rowScore(was[i - 1] ?? new Map(), now[j - 1] ?? new Map());
      const isPair = own >= leastShared || (same && i === j);
      const both = (best[i - 1]?.[j - 1]?.score ?? 0) + (isPair ? own + 0.01 : -1);
      const up = best[i - 1]?.[j]?.score ?? 0;
      const left = line[j - 1]?.score ?? 0;
      line.push(
        both >= up && both >= left
          ? { score: both, step: 'both' }
          : up >= left
            ? { score: up, step: 'was' }
            : { score: left, step: 'now' },
      );
    }
  }
  const pairs: [number, number][] = [];
  for (let [i, j] = [was.length, now.length]; i > 0 && j > 0;) {
    const step = best[i]?.[j]?.step;
    if (step === 'both') pairs.unshift([--i, --j]);
    else if (step === 'was') i--;
    else j--;
  }
  return pairs;
}

/** A row that is new, with the cells of the row before it. */
interface NewRow {
  readonly cells: readonly string[];
  readonly after: readonly WasPart[];
}

export interface TableChanges {
  readonly pairs: readonly PartPair[];
  readonly rows: readonly NewRow[];
}

/** More cells than this are not weighed against each other. */
const mostCells = 20_000;

/** What became of the cells of the tables of a slide. */
export function alignTables(was: readonly WasPart[], now: readonly NowPart[]): TableChanges {
  const pairs: PartPair[] = [];
  const rows: NewRow[] = [];
  const [before, after] = [tablesOf(was), tablesOf(now)];
  for (let t = 0; t < Math.max(before.length, after.length); t++) {
    const [old, own] = [before[t] ?? [], after[t] ?? []];
    const cells = old.length * own.length * Math.max(1, old[0]?.size ?? 1);
    const paired = cells > mostCells ? old.map((_, i) => [i, i] as const) : pairRows(old, own);
    const partner = new Map(paired.map(([i, j]) => [j, i]));
    const kept = new Set(paired.map(([i]) => i));
    old.forEach((row, i) => {
      if (!kept.has(i)) pairs.push(...[...row.values()].flat().map((part) => ({ was: part })));
    });
    let last: Row<WasPart> = new Map();
    own.forEach((row, j) => {
      const there = old[partner.get(j) ?? -1];
      if (there) {
        last = there;
        pairs.push(...pairCells(there, row));
      } else
        rows.push({
          cells: [...row.values()].map((parts) => parts.map(({ text }) => text.trim()).join(' ')),
          after: [...last.values()].flat(),
        });
    });
  }
  return { pairs, rows };
}

function pairCells(was: Row<WasPart>, now: Row<NowPart>): readonly PartPair[] {
  const columns = [...new Set([...was.keys(), ...now.keys()])].sort((a, b) => a - b);
  return columns.flatMap((column) => {
    const [old, own] = [was.get(column) ?? [], now.get(column) ?? []];
    return Array.from({ length: Math.max(old.length, own.length) }, (_, i): PartPair => {
      const [one, two] = [old[i], own[i]];
      return { ...(one && { was: one }), ...(two && { now: two }) };
    });
  });
}

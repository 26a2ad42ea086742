import { alignParts, nowParts, type NowPart, type PartPair, type WasPart } from './align.ts';
import type { Change } from './change.ts';
import { alignData, asWritten, toldDatum } from './chart-data.ts';
import { cutInto, goneDepth, insertion, isItem, lineText, placeOf, withGap, type Cut } from './cuts.ts';
import { slideLeaves, type Leaf } from './leaves.ts';
import { mergeText, relinked } from './merge.ts';
import { noteParts } from './note-parts.ts';
import { leafMark, type Origin } from './record.ts';
import { lookOfAll, markOf, meaningOf, styleOf, textOf } from './seen.ts';
import { linesOf, segmentsOf, type Segment } from './segments.ts';
import type { SlideJob } from './slide-job.ts';
import { alignTables } from './tables.ts';

/** Finds what somebody changed on one slide. */
export class SlideChanges {
  readonly #job: SlideJob;
  readonly #leaves: ReadonlyMap<string, Leaf>;
  readonly #marks: ReadonlyMap<string, string>;
  readonly #cuts = new Map<string, Cut[]>();
  readonly #found: Change[] = [];

  constructor(job: SlideJob) {
    this.#job = job;
    this.#leaves = new Map([...job.shared, ...slideLeaves(job.slide)].map((leaf) => [leaf.key, leaf]));
    this.#marks = new Map(job.was.flatMap(({ leaves }) => Object.entries(leaves)));
  }

  find(): readonly Change[] {
    const { was, now } = this.#job;
    const parts = was.flatMap(({ shapes }) =>
      shapes.flatMap((shape) =>
        shape.parts.map((part): WasPart => ({ ...part, shape, plain: this.#segment(part.origin)?.plain ?? '' })),
      ),
    );
    const seen = nowParts(now.flatMap(({ shapes }) => shapes));
    const inTable = ({ shape }: WasPart | NowPart): boolean => shape.kind === 'cell';
    const inChart = ({ shape }: WasPart | NowPart): boolean => shape.kind === 'data';
    const isOther = (part: WasPart | NowPart): boolean => !inTable(part) && !inChart(part);
    const tables = alignTables(parts.filter(inTable), seen.filter(inTable));
    const others = alignParts(parts.filter(isOther), seen.filter(isOther));
    const pairs = [...others, ...tables.pairs];
    const said = parts.filter((part) => !inChart(part));
    for (const pair of pairs) if (pair.was && pair.now) this.#changed(pair.was, pair.now);
    this.#charts(parts.filter(inChart), seen.filter(inChart));
    this.#gone(pairs, said);
    this.#order(others);
    this.#fresh(others);
    for (const { cells, after } of tables.rows) this.#row(cells, after);
    this.#notes();
    this.#close();
    return this.#found;
  }

  #segments(key: string, isLine: boolean): readonly Segment[] {
    const raw = this.#leaves.get(key)?.raw ?? '';
    return isLine ? linesOf(raw) : segmentsOf(raw);
  }

  #segment(origin: Origin | undefined): Segment | undefined {
    return origin && this.#segments(origin.key, origin.isLine === true)[origin.segment];
  }

  #unplaced(before: string, after: string): void {
    this.#found.push({ kind: 'unplaced', slide: this.#job.slide.id, before, after });
  }

  #isConflict(leaf: Leaf): boolean {
    const mark = this.#marks.get(leaf.key);
    return mark !== undefined && mark !== leafMark(leaf.raw);
  }

  /** A paragraph that may say something else than it did. */
  #changed(was: WasPart, now: NowPart): void {
    this.#moved(was, now);
    const isSaid = was.mark === now.mark;
    const tellMeaning = (): void => {
      if (isSaid && (was.meaning ?? '') !== meaningOf(now.paragraph))
        this.#unplaced('', `${lookOfAll(now.paragraph)}: ${now.text}`);
    };
    if (isSaid && was.style === styleOf(now.paragraph) && (was.meaning ?? '') === meaningOf(now.paragraph)) return;
    if (isSaid && was.shape.kind === 'alt') return;
    const leaf = was.origin && this.#leaves.get(was.origin.key);
    const segment = this.#segment(was.origin);
    if (!leaf || !segment || !was.origin) {
      if (!isSaid) this.#unplaced('', now.text);
      return tellMeaning();
    }
    if (markOf(segment.plain) === now.mark && was.mark !== now.mark) return;
    const isPlain = was.origin.isLine === true || was.shape.kind === 'alt';
    const old = leaf.raw.slice(segment.start, segment.end);
    const merged = isPlain ? lineText(now, old) : mergeText(old, now.paragraph, was.origin.around);
    const made = isSaid && !isPlain && merged === old ? relinked(old, now.paragraph) : merged;
    if (made === undefined) this.#unplaced(segment.plain, now.text);
    else if (made !== old) this.#cut(leaf, { ...segment, by: made, before: segment.plain, after: now.text });
    else if (!isSaid && was.origin.around) this.#unplaced(segment.plain, now.text);
    else tellMeaning();
  }

  /** An item that stands deeper in its list, or less deep: its place in the outline is the colleague's to choose. */
  #moved(was: WasPart, now: NowPart): void {
    if (was.shape.kind !== 'text' || (was.level ?? 0) === now.level) return;
    this.#unplaced('', `${now.text} (level ${now.level + 1}, was ${(was.level ?? 0) + 1})`);
  }

  /** The numbers of charts: those of the outline come back, those of files and new ones are told. */
  #charts(was: readonly WasPart[], now: readonly NowPart[]): void {
    const { pairs, fresh, gone } = alignData(was, now);
    for (const [old, own] of pairs) {
      if (old.mark === own.mark) continue;
      const leaf = old.origin && this.#leaves.get(old.origin.key);
      const text = asWritten(own.text, leaf?.raw ?? '');
      if (leaf) this.#changed(old, { ...own, text, paragraph: [[{ text }]] });
      else this.#unplaced('', toldDatum(own));
    }
    if (fresh.length > 0) this.#unplaced('', fresh.map(toldDatum).join('; '));
    if (gone > 0) this.#unplaced(`${gone} numbers and names of a chart`, '');
  }

  #cut(leaf: Leaf, cut: Cut): void {
    this.#cuts.set(leaf.key, [...(this.#cuts.get(leaf.key) ?? []), cut]);
  }

  /** Paragraphs that are gone: the items, rows and texts that have none left. */
  #gone(pairs: readonly PartPair[], all: readonly WasPart[]): void {
    const without = pairs.flatMap(({ was, now }) => (was && !now ? [was] : []));
    const alts = all.filter(({ shape }) => shape.kind === 'alt').length;
    const pictures = this.#job.now.reduce((sum, slide) => sum + (slide.pictures ?? alts), 0);
    if (pictures < alts)
      for (const { shape, plain } of without) if (shape.kind === 'alt') this.#unplaced(plain || 'a picture', '');
    const gone = without.filter(({ shape }) => shape.kind !== 'alt');
    const left = new Set(all.filter((part) => !gone.includes(part)).flatMap(({ origin }) => origin?.key ?? []));
    const done = new Set<string>();
    for (const { origin, plain } of gone) {
      const leaf = origin && this.#leaves.get(origin.key);
      if (!leaf) continue;
      const segments = this.#segments(leaf.key, origin.isLine === true);
      const segment = segments[origin.segment];
      if (segments.length > 1 && left.has(leaf.key) && segment) {
        this.#cut(leaf, { ...withGap(leaf.raw, segment), by: '', before: plain, after: '' });
        continue;
      }
      const depth = goneDepth(leaf.key, left);
      const holder = placeOf(leaf.key)
        .slice(0, placeOf(leaf.key).length - depth)
        .join('/');
      if (left.has(leaf.key) || done.has(holder)) continue;
      done.add(holder);
      if (leaf.key.startsWith('^') || leaf.key === '/title') this.#unplaced(plain, '');
      else this.#found.push({ kind: 'item-gone', slide: this.#job.slide.id, leaf, depth, before: plain });
    }
  }

  /** Items of a list that stand in another order. */
  #order(pairs: readonly PartPair[]): void {
    const lists = new Map<string, number[]>();
    for (const { was, now } of pairs) {
      const key = was?.origin?.key;
      if (!now || key === undefined || key.startsWith('^') || !isItem(key) || was?.shape.kind !== 'text') continue;
      const list = placeOf(key).slice(0, -1).join('/');
      lists.set(list, [...(lists.get(list) ?? []), Number(placeOf(key).at(-1))]);
    }
    for (const [list, order] of lists) {
      const distinct = [...new Set(order)];
      if (distinct.every((number, i) => i === 0 || number > (distinct[i - 1] ?? -1))) continue;
      const leaves = distinct.flatMap((number) => this.#leaves.get(`${list}/${number}`) ?? []);
      this.#found.push({ kind: 'items-order', slide: this.#job.slide.id, leaves });
    }
  }

  /** Paragraphs that are new: items and paragraphs beside those of the same shape, or texts without a place. */
  #fresh(pairs: readonly PartPair[]): void {
    const shown = pairs.filter(({ now }) => now !== undefined);
    shown.forEach(({ was, now }, i) => {
      if (was || !now) return;
      if (now.shape.kind === 'alt') {
        if (now.shape.isForeign) this.#unplaced('', now.text);
        return;
      }
      const near = (step: number): WasPart | undefined => {
        for (let at = i + step; shown[at]?.now?.shape === now.shape; at += step) {
          const own = shown[at]?.was;
          if (own?.origin) return own;
        }
        return undefined;
      };
      const [before, after] = [near(-1), near(1)];
      const beside = before ?? after;
      const leaf = beside?.origin && this.#leaves.get(beside.origin.key);
      const segment = this.#segment(beside?.origin);
      const text = mergeText('', now.paragraph);
      if (!leaf || !segment || text === undefined || leaf.key.startsWith('^')) {
        this.#unplaced('', now.text);
        return;
      }
      const isLast = this.#segments(leaf.key, false).length < 2 && isItem(leaf.key);
      if (isLast) {
        this.#items(leaf, before === undefined, text);
        return;
      }
      if (beside?.origin?.isLine === true)
        this.#cut(leaf, {
          start: segment.end,
          end: segment.end,
          by: `\n${lineText(now, '')}`,
          before: '',
          after: now.text,
        });
      else
        this.#cut(leaf, { ...insertion(leaf.raw, segment, before === undefined, text), before: '', after: now.text });
    });
  }

  #items(beside: Leaf, isBefore: boolean, text: string): void {
    this.#found.push({ kind: 'items-new', slide: this.#job.slide.id, beside, depth: 0, isBefore, items: [text] });
  }

  #row(cells: readonly string[], after: readonly WasPart[]): void {
    const keys = after.flatMap(({ origin }) => (origin ? [origin.key] : []));
    const key = keys.find((one) => isItem(one) && isItem(placeOf(one).slice(0, -1).join('/')));
    const head = keys.find((one) => isItem(one));
    const first = key ?? this.#firstRow(head);
    const leaf = first === undefined ? undefined : this.#leaves.get(first);
    if (!leaf) this.#unplaced('', cells.join(' | '));
    else
      this.#found.push({
        kind: 'items-new',
        slide: this.#job.slide.id,
        beside: leaf,
        depth: 1,
        isBefore: key === undefined,
        items: [cells],
      });
  }

  /** The first cell below the head of a table. */
  #firstRow(head: string | undefined): string | undefined {
    if (head === undefined) return undefined;
    return [...this.#leaves.keys()].find((key) => isItem(key) && isItem(placeOf(key).slice(0, -1).join('/')));
  }

  #notes(): void {
    const was = this.#job.was.flatMap(({ notes }) => notes);
    const now = this.#job.now.flatMap(({ notes }) => notes);
    const leaf = this.#leaves.get('/notes');
    const texts = now.map((paragraph) => textOf(paragraph));
    if (was.length === texts.length && was.every((mark, i) => mark === markOf(texts[i] ?? ''))) return;
    const said = texts.join('\n\n').trim();
    if (was.length === 0 || !leaf) {
      if (leaf || said === '') this.#unplaced('', said);
      else this.#found.push({ kind: 'notes-new', slide: this.#job.slide.id, after: said });
      return;
    }
    const parts = noteParts(leaf.raw, was);
    const seen = nowParts([{ kind: 'text', name: '', paragraphs: now }]);
    let last: Segment | undefined;
    for (const { was: old, now: own } of alignParts(parts, seen)) {
      const segment = this.#segment(old?.origin);
      last = segment ?? last;
      if (old && own && old.mark !== own.mark) {
        const made =
          segment && mergeText(leaf.raw.slice(segment.start, segment.end), own.paragraph, old.origin?.around);
        if (!segment || made === undefined) this.#unplaced(old.plain, own.text);
        else if (made !== leaf.raw.slice(segment.start, segment.end))
          this.#cut(leaf, { ...segment, by: made, before: segment.plain, after: own.text });
      } else if (own && !old) {
        const text = mergeText('', own.paragraph) ?? own.text;
        const at = last ?? { start: 0, end: 0, plain: '' };
        this.#cut(leaf, { ...insertion(leaf.raw, at, last === undefined, text), before: '', after: own.text });
      } else if (old && segment)
        this.#cut(leaf, { ...withGap(leaf.raw, segment), by: '', before: segment.plain, after: '' });
    }
  }

  /** Makes one change of all that was found in one text. */
  #close(): void {
    for (const [key, cuts] of this.#cuts) {
      const leaf = this.#leaves.get(key);
      const file = leaf && this.#job.rawOf(leaf);
      if (!leaf) continue;
      const before = cuts.map((cut) => cut.before).join(' … ');
      const after = cuts.map((cut) => cut.after).join(' … ');
      const raw = file === undefined ? undefined : cutInto(leaf.raw, cuts, file);
      if (raw === undefined) this.#unplaced(before, after);
      else
        this.#found.push({
          kind: 'text',
          slide: this.#job.slide.id,
          leaf,
          before,
          after,
          raw,
          isConflict: this.#isConflict(leaf),
        });
    }
  }
}

import { movedOf } from '../base/index.ts';
import { compareLines, compareWords, type Piece } from './words.ts';
import type { ShownDeck, ShownSlide } from './shown-deck.ts';

/** A sentence of the source that is not what it was. */
interface SourceChange {
  readonly id: string;
  readonly pieces: readonly Piece[];
}

/** A slide that differs, with what differs in it. */
export interface Change {
  readonly kind: 'changed' | 'added' | 'removed' | 'moved';
  readonly id: string;
  readonly title: string;
  readonly old?: ShownSlide;
  readonly now?: ShownSlide;
  readonly lines: readonly (readonly Piece[])[];
  readonly notes: readonly (readonly Piece[])[];
  readonly source: readonly SourceChange[];
  /** Whether it looks or may look another way. */
  readonly mayLookOther: boolean;
  readonly isMoved: boolean;
}

/** The decks in which the sentences of the source stand, when they are not those that are shown. */
export interface Sources {
  readonly old?: ShownDeck;
  readonly now?: ShownDeck;
}

/** Attributes that tell the place of a slide: one that comes before others changes them all. */
const places = ['data-number', 'data-marpit-pagination', 'data-marpit-pagination-total'];

/** The slide with the page numbers of another. */
export function numberedAs(html: string, other: string): string {
  let made = html;
  for (const name of places) {
    const [value, by] = [valueOf(made, name), valueOf(other, name)];
    if (value && by) made = made.slice(0, value.start) + other.slice(by.start, by.end) + made.slice(value.end);
  }
  return made;
}

/** Where the value of an attribute of the first tag stands. A quote in any value is written as an entity. */
function valueOf(html: string, name: string): { readonly start: number; readonly end: number } | undefined {
  const at = html.slice(0, html.indexOf('>')).indexOf(` ${name}="`);
  const start = at + name.length + 3;
  return at < 0 ? undefined : { start, end: html.indexOf('"', start) };
}

/** What became of each slide, in the order of the new deck; those that are gone stand where they were. */
export function compareDecks(old: ShownDeck, now: ShownDeck, sources: Sources = {}): readonly Change[] {
  const before = new Map(old.slides.map((slide) => [slide.id, slide]));
  const after = new Set(now.slides.map(({ id }) => id));
  const moved = movedSlides(old, now);
  const sameLook = old.css === now.css && old.size.width === now.size.width && old.size.height === now.size.height;
  const why = sourceOf(old, now, sources);
  const changes: Change[] = [];
  const gone = old.slides.filter(({ id }) => !after.has(id));
  const place = (slide: ShownSlide): number => old.slides.indexOf(slide);
  for (const slide of now.slides) {
    const was = before.get(slide.id);
    // Those that are gone stand where they were.
    for (let [first] = gone; was && first && place(first) < place(was); [first] = gone) {
      changes.push(removed(first, why));
      gone.shift();
    }
    if (!was) {
      changes.push({
        ...empty(slide, 'added'),
        now: slide,
        lines: compareLines([], slide.lines),
        source: why(slide.id),
      });
      continue;
    }
    const lines = compareLines(was.lines, slide.lines);
    const notes = compareLines(was.notes, slide.notes);
    const source = why(slide.id);
    const mayLookOther = !sameLook || numberedAs(was.html, slide.html) !== slide.html;
    const differs = mayLookOther || lines.length + notes.length + source.length > 0;
    const isMoved = moved.has(slide.id);
    if (!differs && !isMoved) continue;
    const kind = differs ? 'changed' : 'moved';
    const { id, title } = slide;
    changes.push({ kind, id, title, old: was, now: slide, lines, notes, source, mayLookOther, isMoved });
  }
  return [...changes, ...gone.map((slide) => removed(slide, why))];
}

const empty = ({ id, title }: ShownSlide, kind: Change['kind']) =>
  ({ kind, id, title, lines: [], notes: [], source: [], mayLookOther: true, isMoved: false }) as const;

const removed = (slide: ShownSlide, why: (id: string) => readonly SourceChange[]): Change => ({
  ...empty(slide, 'removed'),
  old: slide,
  lines: compareLines(slide.lines, []),
  source: why(slide.id),
});

/** For each slide the sentences that it carries, or carried, and that changed. */
function sourceOf(old: ShownDeck, now: ShownDeck, sources: Sources): (id: string) => readonly SourceChange[] {
  const [then, today] = [sources.old ?? old, sources.now ?? now];
  const all = (deck: ShownDeck) => new Set(deck.slides.flatMap(({ statements }) => [...statements.values()]));
  const own = (deck: ShownDeck, id: string) =>
    deck.slides.find((slide) => slide.id === id)?.statements ?? new Map<string, string>();
  const [textsThen, textsToday] = [all(then), all(today)];
  return (id) => {
    // A sentence that no slide carries may still stand in the source: only those known in both versions tell of a change.
    const gone = [...own(then, id).values()].filter((text) => !textsToday.has(text));
    return [...own(today, id)].flatMap(([statement, text]) => {
      if (textsThen.has(text)) return [];
      const pairs = gone.map((was) => compareWords(was, text)).sort((a, b) => sameness(b) - sameness(a));
      const [pieces] = pairs;
      return pieces && sameness(pieces) >= 0.5 ? [{ id: statement, pieces }] : [];
    });
  };
}

/** Which part of a sentence and its other version is the same; its number may be another when sentences came before it. */
function sameness(pieces: readonly Piece[]): number {
  const lengthOf = (...kinds: readonly Piece['kind'][]): number =>
    pieces.reduce((sum, { kind, text }) => sum + (kinds.includes(kind) ? text.length : 0), 0);
  return lengthOf('same') / Math.max(1, lengthOf('same', 'old'), lengthOf('same', 'new'));
}

/** The fewest slides that must have moved for the others to have kept their order. */
function movedSlides(old: ShownDeck, now: ShownDeck): ReadonlySet<string> {
  const place = new Map(old.slides.map(({ id }, i) => [id, i]));
  const common = now.slides.flatMap(({ id }) => (place.has(id) ? [{ id, at: place.get(id) ?? 0 }] : []));
  const moved = movedOf(common.map(({ at }) => at));
  return new Set(common.flatMap(({ id }, i) => (moved.has(i) ? [id] : [])));
}

/**
 * The changes that somebody sees, once it is known which slides look another way: one whose HTML alone changed is as it was,
 * in its place or in another.
 */
export function settleChanges(changes: readonly Change[], looks: { has(id: string): boolean }): readonly Change[] {
  return changes.flatMap((change): readonly Change[] => {
    const { kind, id, lines, notes, source, isMoved } = change;
    if (kind !== 'changed' || looks.has(id) || lines.length + notes.length + source.length > 0) return [change];
    return isMoved ? [{ ...change, kind: 'moved' }] : [];
  });
}

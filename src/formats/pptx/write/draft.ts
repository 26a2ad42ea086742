import type { OfficeTheme } from './theme.ts';

/** Kinds of relations between parts, by the end of their address. */
export type RelationKind =
  | 'slideLayout'
  | 'slideMaster'
  | 'notesSlide'
  | 'notesMaster'
  | 'slide'
  | 'image'
  | 'hyperlink'
  | 'theme'
  | 'presProps'
  | 'viewProps'
  | 'tableStyles'
  | 'chart'
  | 'package';

export interface Relation {
  readonly id: string;
  readonly kind: RelationKind;
  readonly target: string;
  readonly isOutside?: true;
}

/** The relations of one part, each target once. */
export class Relations {
  readonly all: Relation[] = [];

  /** The id of the relation to a target; `isOutside` for an address that is no part. */
  to(kind: RelationKind, target: string, isOutside?: true): string {
    const known = this.all.find((relation) => relation.kind === kind && relation.target === target);
    if (known) return known.id;
    const id = `rId${this.all.length + 1}`;
    this.all.push({ id, kind, target, ...(isOutside && { isOutside }) });
    return id;
  }
}

/** A picture of the package. */
export interface Media {
  /** File in `ppt/media`: pixels that every program shows. */
  readonly png: string;
  /** The drawing of which they are the pixels. */
  readonly svg?: string;
}

/** The charts of a deck in the order in which they are written. */
export class Charts {
  readonly all: { readonly xml: string; readonly workbook: Uint8Array }[] = [];

  /** @returns the name of the chart among the parts. */
  add(chart: { readonly xml: string; readonly workbook: Uint8Array }): string {
    this.all.push(chart);
    return `chart${this.all.length}.xml`;
  }
}

/** What the writer of one slide knows. */
export class SlideDraft {
  readonly relations = new Relations();
  readonly theme: OfficeTheme;
  /** Pictures by the number of their source; none for what could not be made. */
  readonly media: readonly (Media | undefined)[];
  /** File of a slide by its address in the deck. */
  readonly slides: ReadonlyMap<string, string>;
  readonly charts: Charts;
  /** Name of the slide in names of shapes. */
  readonly id: string;
  #shapes = 1;

  constructor(id: string, known: Pick<SlideDraft, 'theme' | 'media' | 'slides' | 'charts'>) {
    this.id = id;
    this.theme = known.theme;
    this.media = known.media;
    this.slides = known.slides;
    this.charts = known.charts;
  }

  /** The number of the shape that was begun last. */
  get last(): number {
    return this.#shapes;
  }

  /** The number of the next shape. */
  next(): number {
    this.#shapes += 1;
    return this.#shapes;
  }
}

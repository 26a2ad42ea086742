/** A series of a chart. */
export interface PlotSeries {
  /** Empty where the chart has one series. */
  readonly name: string;
  /** The colour of the theme in which it is drawn. */
  readonly paint: string;
  /** Its values by place; none where it has none. */
  readonly values: readonly (number | null)[];
  /** Ends of the error bars by place. */
  readonly lower?: readonly (number | null)[];
  readonly upper?: readonly (number | null)[];
  /** Its own places, where series do not share those of a measured axis. */
  readonly own?: readonly number[];
  /** Number of the sign of its points, from zero; none where it has no points. */
  readonly sign?: number;
  /** Lengths of dashes and gaps of its line, in pixels; empty for a whole line, none for no line. */
  readonly dash?: readonly number[];
}

/** An axis that measures. */
export interface PlotScale {
  readonly min: number;
  readonly max: number;
  /** From one mark to the next. */
  readonly step?: number;
  readonly isLog: boolean;
}

/** Where the marks of a chart stand. */
export type PlotPlaces =
  | { readonly kind: 'names'; readonly names: readonly string[] }
  | { readonly kind: 'numbers'; readonly numbers: readonly number[]; readonly scale: PlotScale }
  /** Milliseconds, in UTC. */
  | {
      readonly kind: 'days';
      readonly times: readonly number[];
      readonly unit: 'month' | 'day';
      /** Whether the year is said. */
      readonly hasYear: boolean;
      /** From one mark to the next. */
      readonly step: { readonly count: number; readonly unit: 'days' | 'months' | 'years' };
    };

/** A line at a value, with its words. */
export interface PlotLine {
  readonly value: number;
  readonly label: string;
}

/** A chart as its numbers and choices, for programs that draw charts themselves. */
export interface Plot {
  readonly type: 'bar' | 'line' | 'point' | 'area';
  /** Whether its bars lie. */
  readonly lies: boolean;
  readonly stack?: 'sum' | 'share';
  readonly places: PlotPlaces;
  readonly series: readonly PlotSeries[];
  /** Places that stand out, by their number; the others are muted. */
  readonly hot: readonly number[];
  readonly lines: readonly PlotLine[];
  readonly scale: PlotScale;
  /** The ends of the axis of values in our drawing. */
  readonly shown: readonly [number, number];
  /** Whether a line runs on over places at which its series has nothing. */
  readonly isJoined: boolean;
  /** Whether the axis of values has marks and lines; without, values stand at the bars. */
  readonly hasMarks: boolean;
  /** Whether each value, or each that has room, is written at its mark. */
  readonly labels: 'all' | 'none' | readonly (readonly boolean[])[];
  /** What stands behind each value that is written. */
  readonly behind: string;
  readonly placeTitle: string;
  readonly valueTitle: string;
  readonly lang: string;
  /** The area of the data in parts of the whole drawing. */
  readonly frame: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
  /** Sizes in pixels of the drawing: the whole, the names of places, the values at bars and at those that matter. */
  readonly size: {
    readonly width: number;
    readonly height: number;
    readonly names: number;
    readonly values: { readonly plain: number; readonly hot: number };
  };
  /** By how much all sizes are smaller where the drawing had to be. */
  readonly shrink: number;
}

/** Why a chart can be drawn by nobody but us: what it shows that programs for charts know nothing of. */
export interface NoPlot {
  readonly because: string;
}

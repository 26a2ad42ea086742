/** One stroke of the pen or the highlighter in pixels of the slide: x, y pairs in one flat list. */
export interface InkStroke {
  readonly tool: 'pen' | 'highlighter';
  readonly color: string;
  readonly points: readonly number[];
}

/** How wide a stroke is, in pixels of the slide. */
export const inkWidths = { pen: 4, highlighter: 26 } as const;

/** A smooth SVG path through x, y pairs: curves whose joints lie halfway between the points. */
export function strokePath(points: readonly number[]): string {
  const at = (index: number): readonly [number, number] => [points[index * 2] ?? 0, points[index * 2 + 1] ?? 0];
  const count = Math.floor(points.length / 2);
  const [x, y] = at(0);
  if (count < 2) return `M${x} ${y}l.1 0`;
  let path = `M${x} ${y}`;
  for (let index = 1; index < count - 1; index++) {
    const [cx, cy] = at(index);
    const [nx, ny] = at(index + 1);
    path += `Q${cx} ${cy} ${tenth((cx + nx) / 2)} ${tenth((cy + ny) / 2)}`;
  }
  const [ex, ey] = at(count - 1);
  return `${path}L${ex} ${ey}`;
}

const tenth = (value: number): number => Math.round(value * 10) / 10;

/** A slide that came on screen, with the milliseconds since the first one did. */
export interface Visit {
  readonly slide: string;
  readonly at: number;
}

/** What happened in a lecture, as the player saves it: `lectern after` reads it. Nothing in it names a person. */
export interface LectureRecord {
  readonly lectern: 'lecture';
  readonly version: 1;
  readonly lesson: string;
  readonly title: string;
  /** Id of the time plan; `''` when all slides were shown or there are no plans. */
  readonly plan: string;
  readonly width: number;
  readonly height: number;
  /** The way through the slides, in the order of time. */
  readonly visits: readonly Visit[];
  /** Milliseconds by slide, pauses left out. */
  readonly spent: Readonly<Record<string, number>>;
  /** Strokes by slide. */
  readonly ink: Readonly<Record<string, readonly InkStroke[]>>;
  /** Questions for which hands were counted. */
  readonly hands: readonly {
    readonly id: string;
    readonly question: string;
    readonly answers: readonly { readonly text: string; readonly hands: number }[];
  }[];
  /** What the lecturer wrote down of it, such as questions from the hall. */
  readonly remarks: string;
}

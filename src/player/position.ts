/** A place in the lesson: a slide and how many of its steps show. */
export interface Position {
  readonly slide: string;
  readonly step: number;
}

/** What moving needs to know of a slide. */
export interface Stop {
  readonly id: string;
  readonly steps: number;
}

/** `stops` are the slides of the chosen plan; `all` are all slides, for a position outside the plan. */
export interface Route {
  readonly stops: readonly Stop[];
  readonly all: readonly Stop[];
}

const clampStep = (stop: Stop, step: number): number => Math.max(0, Math.min(step, stop.steps));

/** The stop after (`+1`) or before (`-1`) a slide; a slide outside the plan counts by its place among all slides. */
function neighbour(route: Route, slide: string, direction: 1 | -1): Stop | undefined {
  const at = route.stops.findIndex((stop) => stop.id === slide);
  if (at >= 0) return route.stops[at + direction];
  const order = new Map(route.all.map((stop, index) => [stop.id, index]));
  const here = order.get(slide) ?? -1;
  const place = (stop: Stop): number => order.get(stop.id) ?? -1;
  return direction > 0
    ? route.stops.find((stop) => place(stop) > here)
    : route.stops.findLast((stop) => place(stop) < here);
}

const stopOf = (route: Route, slide: string): Stop | undefined => route.all.find((stop) => stop.id === slide);

/** The position after one press of "next": the next step, or else the next slide at its first view. */
export function nextPosition(route: Route, from: Position): Position | undefined {
  const here = stopOf(route, from.slide);
  if (here && from.step < here.steps) return { slide: here.id, step: from.step + 1 };
  return nextSlide(route, from);
}

/** The position after one press of "previous": one step back, or else the previous slide with all its steps shown. */
export function previousPosition(route: Route, from: Position): Position | undefined {
  if (from.step > 0) return { slide: from.slide, step: from.step - 1 };
  const stop = neighbour(route, from.slide, -1);
  return stop && { slide: stop.id, step: stop.steps };
}

/** The next slide at its first view, whatever step this one is at. */
export function nextSlide(route: Route, from: Position): Position | undefined {
  const stop = neighbour(route, from.slide, 1);
  return stop && { slide: stop.id, step: 0 };
}

/** The previous slide at its first view. */
export function previousSlide(route: Route, from: Position): Position | undefined {
  const stop = neighbour(route, from.slide, -1);
  return stop && { slide: stop.id, step: 0 };
}

export const firstPosition = (route: Route): Position | undefined =>
  route.stops[0] && { slide: route.stops[0].id, step: 0 };

/** The last slide of the plan at its first view. */
export function lastPosition(route: Route): Position | undefined {
  const stop = route.stops.at(-1);
  return stop && { slide: stop.id, step: 0 };
}

/** `#/slide-id/2`; the step is left out when it is 0. */
export function formatHash({ slide, step }: Position): string {
  return `#/${encodeURIComponent(slide)}${step > 0 ? `/${step}` : ''}`;
}

/** Reads a hash link. `undefined` when it names no slide of the deck; a step out of range becomes the nearest one. */
export function parseHash(hash: string, all: readonly Stop[]): Position | undefined {
  const match = /^#\/([^/]+)(?:\/(\d{1,4}))?$/.exec(hash);
  if (!match?.[1]) return undefined;
  const id = safeDecode(match[1]);
  const stop = all.find((candidate) => candidate.id === id);
  return stop && { slide: stop.id, step: clampStep(stop, Number(match[2] ?? 0)) };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

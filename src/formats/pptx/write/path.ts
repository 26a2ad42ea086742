import type { PathItem, Rect } from '../scene.ts';
import { el, emu } from './xml.ts';

type Point = readonly [x: number, y: number];
/** A step of a path on the slide: to a place, along a line or a curve, or back to where it began. */
type Step = readonly ['M' | 'L', Point] | readonly ['C', Point, Point, Point] | readonly ['Z'];

const counts: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const isDigit = (char: string | undefined): boolean => char !== undefined && char >= '0' && char <= '9';

/** Reads path data (SVG 1.1, 8.3): commands with their numbers. Stops at the first that is none, as browsers do. */
function commandsOf(d: string): readonly (readonly [string, readonly number[]])[] {
  const commands: [string, number[]][] = [];
  let at = 0;
  let command = '';
  const skip = (): void => {
    while (at < d.length && /[\s,]/.test(d[at] ?? '')) at++;
  };
  const number = (isFlag: boolean): number | undefined => {
    skip();
    const start = at;
    if (isFlag) return d[at] === '0' || d[at] === '1' ? Number(d[at++]) : undefined;
    if (d[at] === '-' || d[at] === '+') at++;
    while (isDigit(d[at])) at++;
    if (d[at] === '.') at++;
    while (isDigit(d[at])) at++;
    if (
      (d[at] === 'e' || d[at] === 'E') &&
      (isDigit(d[at + 1]) || ((d[at + 1] === '-' || d[at + 1] === '+') && isDigit(d[at + 2])))
    ) {
      at += 2;
      while (isDigit(d[at])) at++;
    }
    const value = Number(d.slice(start, at));
    return start === at || Number.isNaN(value) ? undefined : value;
  };
  while (at < d.length) {
    skip();
    const char = d[at] ?? '';
    if (char.toUpperCase() in counts) {
      command = char;
      at++;
    } else if (command === '' || command.toUpperCase() === 'Z') return commands;
    const upper = command.toUpperCase();
    const values: number[] = [];
    for (let i = 0; i < (counts[upper] ?? 0); i++) {
      const value = number(upper === 'A' && (i === 3 || i === 4));
      if (value === undefined) return commands;
      values.push(value);
    }
    commands.push([command, values]);
    // What follows a place without a command are lines.
    if (upper === 'M') command = command === 'M' ? 'L' : 'l';
    skip();
    if (at >= d.length) break;
  }
  return commands;
}

/** An arc as curves (SVG 1.1, F.6). */
function arcOf(
  from: Point,
  [rx0 = 0, ry0 = 0, turn = 0, large = 0, sweep = 0]: readonly number[],
  to: Point,
): readonly Step[] {
  let [rx, ry] = [Math.abs(rx0), Math.abs(ry0)];
  if (rx === 0 || ry === 0) return [['L', to]];
  const phi = (turn * Math.PI) / 180;
  const [cos, sin] = [Math.cos(phi), Math.sin(phi)];
  const [dx, dy] = [(from[0] - to[0]) / 2, (from[1] - to[1]) / 2];
  const [x, y] = [cos * dx + sin * dy, cos * dy - sin * dx];
  const over = (x * x) / (rx * rx) + (y * y) / (ry * ry);
  if (over > 1) [rx, ry] = [rx * Math.sqrt(over), ry * Math.sqrt(over)];
  const below = rx * rx * y * y + ry * ry * x * x;
  const root = below === 0 ? 0 : Math.sqrt(Math.max(0, (rx * rx * ry * ry - below) / below));
  const factor = large === sweep ? -root : root;
  const [cx, cy] = [(factor * rx * y) / ry, (-factor * ry * x) / rx];
  const center: Point = [cos * cx - sin * cy + (from[0] + to[0]) / 2, sin * cx + cos * cy + (from[1] + to[1]) / 2];
  const begin = Math.atan2((y - cy) / ry, (x - cx) / rx);
  let angle = Math.atan2((-y - cy) / ry, (-x - cx) / rx) - begin;
  if (sweep === 0 && angle > 0) angle -= 2 * Math.PI;
  if (sweep === 1 && angle < 0) angle += 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(angle) / (Math.PI / 2) - 1e-6));
  const delta = angle / parts;
  const pull = (4 / 3) * Math.tan(delta / 4);
  const at = (along: number, up: number): Point => [
    center[0] + cos * rx * along - sin * ry * up,
    center[1] + sin * rx * along + cos * ry * up,
  ];
  return Array.from({ length: parts }, (_, i): Step => {
    const [a, b] = [begin + i * delta, begin + (i + 1) * delta];
    return [
      'C',
      at(Math.cos(a) - pull * Math.sin(a), Math.sin(a) + pull * Math.cos(a)),
      at(Math.cos(b) + pull * Math.sin(b), Math.sin(b) - pull * Math.cos(b)),
      i === parts - 1 ? to : at(Math.cos(b), Math.sin(b)),
    ];
  });
}

/** The steps of path data, absolute, with lines and cubic curves alone. */
function stepsOf(d: string): readonly Step[] {
  const steps: Step[] = [];
  let [at, start, handle]: [Point, Point, Point] = [
    [0, 0],
    [0, 0],
    [0, 0],
  ];
  let before = '';
  for (const [command, values] of commandsOf(d)) {
    const upper = command.toUpperCase();
    const [ox, oy] = command === upper ? [0, 0] : at;
    const point = (i: number): Point => [(values[i] ?? 0) + ox, (values[i + 1] ?? 0) + oy];
    const mirrored = (kinds: string): Point =>
      kinds.includes(before) ? [2 * at[0] - handle[0], 2 * at[1] - handle[1]] : at;
    const curve = (one: Point, two: Point, end: Point): void => {
      steps.push(['C', one, two, end]);
    };
    const bent = (control: Point, end: Point): void => {
      const toward = (from: Point): Point => [
        from[0] + (2 / 3) * (control[0] - from[0]),
        from[1] + (2 / 3) * (control[1] - from[1]),
      ];
      curve(toward(at), toward(end), end);
    };
    let end: Point = at;
    if (upper === 'M' || upper === 'L') end = point(0);
    else if (upper === 'H') end = [(values[0] ?? 0) + ox, at[1]];
    else if (upper === 'V') end = [at[0], (values[0] ?? 0) + oy];
    else if (upper === 'Z') end = start;
    else end = point((counts[upper] ?? 2) - 2);
    if (upper === 'M') start = end;
    if (upper === 'M' || upper === 'L') steps.push([upper, end]);
    else if (upper === 'H' || upper === 'V') steps.push(['L', end]);
    else if (upper === 'Z') steps.push(['Z']);
    else if (upper === 'C') curve(point(0), (handle = point(2)), end);
    else if (upper === 'S') curve(mirrored('CS'), (handle = point(0)), end);
    else if (upper === 'Q') bent((handle = point(0)), end);
    else if (upper === 'T') bent((handle = mirrored('QT')), end);
    else steps.push(...arcOf(at, values, end));
    at = end;
    before = upper;
  }
  return steps;
}

/** A path as the geometry of a shape, with the rectangle that it fills on the slide; nothing when it draws nothing. */
export function geometryOf({ d, matrix }: PathItem): { readonly rect: Rect; readonly xml: string } | undefined {
  const [a, b, c, d2, e, f] = matrix;
  const moved = ([x, y]: Point): Point => [a * x + c * y + e, b * x + d2 * y + f];
  const steps = stepsOf(d).map((step): readonly [string, readonly Point[]] => [
    step[0],
    (step.slice(1) as readonly Point[]).map(moved),
  ]);
  const points = steps.flatMap(([, list]) => list);
  if (points.length < 2) return undefined;
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of points) {
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  if (![left, top, right, bottom].every((value) => Math.abs(value) < 50_000)) return undefined;
  const names: Readonly<Record<string, string>> = { M: 'moveTo', L: 'lnTo', C: 'cubicBezTo', Z: 'close' };
  const body = steps.map(([kind, list]) =>
    el(`a:${names[kind] ?? ''}`, {}, ...list.map(([x, y]) => el('a:pt', { x: emu(x - left), y: emu(y - top) }))),
  );
  const size = { w: emu(right - left), h: emu(bottom - top) };
  const lists = '<a:avLst/><a:gdLst/><a:ahLst/><a:cxnLst/><a:rect l="0" t="0" r="r" b="b"/>';
  const xml = el('a:custGeom', {}, lists, el('a:pathLst', {}, el('a:path', size, ...body)));
  return { rect: { x: left, y: top, w: right - left, h: bottom - top }, xml };
}

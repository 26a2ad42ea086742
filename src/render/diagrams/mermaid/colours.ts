import { paint, seriesPaint, softSeries, type Token } from '../paint.ts';

/** The names under which the configuration asks for a paint of the theme. */
export type Hue = Token | `soft-${number}` | `hue-${number}`;

const tokens: readonly Token[] = [
  'paper',
  'ink',
  'muted',
  'line',
  'line-strong',
  'wash',
  'accent',
  'on-accent',
  'accent-soft',
  'tone-neutral-soft',
  'tone-positive',
  'tone-negative',
  'tone-negative-soft',
];
const numbered = Array.from({ length: 12 }, (_, index) => index);

/**
 * Mermaid calculates with colours and knows no custom properties. So each paint is given to it as a colour that no one
 * else uses, and exchanged for the paint in the finished drawing.
 */
const paints: ReadonlyMap<string, string> = new Map([
  ...tokens.map((token) => [token, paint(token)] as const),
  ...numbered.map((index) => [`hue-${index}`, seriesPaint(index)] as const),
  ...numbered.map((index) => [`soft-${index}`, softSeries(index)] as const),
]);
const order = [...paints.keys()];

/** The colour that stands for a paint. */
export const standIn = (hue: Hue): string => `#fe${(order.indexOf(hue) + 1).toString(16).padStart(2, '0')}03`;

/** The paint of each stand-in, by the way in which browsers write that colour. */
export const paintsByColour: Readonly<Record<string, string>> = Object.fromEntries(
  order.map((hue, index) => [`rgb(254, ${index + 1}, 3)`, paints.get(hue) ?? '']),
);

import { mostBins } from './guard.ts';

/**
 * What drawing one chart may take: a transform may make rows from rows and a formula text from text, and a chain of them
 * grows like a power. Counted in steps and letters, not in time, so that the answer is the same on every machine.
 */
const most = { rows: 200_000, letters: 10_000, entries: 10_000, atOnce: 50_000 } as const;

/** The parts of Vega's dataflow that are looked at; its own types leave them out. */
interface Pulse {
  readonly dataflow: object;
  readonly add?: readonly unknown[];
  readonly source?: readonly unknown[];
}
interface Parameters {
  readonly as?: unknown;
}
interface Operator {
  transform(parameters: Parameters, pulse: Pulse): Pulse | undefined;
}
export interface VegaParts {
  readonly Transform: { readonly prototype: { evaluate: (this: Evaluating, pulse: Pulse) => Pulse | undefined } };
  readonly transforms: Readonly<Record<string, new () => Operator>>;
  readonly setRandom: (random: () => number) => void;
  readonly randomLCG: (seed: number) => () => number;
}
interface Evaluating extends Operator {
  readonly value?: unknown;
  marshall(stamp: unknown): Parameters & { clear(): void };
}

const seed = 20_260_101;
/** Transforms that hold each row against each other one. */
const squared = ['impute', 'pivot', 'loess'];
const mostSquared = 1_000;
let bounded = false;
/** What was too much for a view; Vega itself only notes such things and draws what is left. */
const broken = new WeakMap<object, string>();

/** Why a view that was drawn does not show all of its chart, if so. */
export const brokenBound = (view: object): string | undefined => broken.get(view);

/**
 * Puts bounds on all that Vega makes from here on, and takes chance out of it: every step draws the same numbers. Views
 * that are drawn at the same time are counted apart.
 */
export function boundVega(vega: VegaParts): void {
  if (bounded) return;
  bounded = true;
  const made = new WeakMap<object, number>();
  const { bin, formula } = vega.transforms;
  const costly = squared.map((name) => vega.transforms[name]);
  vega.Transform.prototype.evaluate = function evaluate(pulse) {
    const refuse = (reason: string): never => {
      broken.set(pulse.dataflow, reason);
      throw new Error(reason);
    };
    const rows = pulse.source?.length ?? pulse.add?.length ?? 0;
    if (rows > mostSquared && costly.some((one) => one && this instanceof one))
      refuse(`${squared.join(', ')} take at most ${mostSquared} rows, and there are ${rows}`);
    vega.setRandom(vega.randomLCG(seed));
    const parameters = this.marshall((pulse as { readonly stamp?: unknown }).stamp);
    const out = this.transform(parameters, pulse);
    const added = out?.add?.length ?? 0;
    const total = (made.get(pulse.dataflow) ?? 0) + added;
    made.set(pulse.dataflow, total);
    if (added > most.atOnce || total > most.rows) refuse('its transforms make too many rows');
    if (formula && this instanceof formula && isTooMuch(out ?? pulse, parameters.as))
      refuse(`a formula makes more than ${most.letters} letters or entries, or lists in lists`);
    if (bin && this instanceof bin && binsOf(this) > mostBins) refuse(`\`bin\` makes more than ${mostBins} bins`);
    parameters.clear();
    return out;
  };
}

/** Axes, legends and panels have one part for each bin between the first and the last, filled or not. */
function binsOf({ value }: { readonly value?: unknown }): number {
  const { start = 0, stop = 0, step = 1 } = (value ?? {}) as Readonly<Record<string, number>>;
  return (stop - start) / step;
}

function isTooMuch({ add = [] }: Pulse, field: unknown): boolean {
  return add.some((row) => {
    const value = (row as Readonly<Record<string, unknown>>)[String(field)];
    if (typeof value === 'string') return value.length > most.letters;
    return Array.isArray(value) && (value.length > most.entries || value.some((one) => Array.isArray(one)));
  });
}

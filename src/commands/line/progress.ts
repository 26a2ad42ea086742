import type { LessonDone } from '../../make/index.ts';
import type { Terminal } from './command.ts';

const marks = { built: '✓', restored: '✓', unchanged: '·', failed: '✗' } as const;

/** Lessons that did not change are named one by one only up to this many. */
const mostNamed = 20;
const mostReasons = 5;

/** One plain line for a lesson that is done. */
function progressLine({ id, done, total, state, reasons }: LessonDone, explain: boolean): string {
  const more = reasons.length > mostReasons ? `, and ${reasons.length - mostReasons} more` : '';
  const because = explain && reasons.length > 0 ? ` (${reasons.slice(0, mostReasons).join(', ')}${more})` : '';
  return `${marks[state]} ${id} ${state}${because} [${done}/${total}]\n`;
}

/** Shows how far a build is: a line that changes in place on a terminal that people watch, plain lines elsewhere. */
export class Progress {
  readonly #terminal: Terminal;
  readonly #explain: boolean;
  readonly #start = performance.now();
  #made = 0;
  #firstMade = 0;

  constructor(terminal: Terminal, explain: boolean) {
    this.#terminal = terminal;
    this.#explain = explain;
  }

  show(event: LessonDone): void {
    const isMade = event.state === 'built' || event.state === 'failed';
    if (isMade && this.#made++ === 0) this.#firstMade = event.done - 1;
    const isNamed = event.state !== 'unchanged' || event.total <= mostNamed || this.#explain;
    const isLast = event.done === event.total;
    if (!this.#terminal.interactive || event.total === 1) {
      if (isNamed) this.#terminal.err(progressLine(event, this.#explain));
      return;
    }
    const isKept = event.state === 'failed' || (isNamed && this.#explain);
    const line = isKept ? progressLine(event, this.#explain) : '';
    this.#terminal.err(`\r\u001b[K${line}${isLast ? '' : this.#bar(event)}`);
  }

  /** Files of an earlier build that no lesson makes any more. */
  showRemoved(paths: readonly string[]): void {
    if (this.#explain) this.#terminal.err(paths.map((path) => `- removed ${path}\n`).join(''));
  }

  #bar({ done, total, id }: LessonDone): string {
    const bar = `[${done}/${total}] ${this.#left(done, total)}${id}`;
    return bar.length < this.#terminal.width ? bar : bar.slice(0, this.#terminal.width - 1);
  }

  /** Time left, from the lessons made so far; those that did not change took none. */
  #left(done: number, total: number): string {
    if (this.#made < 3) return '';
    const share = this.#made / (done - this.#firstMade);
    const each = (performance.now() - this.#start) / this.#made;
    const seconds = Math.round((each * share * (total - done)) / 1000);
    return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} left · `;
  }
}

import { NotPossible } from '../../base/index.ts';

/** What a command writes to and where it runs. */
export interface Terminal {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Results. */
  out(text: string): void;
  /** Progress and diagnostics. */
  err(text: string): void;
  /** Whether stderr is a terminal that people watch. */
  readonly interactive: boolean;
  readonly color: boolean;
  readonly width: number;
  /** Aborted by the first Ctrl-C. */
  readonly signal: AbortSignal;
}

export type OptionValues = Readonly<Record<string, string | boolean | readonly (string | boolean)[] | undefined>>;

/** Exit codes of the command line. */
export const exits = { fine: 0, findings: 1, usage: 2, noBrowser: 3, interrupted: 130 } as const;

/** One option, with what `--help` says of it. */
export interface OptionHelp {
  readonly type: 'string' | 'boolean';
  readonly multiple?: boolean;
  readonly help: string;
  /** What the option means without a value. */
  readonly bare?: string;
  /** What stands for the value in the help text. */
  readonly value?: string;
}

export interface Command {
  readonly name: string;
  /** One line. */
  readonly summary: string;
  /** After the name: `[LESSON...]`. */
  readonly operands: string;
  readonly options: Readonly<Record<string, OptionHelp>>;
  readonly examples: readonly string[];
  run(operands: readonly string[], options: OptionValues, terminal: Terminal): Promise<number>;
}

/** A mistake on the command line: exit code 2. */
export class UsageError extends NotPossible {}

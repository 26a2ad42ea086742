import type { Severity } from '../base/index.ts';

const styles = {
  bold: [1, 22],
  dim: [2, 22],
  error: [31, 39],
  warning: [33, 39],
  info: [36, 39],
  help: [32, 39],
} as const satisfies Record<Severity | 'bold' | 'dim' | 'help', readonly [number, number]>;

/** Puts an ANSI style round text, or leaves the text alone when colours are off. */
export type Paint = (style: keyof typeof styles, text: string) => string;

/** A painter for one report. */
export function painter(color: boolean): Paint {
  return (style, text) => {
    if (!color || text === '') return text;
    const [on, off] = styles[style];
    return `\u001b[${on}m${text}\u001b[${off}m`;
  };
}

/**
 * Whether to colour: never with `NO_COLOR` (https://no-color.org: set and not empty) or a dumb terminal, always with
 * `FORCE_COLOR` (unless `0`), otherwise when the stream is a terminal.
 */
export function wantsColor(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if ((env.NO_COLOR ?? '') !== '') return false;
  const forced = env.FORCE_COLOR;
  if (forced !== undefined && forced !== '') return forced !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

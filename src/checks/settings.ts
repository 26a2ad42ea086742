import type { Code } from '../base/index.ts';
import type { Config } from '../model/index.ts';

/** A number that the project sets for a check in lectern.yaml (`checks: { slide/words: { most: 50 } }`), or its default. */
export function numberOption(config: Config, code: Code, name: string, fallback: number): number {
  const value = config.checks[code]?.options[name];
  return typeof value === 'number' && Number.isFinite(value) ? value : fallback;
}

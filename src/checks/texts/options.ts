import type { Code } from '../../base/index.ts';
import type { Config } from '../../model/index.ts';

/** A word that the project may choose for a check in lectern.yaml; the first of the choices when it chooses none. */
export function choiceOption<T extends string>(
  config: Config,
  code: Code,
  name: string,
  choices: readonly [standard: T, ...others: T[]],
): T {
  const value = config.checks[code]?.options[name];
  return choices.find((choice) => choice === value) ?? choices[0];
}

import { chemistryCommands } from './chemistry.ts';
import { expandCommands } from './commands.ts';
import { unitCommands } from './units.ts';

const commands = new Map([...chemistryCommands, ...unitCommands]);
const hasCommand = new RegExp(`\\\\(?:${[...commands.keys()].join('|')})(?![a-zA-Z])`);

/**
 * A formula with the commands of mhchem (`\ce`, `\pu`) and siunitx (`\SI`, `\qty`, `\num` …) replaced by plain TeX, so
 * that every Marp tool can set it.
 */
export const expandTex = (tex: string): string => (hasCommand.test(tex) ? expandCommands(tex, commands) : tex);

/** The commands that {@link expandTex} knows. */
export const texCommands: readonly string[] = [...commands.keys()];

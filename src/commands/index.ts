import { buildCommand } from './build.ts';
import type { Command } from './command.ts';
import { coverageCommand } from './coverage.ts';
import { schemaCommand } from './schema.ts';

/** All commands, in the order of the help text. */
export const commands: readonly Command[] = [buildCommand, coverageCommand, schemaCommand];

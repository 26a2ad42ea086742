import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import type { Command } from './command.ts';
import { coverageCommand } from './coverage.ts';
import { devCommand } from './dev.ts';
import { layoutsCommand } from './layouts.ts';
import { schemaCommand } from './schema.ts';

/** All commands, in the order of the help text. */
export const commands: readonly Command[] = [buildCommand, checkCommand, coverageCommand, devCommand, layoutsCommand, schemaCommand];

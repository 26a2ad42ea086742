import { afterCommand } from './after.ts';
import { buildCommand } from './build.ts';
import { checkCommand } from './check.ts';
import type { Command } from './line/command.ts';
import { coverageCommand } from './coverage.ts';
import { devCommand } from './dev.ts';
import { diffCommand } from './diff.ts';
import { doctorCommand } from './doctor.ts';
import { importCommand } from './import.ts';
import { layoutsCommand } from './layouts.ts';
import { mergeCommand } from './merge.ts';
import { newCommand } from './new.ts';
import { planCommand } from './plan.ts';
import { schemaCommand } from './schema.ts';
import { statementsCommand } from './statements.ts';
import { verifyCommand } from './verify.ts';

/** All commands, in the order of the help text. */
export const commands: readonly Command[] = [
  buildCommand,
  checkCommand,
  coverageCommand,
  statementsCommand,
  devCommand,
  newCommand,
  importCommand,
  afterCommand,
  diffCommand,
  layoutsCommand,
  schemaCommand,
  doctorCommand,
  planCommand,
  mergeCommand,
  verifyCommand,
];

import { parseArgs, type ParseArgsConfig } from 'node:util';
import { NotPossible, suggest } from '../../base/index.ts';
import { exits, UsageError, type Command, type OptionValues, type Terminal } from './command.ts';
import { commandHelp, mainHelp } from './help.ts';
import { commands } from '../index.ts';
import { toolVersion } from '../../project/index.ts';

/** Runs one command line. @returns the exit code. */
export async function runCommandLine(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    terminal.out(mainHelp(commands));
    return name === undefined ? exits.usage : exits.fine;
  }
  if (name === '--version' || name === '-v') {
    terminal.out(`${toolVersion().version}\n`);
    return exits.fine;
  }
  const command = commands.find((item) => item.name === name);
  if (!command) return usage(`There is no command "${name}".${nearest(name)}`, terminal);
  try {
    const parsed = parse(command, rest);
    if (parsed === 'help') {
      terminal.out(commandHelp(command));
      return exits.fine;
    }
    return await command.run(parsed.operands, parsed.options, terminal);
  } catch (error) {
    if (error instanceof NotPossible) return usage(`lectern ${command.name}: ${error.message}`, terminal);
    throw error;
  }
}

const nearest = (name: string): string => {
  const near = suggest(
    name,
    commands.map((command) => command.name),
  );
  return near ? ` Did you mean "${near}"?` : '';
};

function usage(message: string, terminal: Terminal): number {
  terminal.err(`${message}\nSee lectern --help.\n`);
  return exits.usage;
}

function parse(
  command: Command,
  args: readonly string[],
): 'help' | { operands: readonly string[]; options: OptionValues } {
  const options: NonNullable<ParseArgsConfig['options']> = { help: { type: 'boolean', short: 'h' } };
  for (const [name, { type, multiple }] of Object.entries(command.options))
    options[name] = multiple ? { type, multiple } : { type };
  try {
    const parsed = parseArgs({ args: withBareValues(command, args), options, allowPositionals: true, strict: true });
    return parsed.values.help === true ? 'help' : { operands: parsed.positionals, options: parsed.values };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unknown = /Unknown option '--?([\w-]+)'/.exec(message)?.[1];
    const near = unknown === undefined ? undefined : suggest(unknown, Object.keys(options));
    throw new UsageError(
      unknown === undefined ? message : `there is no option --${unknown}.${near ? ` Did you mean --${near}?` : ''}`,
    );
  }
}

/** Gives options whose value may be left out the one they then mean. */
const withBareValues = (command: Command, args: readonly string[]): string[] =>
  args.map((arg, i) => {
    const bare = arg.startsWith('--') ? command.options[arg.slice(2)]?.bare : undefined;
    const next = args[i + 1];
    return bare !== undefined && (next === undefined || next.startsWith('-')) ? `${arg}=${bare}` : arg;
  });

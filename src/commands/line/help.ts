import type { Command } from './command.ts';

const pad = (text: string, width: number): string => text.padEnd(width);

/** `lectern --help`. */
export function mainHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map((command) => command.name.length)) + 2;
  const lines = commands.map((command) => `  ${pad(command.name, width)}${command.summary}`);
  return `Usage: lectern COMMAND [OPTIONS]\n\nOne YAML outline in, a whole lesson kit out.\n\nCommands:\n${lines.join('\n')}\n\nExit codes: 0 fine, 1 findings or a failed lesson, 2 usage or configuration, 3 no usable browser, 130 interrupted.\nlectern COMMAND --help tells more.\n`;
}

/** `lectern COMMAND --help`. */
export function commandHelp(command: Command): string {
  const rows = Object.entries(command.options).map(
    ([name, option]) => [`--${name}${option.value ? ` ${option.value}` : ''}`, option.help] as const,
  );
  const width = Math.max(0, ...rows.map(([flag]) => flag.length)) + 2;
  const options =
    rows.length === 0 ? '' : `\nOptions:\n${rows.map(([flag, help]) => `  ${pad(flag, width)}${help}`).join('\n')}\n`;
  const examples = command.examples.map((example) => `  ${example}`).join('\n');
  return `Usage: lectern ${command.name} ${command.operands}\n\n${command.summary[0]?.toUpperCase() ?? ''}${command.summary.slice(1)}.\n${options}\nExamples:\n${examples}\n`;
}

import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { commandHelp, mainHelp } from '../../src/commands/line/help.ts';
import { commands } from '../../src/commands/index.ts';
import { packageRoot } from '../support/files.ts';

const block = (text: string): string => `\`\`\`text\n${text.trimEnd()}\n\`\`\`\n`;

function page(): string {
  const parts = commands.map((command) => `## lectern ${command.name}\n\n${block(commandHelp(command))}`);
  return `# Command line\n\nWritten from the commands themselves: \`UPDATE_DOCS=1 npx vitest run tests/docs/cli.test.ts\`.\n\n${block(mainHelp(commands))}\n${parts.join('\n')}`;
}

it('docs/cli.md says what --help says', () => {
  const file = join(packageRoot, 'docs/cli.md');
  if (process.env.UPDATE_DOCS === '1') writeFileSync(file, page());
  expect(readFileSync(file, 'utf8')).toBe(page());
});

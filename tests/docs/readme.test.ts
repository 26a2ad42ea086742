import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../src/commands/index.ts';
import { packageRoot } from '../support/files.ts';

const pages = [
  'README.md',
  'THIRD-PARTY.md',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  ...readdirSync(join(packageRoot, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const read = (page: string): string => readFileSync(join(packageRoot, page), 'utf8');
const scripts = (JSON.parse(read('package.json')) as { scripts: Record<string, string> }).scripts;

/** Command lines in blocks marked `sh`, and the `lectern …` ones in the text. */
const commandLines = (text: string): readonly string[] => [
  ...[...text.matchAll(/^```sh\n([^]*?)^```/gm)].flatMap((match) => (match[1] ?? '').trim().split(/\n| && /)),
  ...[...text.matchAll(/`((?:npx )?lectern [a-z][^`]*)`/g)].map((match) => match[1] ?? ''),
];

/** The files of the project that a page links to. */
function linksOf(text: string): readonly string[] {
  const links = [...text.replace(/```[^]*?```|`[^`\n]*`/g, '').matchAll(/\]\(([^)\s]+)\)/g)].map(
    (match) => match[1] ?? '',
  );
  return links.filter((link) => !/^(https?:|mailto:|#)/.test(link)).map((link) => link.replace(/#.*$/, ''));
}

function isKnown(line: string): boolean {
  if (line === 'npm ci' || line === 'npm test') return true;
  const script = /^(?:[A-Z]+=\S+ )*npm run (\S+)/.exec(line)?.[1];
  if (script !== undefined) return script in scripts;
  const [name = '', ...rest] = line
    .replace(/^npx /, '')
    .replace(/^lectern /, '')
    .split(/\s+/);
  const command = commands.find((item) => item.name === name);
  const options = rest.filter((word) => word.startsWith('--')).map((word) => word.slice(2));
  return command !== undefined && options.every((option) => option in command.options || option === 'help');
}

describe.each(pages)('%s', (page) => {
  const text = read(page);
  it('names commands and options that exist', () => {
    expect(
      commandLines(text).filter((line) => !isKnown(line) && !/^(npx )?(vitest|lectern COMMAND)/.test(line)),
    ).toEqual([]);
  });
  it('links to files that exist', () => {
    expect(linksOf(text).filter((link) => !existsSync(join(packageRoot, dirname(page), link)))).toEqual([]);
  });
});

it('README leads to every document', () => {
  const reached = new Set<string>();
  const follow = (page: string): void => {
    if (reached.has(page) || !page.endsWith('.md')) return;
    reached.add(page);
    for (const link of linksOf(read(page))) follow(join(dirname(page), link));
  };
  follow('README.md');
  const decisions = readdirSync(join(packageRoot, 'docs/adr')).map((name) => `docs/adr/${name}`);
  expect([...pages, ...decisions].filter((page) => !reached.has(page))).toEqual([]);
});

it('README lists every command', () => {
  const listed = [...read('README.md').matchAll(/^\| `lectern (\w+)` \|/gm)].map((match) => match[1]);
  expect([...listed].sort()).toEqual(commands.map(({ name }) => name).sort());
});

it('.ci/run follows the README', () => {
  const ci = read('.ci/run');
  for (const line of ['npm ci', 'npx lectern build', 'npm run lint', 'npm run typecheck', 'npm test']) {
    expect(ci).toContain(line);
    expect(read('README.md')).toContain(line);
  }
});

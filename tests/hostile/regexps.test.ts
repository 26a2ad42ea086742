import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

/**
 * Patterns that the checker finds too slow and that are not, each with its reason: it takes a repetition of at most a few
 * hundred characters for an unbounded one. tests/text/linear.test.ts and tests/import/hostile.test.ts measure them.
 */
const bounded: readonly string[] = [
  'checks/words/tokens.ts',
  'import/import.ts',
  'import/markdown.ts',
  'text/markdown/raw.ts',
];

/**
 * What the checker has said of patterns before: `safe`, or `undecided` within fifteen seconds; those are left to the lint
 * rules and to the tests that measure. A pattern that is not listed is asked about at once, so that the list need not be
 * kept: REGEXPS=write makes it anew, REGEXPS=all asks about each pattern, as `npm run test:hostile` does.
 */
const listFile = join(import.meta.dirname, 'regexps.json');
const mode = process.env.REGEXPS ?? 'new';
const listed = JSON.parse(readFileSync(listFile, 'utf8')) as Readonly<Record<string, string>>;
const timeout = mode === 'new' ? 500 : 15_000;

/** Every regular expression that is written in the code, with the files that hold it. */
function expressions(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const file of readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'))) {
    const text = readFileSync(join(src, file), 'utf8');
    const visit = (node: ts.Node): void => {
      if (ts.isRegularExpressionLiteral(node))
        found.set(node.text, [...(found.get(node.text) ?? []), file.replaceAll('\\', '/')]);
      ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
  }
  return found;
}

interface Verdict {
  readonly literal: string;
  readonly files: readonly string[];
  readonly says: string;
}

function verdictOn(literal: string, files: readonly string[]): Verdict {
  const known = mode === 'new' ? listed[literal] : undefined;
  if (known !== undefined) return { literal, files, says: known };
  const end = literal.lastIndexOf('/');
  const flags = literal.slice(end + 1).replace('v', 'u');
  const verdict = checkSync(literal.slice(1, end), flags, { timeout });
  if (verdict.status === 'vulnerable') return { literal, files, says: verdict.complexity.summary };
  return { literal, files, says: verdict.status === 'safe' ? 'safe' : 'undecided' };
}

it('no regular expression takes more than linear time', { timeout: 3_600_000 }, () => {
  process.env.RECHECK_BACKEND = 'pure';
  const verdicts = [...expressions()].map(([literal, files]) => verdictOn(literal, files));
  const isFine = ({ says }: Verdict): boolean => says === 'safe' || says === 'undecided';
  if (mode === 'write') {
    const entries = verdicts.filter(isFine).map(({ literal, says }) => [literal, says] as const);
    const sorted = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(listFile, `${JSON.stringify(sorted, null, 2)}\n`);
  }
  const slow = verdicts.filter((one) => !isFine(one) && !one.files.every((file) => bounded.includes(file)));
  expect(slow.map(({ literal, files, says }) => `${files.join(', ')}: ${literal} (${says})`)).toEqual([]);
});

it('the checker still finds a pattern that takes the square of its text', () => {
  expect(verdictOn('/<!--([^]*?)-->/g', []).says).toMatch(/polynomial/);
});

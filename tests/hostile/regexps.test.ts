import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkSync, type Diagnostics } from 'recheck';
import ts from 'typescript';
import { expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

/**
 * What is known of patterns: `safe` says the checker; `bounded` when it finds an attack that is none, since it takes a
 * repetition of at most a few hundred characters for an unbounded one; `measured` when it could not decide within fifteen
 * seconds, and long texts of the pattern's own signs took no more than linear time. A pattern that is not listed is looked
 * at at once, so that the list need not be kept: REGEXPS=add looks at those with more patience and lists them;
 * REGEXPS=write makes the list anew; REGEXPS=all looks at each pattern, as `npm run test:hostile` does.
 */
const listFile = join(import.meta.dirname, 'regexps.json');
const mode = process.env.REGEXPS ?? 'new';
const isKept = mode === 'new' || mode === 'add';
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

const long = 50_000;
const mostMilliseconds = 150;

/** The attack that the checker found, as long as text on a slide never is. */
function attacksOf({ attack }: Extract<Diagnostics, { readonly status: 'vulnerable' }>): readonly string[] {
  const size = Math.ceil(
    long /
      Math.max(
        1,
        attack.pumps.reduce((sum, { pump }) => sum + pump.length, 0),
      ),
  );
  const middle = attack.pumps.map(({ prefix, pump }) => prefix + pump.repeat(size)).join('');
  return [middle + attack.suffix, attack.pumps[0]?.pump.repeat(long) ?? ''];
}

/** Processor time that a pattern takes to look through a text from end to end, the lesser of two runs. */
function milliseconds(literal: string, text: string): number {
  const end = literal.lastIndexOf('/');
  const flags = literal.slice(end + 1);
  const pattern = new RegExp(literal.slice(1, end), flags);
  const run = (): number => {
    const start = process.cpuUsage();
    text.replace(pattern, '');
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1000;
  };
  const first = run();
  return first < mostMilliseconds ? first : Math.min(first, run());
}

/** What a pattern itself speaks of: its signs and letters, and what stands for its classes. */
const alphabetOf = (literal: string): readonly string[] =>
  [...new Set([...Array.from(literal.replace(/\\[\w]/g, '')), ' ', 'a', '1', '\n', '\t', '"', '-'])].slice(0, 18);

/** Texts of a pattern's own signs that take more than linear time, the first of them. */
function slowTextFor(literal: string): string | undefined {
  const signs = alphabetOf(literal);
  const pairs = signs.flatMap((one) => signs.map((other) => one + other));
  return [...signs, ...pairs].find((piece) => {
    // Short first: what takes the square of its text shows there too, and is not waited for.
    const text = piece.repeat(6_000 / piece.length);
    return milliseconds(literal, text) > 10 && milliseconds(literal, text.repeat(4)) > mostMilliseconds;
  });
}

function verdictOn(literal: string, files: readonly string[], patience = timeout): Verdict {
  const known = isKept ? listed[literal] : undefined;
  if (known !== undefined) return { literal, files, says: known };
  const end = literal.lastIndexOf('/');
  const flags = literal.slice(end + 1).replace('v', 'u');
  const verdict = checkSync(literal.slice(1, end), flags, { timeout: patience });
  if (verdict.status === 'safe') return { literal, files, says: 'safe' };
  if (verdict.status === 'vulnerable') {
    const texts = attacksOf(verdict);
    const isBounded = texts.every((text) => milliseconds(literal, text) < mostMilliseconds);
    return { literal, files, says: isBounded ? 'bounded' : verdict.complexity.summary };
  }
  const slow = slowTextFor(literal);
  return { literal, files, says: slow === undefined ? 'measured' : `slow with ${JSON.stringify(slow)}` };
}

it('no regular expression takes more than linear time', { timeout: 3_600_000 }, () => {
  process.env.RECHECK_BACKEND = 'pure';
  const verdicts = [...expressions()].map(([literal, files]) => verdictOn(literal, files));
  const isFine = ({ says }: Verdict): boolean => ['safe', 'measured', 'bounded'].includes(says);
  if (mode === 'write' || mode === 'add') {
    const entries = verdicts.filter(isFine).map(({ literal, says }) => [literal, says] as const);
    const sorted = Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)));
    writeFileSync(listFile, `${JSON.stringify(sorted, null, 2)}\n`);
  }
  const slow = verdicts.filter((one) => !isFine(one));
  expect(slow.map(({ literal, files, says }) => `${files.join(', ')}: ${literal} (${says})`)).toEqual([]);
});

it('long texts of its own signs show a pattern that takes the square of its text', () => {
  expect(slowTextFor('/a*b/g')).toBeDefined();
});

it('the measure finds a pattern that takes the square of its text', () => {
  expect(milliseconds('/a*b/g', 'a'.repeat(20_000))).toBeGreaterThan(mostMilliseconds);
});

it('the checker still finds a pattern that takes the square of its text', () => {
  expect(verdictOn('/<!--([^]*?)-->/g', [], 15_000).says).toMatch(/polynomial/);
});

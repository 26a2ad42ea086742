import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { checkSync } from 'recheck';
import ts from 'typescript';
import { expect, it } from 'vitest';

const src = resolve(import.meta.dirname, '../../src');

/**
 * Patterns that the checker finds too slow and that are not, each with its reason: it takes a bounded repetition for an
 * unbounded one. tests/text/linear.test.ts measures them.
 */
const bounded: readonly string[] = ['checks/words/tokens.ts'];

/** Files with patterns that do take the square of their text, still to be mended; the limits on input bound them. */
const toMend: readonly string[] = [
  'import/markdown.ts',
  'checks/outline/plain-reading.ts',
  'formats/markdown/drawings.ts',
  'formats/pdf/tags/fonts.ts',
  'formats/pdf/tags/rules.ts',
  'render/diagrams/mermaid/attempts.ts',
];

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

it('no regular expression takes more than linear time', { timeout: 600_000 }, () => {
  process.env.RECHECK_BACKEND = 'pure';
  const slow = [...expressions()].flatMap(([literal, files]) => {
    const end = literal.lastIndexOf('/');
    // What the checker cannot decide in time is left to the lint rules and to the tests that measure.
    const verdict = checkSync(literal.slice(1, end), literal.slice(end + 1).replace('v', 'u'), { timeout: 500 });
    return verdict.status !== 'vulnerable' || files.every((file) => bounded.includes(file) || toMend.includes(file))
      ? []
      : [`${files.join(', ')}: ${literal} (${verdict.complexity.summary})`];
  });
  expect(slow).toEqual([]);
});

// The rows of a run as a table, and their place in docs/performance.md.
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const page = fileURLToPath(new URL('../docs/performance.md', import.meta.url));
const [from, to] = ['<!-- bench: written by `npm run bench -- --write` -->', '<!-- /bench -->'];

const digits = (value) => value.toFixed(value < 0.1 ? 4 : 2);

/** The rows in Markdown. */
export function tableOf(rows) {
  const lines = rows.map(
    ({ what, value, goal, verdict, detail }) =>
      `| ${what} | ${digits(value)} | ${goal === undefined ? '' : `≤ ${goal}`} | ${verdict} | ${detail} |`,
  );
  return ['| measure | ratio | goal | | detail |', '|---|---|---|---|---|', ...lines].join('\n');
}

/** Puts a table into docs/performance.md in place of the one before. @param about how it was measured, in a sentence */
export function writeTable(table, about) {
  const text = readFileSync(page, 'utf8');
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`${page} has no place for the table`);
  writeFileSync(page, `${text.slice(0, start)}${from}\n\n${about}\n\n${table}\n\n${text.slice(end)}`);
}

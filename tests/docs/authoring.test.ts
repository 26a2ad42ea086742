import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isObject, type Json } from '../../src/base/index.ts';
import { blockMarkdown } from '../../src/compose/text/index.ts';
import { configSchema } from '../../src/parse/config/schema.ts';
import { looseOutlineSchema } from '../../src/parse/schema/index.ts';
import { includeSchema, slideProperties } from '../../src/parse/schema/slide.ts';
import { definitions } from '../../src/parse/schema/defs.ts';
import { packageRoot } from '../support/files.ts';
import { slideCountIn } from '../support/marp.ts';
import { errorsOf, soundKit } from '../support/pipeline.ts';

const guide = readFileSync(join(packageRoot, 'docs/authoring.md'), 'utf8');

/** Names of all properties in a schema. */
function names(schema: Json | undefined, found = new Set<string>()): ReadonlySet<string> {
  if (Array.isArray(schema)) for (const item of schema) names(item as Json, found);
  if (!isObject(schema)) return found;
  if (isObject(schema.properties)) for (const name of Object.keys(schema.properties)) found.add(name);
  for (const child of Object.values(schema)) names(child, found);
  return found;
}

it('explains every key of the outline and of lectern.yaml', () => {
  const all = [looseOutlineSchema, includeSchema, { properties: slideProperties }, definitions, configSchema].flatMap(
    (schema) => [...names(schema)],
  );
  const missing = [...new Set(all)].filter((name) => !new RegExp(`(^|[^\\w-])${name}(:|\`)`, 'm').test(guide));
  expect(missing).toEqual([]);
});

/** The examples of the table of marks, `⏎` as a line end. */
const marks = [
  ...(/you write \|\n\|[-|]+\|\n([^]*?)\n\n/.exec(guide)?.[1] ?? '').matchAll(/ (`+) ?([^]*?) ?\1 \|$/gm),
].map((match) => (match[2] ?? '').replaceAll('\\|', '|').replaceAll('⏎', '\n'));

it('shows marks that all mean something', () => {
  const host = { picture: () => undefined, drawing: () => '', use: () => undefined, footnote: () => 1 };
  expect(marks.length).toBeGreaterThan(15);
  for (const mark of marks) {
    const problems: string[] = [];
    const written = blockMarkdown(mark, { ...host, report: ({ text }) => void problems.push(text) });
    expect(problems, mark).toEqual([]);
    expect(written.trim(), mark).not.toBe('');
  }
});

/** The slides of the table of what is read as it is meant. */
const meant = [...(/you may write \|\n\|[-|]+\|\n([^]*?)\n\n/.exec(guide)?.[1] ?? '').matchAll(/ `([^`]*)` \|$/gm)].map(
  (match) => match[1] ?? '',
);

it('shows slides that are read as they are meant', async () => {
  expect(meant.length).toBeGreaterThan(9);
  const slides = meant.map((slide) => `      - ${slide}`).join('\n');
  const kit = await soundKit(`title: T\nlang: en\nsections:\n  - title: S\n    slides:\n${slides}\n`);
  expect(errorsOf(kit)).toEqual([]);
  expect(kit.made.deck.slides.filter(({ standIn }) => standIn)).toEqual([]);
});

it('has a complete example that builds without a word of complaint', async () => {
  const [, yaml = '', source = ''] =
    /## A complete lesson[^]*?```yaml\n([^]*?)```[^]*?```markdown\n([^]*?)```/.exec(guide) ?? [];
  const kit = await soundKit(yaml, { 'lessons/x/source.md': source });
  expect(errorsOf(kit)).toEqual([]);
  expect(kit.diagnostics).toEqual([]);
  expect(kit.made.coverage.totals.uncovered).toBe(0);
  expect(slideCountIn(kit.files['deck.md'] ?? '')).toBe(5);
});

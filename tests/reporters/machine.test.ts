import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv } from 'ajv';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../src/base/index.ts';
import { report } from '../../src/reporters/index.ts';
import { member, parseJson } from './member.ts';
import { all, codes, misspelt, text } from './sample.ts';

/** The official schema, as @microsoft/jest-sarif ships it; draft 4, whose `id` newer validators call `$id`. */
function sarifSchema(): object {
  const file = createRequire(import.meta.url).resolve('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
  const parsed: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isObject(parsed)) throw new Error('the schema is not an object');
  return Object.fromEntries(Object.entries(parsed).filter(([key]) => key !== 'id' && key !== '$schema'));
}

const validate = new Ajv({
  strict: false,
  unicodeRegExp: false,
  formats: { uri: /^[a-z][a-z0-9+.-]*:\S+$/i, 'uri-reference': /^\S*$/, 'date-time': true },
}).compile(sarifSchema());

export function sarifErrors(output: string): unknown {
  return validate(JSON.parse(output)) ? [] : validate.errors;
}

interface Case {
  readonly name: string;
  readonly failed: boolean;
}

/** Parses JUnit with a strict XML parser. */
function junitCases(xml: string): readonly Case[] {
  const cases: Case[] = [];
  const parser = new SaxesParser();
  let failed = false;
  let name = '';
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    if (tag.name === 'testcase') [name, failed] = [String(tag.attributes.name), false];
    if (tag.name === 'failure') failed = true;
  });
  parser.on('closetag', (tag) => {
    if (tag.name === 'testcase') cases.push({ name, failed });
  });
  parser.write(xml).close();
  return cases;
}

describe('sarif', () => {
  it('is valid SARIF 2.1.0 with the rules of the codes', () => {
    const output = report(all, { format: 'sarif', text, codes, version: '1.2.3' });
    expect(sarifErrors(output)).toEqual([]);
    const run = member(parseJson(output), 'runs', 0);
    const rules = ['coverage/stale', 'lesson/remark', 'outline/unknown-field'].map((id) => ({ id }));
    expect(member(run, 'tool', 'driver', 'rules')).toMatchObject(rules);
    expect(member(run, 'results', 1, 'locations', 0, 'physicalLocation')).toEqual({
      artifactLocation: { uri: 'lessons/x/lesson.yaml' },
      region: { startLine: 4, startColumn: 5, endLine: 4, endColumn: 10 },
    });
    const change = member(run, 'results', 1, 'fixes', 0, 'artifactChanges', 0, 'replacements', 0);
    expect(member(change, 'insertedContent', 'text')).toBe('body');
    const related = member(run, 'results', 2, 'relatedLocations', 0);
    expect(member(related, 'physicalLocation', 'region', 'startLine')).toBe(5);
  });

  it('is valid without diagnostics and tells equal findings apart', () => {
    expect(sarifErrors(report([], { format: 'sarif' }))).toEqual([]);
    const twins = member(parseJson(report([misspelt, misspelt], { format: 'sarif' })), 'runs', 0, 'results');
    expect(member(twins, 0, 'partialFingerprints')).not.toEqual(member(twins, 1, 'partialFingerprints'));
  });

  it('encodes paths and keeps files of Lectern apart', () => {
    const output = report(
      [
        { ...misspelt, at: { file: 'a b:c?.yaml', start: 0, end: 1 } },
        { ...misspelt, at: { file: 'lectern:x/y.hbs', start: 0, end: 1 } },
      ],
      { format: 'sarif' },
    );
    expect(output).toContain('"uri": "a%20b%3Ac%3F.yaml"');
    expect(output).toContain('"uri": "lectern:x/y.hbs"');
    expect(sarifErrors(output)).toEqual([]);
  });
});

describe('junit', () => {
  it('has a case a code and file; only errors fail', () => {
    const output = report([...all, misspelt], { format: 'junit', text });
    expect(junitCases(output)).toEqual([
      { name: 'lesson/remark', failed: false },
      { name: 'outline/unknown-field', failed: true },
      { name: 'coverage/stale', failed: false },
    ]);
    expect(output).toContain('<testsuites name="lectern" tests="3" failures="1" errors="0">');
    expect(output).toContain('lessons/x/lesson.yaml:4:5: error');
  });

  it('has one passing case when nothing was found', () => {
    expect(junitCases(report([], { format: 'junit' }))).toEqual([{ name: 'no findings', failed: false }]);
  });

  it('escapes XML and replaces what XML forbids', () => {
    const message = 'A & B <x> ]]> "q" \u0000 \ud800 \ufffe';
    const output = report([{ ...misspelt, message }], { format: 'junit' });
    expect(junitCases(output)).toHaveLength(1);
    expect(output).toContain('A &amp; B &lt;x&gt; ]]&gt; &quot;q&quot; \ufffd \ufffd \ufffd');
  });
});

describe('json', () => {
  it('has lines and columns beside offsets', () => {
    const parsed = parseJson(report(all, { format: 'json', text }));
    expect(parsed).toMatchObject({ version: 1, summary: { errors: 1, warnings: 1, infos: 1 } });
    const place = { file: 'lessons/x/lesson.yaml', start: 50, end: 55, line: 4, column: 5, endLine: 4, endColumn: 10 };
    expect(member(parsed, 'diagnostics', 1)).toMatchObject({ at: place, fix: { at: place, replacement: 'body' } });
    expect(member(parsed, 'diagnostics', 2, 'related', 0, 'at', 'line')).toBe(5);
  });
});

import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allCodes } from '../../src/project/codes.ts';
import { packageRoot } from '../support/files.ts';

const codes = Object.keys(allCodes);

/** The text of all TypeScript files under a folder, but for those that a test names. */
function textsUnder(folder: string, isWanted: (file: string) => boolean = () => true): readonly string[] {
  const root = join(packageRoot, folder);
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && isWanted(file.replaceAll('\\', '/')))
    .map((file) => readFileSync(join(root, file), 'utf8'));
}

const source = textsUnder('src').join('\n');
// The tests of the reporters make up findings.
const tests = textsUnder('tests', (file) => !/^(docs|reporters)\//.test(file))
  .join('\n')
  .replaceAll('\\/', '/');

const countOf = (text: string, code: string): number =>
  text.match(new RegExp(`(?<![\\w/-])${code}(?![\\w/-])`, 'g'))?.length ?? 0;

describe('diagnostic codes', () => {
  it('are documented in docs/diagnostics.md, which is up to date', () => {
    const run = (): string =>
      execFileSync(process.execPath, [join(packageRoot, 'scripts/diagnostics-docs.mjs'), '--check'], {
        stdio: 'pipe',
      }).toString();
    expect(run).not.toThrow();
    const page = readFileSync(join(packageRoot, 'docs/diagnostics.md'), 'utf8');
    expect(codes.filter((code) => !page.includes(`### ${code}\n`))).toEqual([]);
  }, 30_000);

  it('say what is wrong, why it matters and how to mend it, in sentences', () => {
    const sentence = /^[“`'A-Z].*[.:)”]$/s;
    const poor = Object.entries(allCodes).filter(
      ([, { summary, why, mend }]) => ![summary, why, mend].every((text) => text.length > 10 && sentence.test(text)),
    );
    expect(poor.map(([code]) => code)).toEqual([]);
  });

  it('are all emitted by the code', () => {
    // Some names are put together: `template/${problem.kind}`.
    const isPutTogether = (code: string): boolean => source.includes(`\`${code.split('/')[0]}/\${`);
    expect(codes.filter((code) => countOf(source, code) < 2 && !isPutTogether(code))).toEqual([]);
  });

  it('are all declared that the code emits', () => {
    const emitted = [
      ...source.matchAll(/(?:[dD]iagnostic|[pP]roblem|report|finding)\(\s*'([a-z-]+\/[a-z0-9-]+)'/g),
    ].map((match) => match[1] ?? '');
    expect(emitted.length).toBeGreaterThan(100);
    expect([...new Set(emitted)].filter((code) => !codes.includes(code))).toEqual([]);
  });

  it('are all emitted by some test', () => {
    expect(codes.filter((code) => countOf(tests, code) === 0)).toEqual([]);
  });

  it('that tests name all exist', () => {
    const areas = new Set(codes.map((code) => code.split('/')[0] ?? ''));
    const named = [...tests.matchAll(/(?:code: |codes?\)?\.to(?:Be|Equal|Contain)\(\[?)'([a-z-]+\/[a-z0-9-]+)'/g)].map(
      (match) => match[1] ?? '',
    );
    const unknown = named.filter((code) => areas.has(code.split('/')[0] ?? '') && !codes.includes(code));
    expect([...new Set(unknown)]).toEqual([]);
  });
});

import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { copyOfLessons, lectern } from '../support/cli.ts';

const id = 'mdma-serotonine';
const project = copyOfLessons(id);
const outline = join(project.root, 'lessons', id, 'lesson.yaml');
const good = readFileSync(outline, 'utf8');
afterAll(() => project.remove());

/** The outline without the slides that carry a statement alone, found by its text. */
function withoutSlide(slideId: string, text = good): string {
  const lines = text.split('\n');
  const start = lines.findIndex((line) => line.trim() === `id: ${slideId}`);
  let first = start;
  while (!/^ {6}- /.test(lines[first] ?? '')) first--;
  let end = start;
  while (end < lines.length && !/^ {0,4}\S|^ {6}- /.test(lines[end] ?? '')) end++;
  return [...lines.slice(0, first), ...lines.slice(end)].join('\n');
}

interface Report {
  readonly summary: { readonly errors: number };
  readonly diagnostics: readonly { readonly code: string; readonly severity: string }[];
}

describe('lectern coverage, on the flagship lesson', { timeout: 240_000 }, () => {
  it('proves that every statement of every section is covered or waived', async () => {
    const { code, out } = await lectern(project.root, ['coverage', '--min-statements', '100']);
    expect([code, out]).toEqual([0, expect.stringMatching(/100 % of \d+ statements .* (\d+) of \1 sections complete/)]);
  });

  it('starts no browser, and takes no offence at a Mermaid diagram that only one could draw', async () => {
    const fourier = copyOfLessons('fourier-series');
    try {
      const { code, err } = await lectern(fourier.root, ['coverage']);
      expect([code, err]).toEqual([0, expect.not.stringContaining('diagram/not-drawn')]);
    } finally {
      fourier.remove();
    }
  });

  it('fails when a slide is deleted, and names the statement with its line in the source', async () => {
    const ids = [...good.matchAll(/^ {8}id: (\S+)$/gm)].map((match) => match[1] ?? '');
    const source = readFileSync(join(project.root, 'lessons', id, 'source.md'), 'utf8').split('\n');
    let failed = 0;
    for (const slide of ids.filter((each) => each.startsWith('tekst-'))) {
      writeFileSync(outline, withoutSlide(slide));
      const { code, err } = await lectern(project.root, ['coverage']);
      const found = [...err.matchAll(/source\.md:(\d+):(\d+): error coverage\/[a-z-]+: .*`?([a-z0-9-]+\.\d+)/g)];
      if (found.length === 0) continue;
      failed++;
      expect(code).toBe(1);
      for (const [, line] of found) expect(source[Number(line) - 1]?.trim()).not.toBe('');
      expect(err).not.toMatch(/\n {4}at /);
      if (failed === 2) break;
    }
    writeFileSync(outline, good);
    expect(failed).toBeGreaterThan(0);
  });

  it('has a minimum that can be set', async () => {
    writeFileSync(
      outline,
      withoutSlide([...good.matchAll(/^ {8}id: (\S+)$/gm)].map((match) => match[1] ?? '')[5] ?? ''),
    );
    const { code } = await lectern(project.root, ['coverage', '--min', '10', '--min-statements', '10']);
    writeFileSync(outline, good);
    expect(code).toBe(0);
  });

  it('writes the same as data', async () => {
    const ids = [...good.matchAll(/^ {8}id: (\S+)$/gm)].map((match) => match[1] ?? '');
    const sound = await lectern(project.root, ['coverage', '--reporter', 'json']);
    expect([sound.code, sound.err]).toEqual([0, '']);
    expect(JSON.parse(sound.out)).toMatchObject({ version: 1, summary: { errors: 0 } });
    writeFileSync(
      outline,
      ids.slice(4, 9).reduce((text, slide) => withoutSlide(slide, text), good),
    );
    const { code, out } = await lectern(project.root, ['coverage', '--reporter', 'json']);
    writeFileSync(outline, good);
    expect(code).toBe(1);
    const report = JSON.parse(out) as Report;
    const found = report.diagnostics.filter(({ severity }) => severity === 'error');
    expect(found.length).toBe(report.summary.errors);
    expect(found).toContainEqual(
      expect.objectContaining({
        code: expect.stringMatching(/^coverage\//) as string,
        at: expect.objectContaining({
          file: expect.stringMatching(/\.(?:md|yaml)$/) as string,
          line: expect.any(Number) as number,
        }) as object,
      }),
    );
  });

  it('--accept writes the lock; a sentence that changes then asks for a look until it is accepted again', async () => {
    const lock = join(project.root, 'lessons', id, 'coverage.lock.yaml');
    const file = join(project.root, 'lessons', id, 'source.md');
    const source = readFileSync(file, 'utf8');
    rmSync(lock, { force: true });
    expect((await lectern(project.root, ['coverage', '--accept'])).code).toBe(0);
    const accepted = readFileSync(lock, 'utf8');
    expect(accepted).toMatch(/^ {2}"[^"]+\.1": \{ hash: [0-9a-f]{64}, /m);
    expect((await lectern(project.root, ['coverage'])).err).not.toContain('coverage/stale');

    const changed = source.replace(/^([A-Z][^\n]{60,}?)([a-z]+)\.(?=\s)/m, '$1$2 ooit.');
    expect(changed).not.toBe(source);
    writeFileSync(file, changed);
    const before = await lectern(project.root, ['coverage']);
    expect(before.err).toMatch(/coverage\/stale/);
    expect(readFileSync(lock, 'utf8')).toBe(accepted);
    const accepting = await lectern(project.root, ['coverage', '--accept']);
    expect(accepting.err).not.toContain('coverage/stale');
    const again = readFileSync(lock, 'utf8');
    expect(again.split('\n').filter((line, i) => line !== accepted.split('\n')[i])).toHaveLength(1);
    expect((await lectern(project.root, ['coverage'])).err).not.toContain('coverage/stale');
    writeFileSync(file, source);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { saidOf, slideTexts } from '../../src/coverage/index.ts';
import { createFiles } from '../../src/host/index.ts';
import { makeLesson } from '../../src/make/index.ts';
import { loadCatalogue, parseConfig } from '../../src/parse/index.ts';
import { packageRoot } from '../support/files.ts';

const page = readFileSync(join(packageRoot, 'docs/coverage.md'), 'utf8');

/** The rows of the table of lessons: id, role, statements, on slides, said on the slide, in the notes, linked. */
const rows = [...page.matchAll(/^\| ([a-z-]+) \| (explainer|addition) \| (.+) \|$/gm)];

it.each([...new Set(rows.map(([, id = '']) => id))])(
  'the figures of %s on the page about coverage are its own',
  async (id) => {
    const files = createFiles(packageRoot, packageRoot);
    const config = parseConfig(files);
    if (!config.ok) throw new Error('lectern.yaml');
    const catalogue = loadCatalogue(files, ['templates']);
    const { lesson, coverage, made } = await makeLesson(id, {
      files,
      config: config.value,
      catalogue,
      audience: 'teacher',
    });
    if (lesson === undefined || coverage === undefined) throw new Error(id);
    const said = saidOf(lesson, coverage, slideTexts(lesson, made?.deck));
    const sections = coverage.sections.flatMap((section) => section.statements);
    const written = coverage.texts.map(({ text, counts }) => {
      const own = sections.filter(({ statement }) => statement.at.file === text.file);
      const count = (saying: string): number =>
        own.filter(({ statement }) => said.get(statement.id)?.saying === saying).length;
      const covered = counts.waived > 0 ? `${counts.covered}, ${counts.waived} waived` : String(counts.covered);
      const sayings = ['slide', 'notes', 'linked'].map(count).join(' | ');
      return `| ${id} | ${text.role} | ${counts.statements} | ${covered} | ${sayings} |`;
    });
    expect(rows.filter(([, one]) => one === id).map(([row]) => row)).toEqual(written);
  },
  60_000,
);

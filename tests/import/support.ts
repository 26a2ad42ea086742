import { expect } from 'vitest';
import { importLesson, readerForBytes } from '../../src/import/index.ts';
import type { Lesson } from '../../src/model/index.ts';
import { parseLesson } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';
import { stringsIn } from '../support/words.ts';

/** What became of a file. */
export interface Result {
  readonly lesson: Lesson;
  readonly report: readonly string[];
  readonly outline: string;
  readonly source: string;
  readonly files: ReadonlyMap<string, string | Uint8Array>;
}

/** Imports a file twice, which gives the same both times, and reads the lesson that it makes. */
export async function imported(
  name: string,
  content: string | Uint8Array,
  pictures: Readonly<Record<string, Uint8Array>> = {},
): Promise<Result> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const reader = readerForBytes(name, bytes);
  if (reader === undefined) throw new Error(`no reader for ${name}`);
  const make = () => importLesson(reader, bytes, { name, picture: (path) => pictures[path], wordsIn: stringsIn });
  const { files, report } = await make();
  expect((await make()).files).toEqual(files);
  const project = Object.fromEntries([...files].map(([path, data]) => [`lessons/x/${path}`, data]));
  const outcome = parseLesson(makeProject(project).files, 'lessons/x');
  expect(outcome.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!outcome.ok) throw new Error(name);
  const outline = String(files.get('lesson.yaml'));
  return { lesson: outcome.value, report, outline, source: String(files.get('source.md')), files };
}

/** The layouts of all slides, in order. */
export const layouts = ({ lesson }: Result): readonly string[] =>
  lesson.sections.flatMap(({ slides }) => slides.map(({ layout }) => layout));

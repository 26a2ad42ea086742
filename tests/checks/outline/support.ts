import { expect } from 'vitest';
import { stringify } from 'yaml';
import type { Code, Diagnostic } from '../../../src/base/index.ts';
import { makeLesson } from '../../../src/make/index.ts';
import type { Check, CheckContext } from '../../../src/checks/index.ts';
import type { Config } from '../../../src/model/index.ts';
import { defaultConfig, loadCatalogue, ownTemplates } from '../../../src/parse/index.ts';
import { makeProject } from '../../support/files.ts';

/** Fields of lesson.yaml or of a slide. */
export type Fields = Readonly<Record<string, unknown>>;

/** A slide that no check finds fault with. */
export const cleanSlide: Fields = {
  layout: 'statement',
  id: 'clean',
  title: 'A transporter moves serotonin into the cell',
  body: 'The pump works all day.',
  notes: 'Say what the pump does and why it matters.',
};

/** A lesson with these slides, after one clean slide, and whatever else is set. */
export const outlineOf = (slides: readonly Fields[], rest: Fields = {}): Fields => ({
  title: 'A lesson',
  lang: 'en',
  sections: [{ id: 'main', title: 'The only section', slides: [cleanSlide, ...slides] }],
  ...rest,
});

export interface Surroundings {
  /** More files of the lesson, by path inside its folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** Options of checks, as in lectern.yaml. */
  readonly options?: Readonly<Record<Code, Fields>>;
}

const settingsOf = (options: Readonly<Record<string, Fields>>): Config['checks'] =>
  Object.fromEntries(
    Object.entries(options).map(([code, values]) => [
      code,
      { options: values as Config['checks'][Code]['options'], at: { file: 'lectern.yaml', start: 0, end: 0 } },
    ]),
  );

/** What a finding says, with the YAML that it points at. */
export interface Found extends Diagnostic {
  readonly source: string;
}

/** Takes a lesson through the real phases and runs one check over it. */
export async function find(check: Check, outline: Fields, surroundings: Surroundings = {}): Promise<readonly Found[]> {
  const more = Object.entries(surroundings.files ?? {}).map(([path, text]) => [`lessons/x/${path}`, text] as const);
  const content: Record<string, string> = { 'lessons/x/lesson.yaml': stringify(outline), ...Object.fromEntries(more) };
  const { files } = makeProject(content);
  const config = { ...defaultConfig, checks: settingsOf(surroundings.options ?? {}) };
  const catalogue = loadCatalogue(files, ['templates', ownTemplates]);
  const { made, diagnostics } = await makeLesson('x', { files, config, catalogue, audience: 'teacher' });
  if (!made) throw new Error(diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  const context: CheckContext = { ...made, config, files };
  const found = await check.run(context);
  // What a finding says beside its message is never empty: whoever promises help gives some.
  for (const { help = ['-'] } of found) expect(help.length > 0 && help.every((line) => line.trim() !== '')).toBe(true);
  return found.map((finding) => ({
    ...finding,
    source: content[finding.at?.file ?? '']?.slice(finding.at?.start, finding.at?.end) ?? '',
  }));
}

/** The findings as `code: YAML`. */
export async function places(...args: Parameters<typeof find>): Promise<readonly string[]> {
  return (await find(...args)).map(({ code, source }) => `${code}: ${source.trim()}`);
}

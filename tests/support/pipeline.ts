import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Diagnostic } from '../../src/base/index.ts';
import { makeLesson, type MadeLesson } from '../../src/make/index.ts';
import { formats } from '../../src/formats/index.ts';
import type { Audience } from '../../src/model/index.ts';
import { defaultConfig, loadCatalogue, ownStrings, ownTemplates } from '../../src/parse/index.ts';
import { makeProject, packageRoot, type Project } from './files.ts';

/** What comes out of a lesson without a browser: every file as text by its path, and the findings. */
export interface Kit {
  readonly made: MadeLesson | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly files: Readonly<Record<string, string>>;
}

const player = (name: string): string => readFileSync(join(packageRoot, 'dist/player', name), 'utf8');

/** Takes the lesson `lessons/x` of a project through all phases that need no browser. */
export async function kitOf(project: Project, audience: Audience = 'teacher'): Promise<Kit> {
  const { files } = project;
  const catalogue = loadCatalogue(files, ['templates', ownTemplates]);
  const { made, diagnostics } = await makeLesson('x', { files, config: defaultConfig, catalogue, audience });
  const written: Record<string, string> = {};
  if (made) {
    const { papers } = defaultConfig;
    const input = {
      ...made,
      audience,
      papers,
      player: { script: player('player.js'), css: player('player.css') },
      wordsIn: (lang: string) => ownStrings(files, lang),
    };
    // What is written from templates has tests of its own.
    for (const format of formats.filter(({ standard, writes }) => standard && writes !== true)) {
      for (const file of (await format.files?.({ ...input, date: undefined })) ?? [])
        written[file.path] = Buffer.from(file.bytes).toString();
    }
  }
  return { made, diagnostics, files: written };
}

/** The same for a new project; an outline given as a value is written as JSON, which is YAML. */
export async function kitFrom(
  outline: unknown,
  more: Readonly<Record<string, string | Uint8Array>> = {},
  audience?: Audience,
): Promise<Kit> {
  const text = typeof outline === 'string' ? outline : JSON.stringify(outline);
  return kitOf(makeProject({ 'lessons/x/lesson.yaml': text, ...more }), audience);
}

/** The kit of an outline that must have no errors. */
export async function soundKit(...args: Parameters<typeof kitFrom>): Promise<Kit & { readonly made: MadeLesson }> {
  const kit = await kitFrom(...args);
  if (!kit.made) throw new Error(kit.diagnostics.map(({ code, message }) => `${code}: ${message}`).join('\n'));
  return { ...kit, made: kit.made };
}

/** The errors of a kit as `code message`, and that each has a place. */
export function errorsOf({ diagnostics }: Kit): readonly string[] {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  for (const { code, at } of errors) if (!at) throw new Error(`${code} has no place`);
  return errors.map(({ code, message }) => `${code} ${message}`);
}

/** A lesson of one section with these slides. */
export const lessonOf = (slides: readonly object[], more: object = {}): object => ({
  title: 'T',
  lang: 'en',
  sections: [{ id: 's', title: 'S', slides }],
  ...more,
});

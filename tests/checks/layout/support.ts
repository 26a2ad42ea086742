import { afterAll } from 'vitest';
import { stringify } from 'yaml';
import type { Diagnostic } from '../../../src/base/index.ts';
import { layoutChecks, measureScene, judgeScene, type Scene } from '../../../src/checks/index.ts';
import { makeLesson, type MadeLesson } from '../../../src/make/index.ts';
import { staticHtml } from '../../../src/formats/html/index.ts';
import { createBrowserPool, findBrowser } from '../../../src/host/index.ts';
import { defaultConfig, loadCatalogue, ownTemplates } from '../../../src/parse/index.ts';
import { makeProject } from '../../support/files.ts';

/** One browser for a test file. */
const pool = createBrowserPool({ find: () => findBrowser({ env: process.env }), env: process.env, pages: 1 });
afterAll(() => pool[Symbol.asyncDispose]());

export interface LaidOutLesson {
  readonly made: MadeLesson;
  readonly scene: Scene;
  readonly diagnostics: readonly Diagnostic[];
  /** The text of lesson.yaml. */
  readonly yaml: string;
  /** Findings whose message names this slide. */
  readonly of: (slide: string) => readonly Diagnostic[];
  readonly codesOf: (slide: string) => readonly string[];
  /** Judges another document as if it were this lesson's deck. */
  judge(html: string): Promise<readonly Diagnostic[]>;
}

/** Fields of lesson.yaml. */
export type Outline = Readonly<Record<string, unknown>>;

/** A lesson with the given slides and whatever else is set. */
export const outlineOf = (slides: readonly Outline[], rest: Outline = {}): Outline => ({
  title: 'A lesson',
  lang: 'en',
  plans: [{ id: 'short', minutes: 45 }],
  sections: [{ id: 'main', title: 'The only section', minutes: 45, slides }],
  ...rest,
});

/**
 * Takes a lesson through the real phases and the real browser, and judges its layout.
 * @param files more files of the lesson, by path inside its folder.
 * @throws with the findings when the lesson cannot be made.
 */
export async function layOutLesson(
  outline: Outline,
  files: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<LaidOutLesson> {
  const yaml = stringify(outline);
  const content = Object.fromEntries(Object.entries(files).map(([path, data]) => [`lessons/x/${path}`, data]));
  const project = makeProject({ 'lessons/x/lesson.yaml': yaml, ...content });
  const catalogue = loadCatalogue(project.files, ['templates', ownTemplates]);
  const config = defaultConfig;
  const result = await makeLesson('x', { files: project.files, config, catalogue, audience: 'teacher' });
  const { made } = result;
  if (!made)
    throw new Error(
      result.diagnostics
        .filter((finding) => finding.severity === 'error')
        .map((finding) => `${finding.code} ${finding.message}`)
        .join('\n'),
    );
  const { deck } = made;
  const measure = async (html: string): Promise<Scene> => {
    const measured = await pool.run('a lesson', async (page) => {
      await page.load(html, { viewport: deck.size });
      return measureScene(page, html);
    });
    if (!measured.ok) throw new Error(JSON.stringify(measured.diagnostics));
    return measured.value;
  };
  const judge = (scene: Scene) => judgeScene({ ...made, config, files: project.files }, layoutChecks, scene);
  const scene = await measure(staticHtml(deck, deck.title));
  const diagnostics = judge(scene);
  const of = (slide: string): readonly Diagnostic[] =>
    diagnostics.filter((finding) => finding.message.startsWith(`Slide "${slide}":`));
  return {
    made,
    scene,
    diagnostics,
    yaml,
    of,
    codesOf: (slide) => of(slide).map((finding) => finding.code),
    judge: async (html) => judge(await measure(html)),
  };
}

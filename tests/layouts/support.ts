import { createFiles, createBrowserPool, findBrowser } from '../../src/host/index.ts';
import { makeLesson } from '../../src/make/index.ts';
import { layoutChecks, measureScene, type Scene } from '../../src/checks/index.ts';
import type { Diagnostic } from '../../src/base/index.ts';
import { staticHtml } from '../../src/formats/html/index.ts';
import {
  galleryLessons,
  inVariant,
  overlay,
  readExamples,
  type GalleryLook,
  type LayoutExample,
} from '../../src/pages/gallery/index.ts';
import type { BrowserPool, Deck } from '../../src/model/index.ts';
import { defaultConfig, loadCatalogue, ownTemplates, type LayoutDefinition } from '../../src/parse/index.ts';
import type { Variant } from '../../src/wire/index.ts';
import { makeArtist } from '../support/artist.ts';
import { packageRoot } from '../support/files.ts';

export const files = createFiles(packageRoot, packageRoot);
const catalogue = loadCatalogue(files, [ownTemplates]);

export const layouts: readonly LayoutDefinition[] = catalogue.names.flatMap((name) => {
  const layout = catalogue.get(name);
  if (!layout?.ok) throw new Error(`${name}: ${layout?.diagnostics[0]?.message ?? 'missing'}`);
  return [layout.value];
});

export function examplesOf(layout: LayoutDefinition): readonly LayoutExample[] {
  const read = readExamples(files, layout);
  if (!read.ok) throw new Error(read.diagnostics.map(({ message }) => message).join('\n'));
  return read.value;
}

/** The themes beside `lectern` that come with Lectern; the house style is for copying. */
export const otherThemes: readonly string[] = files
  .list('lectern:templates/themes')
  .map(({ name }) => name)
  .filter((name) => name !== 'lectern' && name !== 'house-example')
  .sort();

/** Draws the Mermaid examples; its browser goes with the process. */
const { artist } = makeArtist();

export const makePool = (): BrowserPool =>
  createBrowserPool({ find: () => findBrowser({ env: process.env }), env: process.env, pages: 2 });

/** A finding with the slide it is about. */
export interface Found {
  readonly slide: string;
  readonly code: string;
  readonly message: string;
}

type Made = NonNullable<Awaited<ReturnType<typeof makeLesson>>['made']>;

/** Makes decks of examples. Those that cannot be made together are made one by one, so that each tells its own flaw. */
export async function makeDecks(
  examples: readonly LayoutExample[],
  look: GalleryLook,
): Promise<{ readonly made: readonly Made[]; readonly found: readonly Found[] }> {
  const made: Made[] = [];
  const found: Found[] = [];
  for (const lesson of galleryLessons(examples, files, 'lessons', look)) {
    const result = await makeLesson(lesson.id, {
      files: overlay(files, lesson.files),
      config: defaultConfig,
      catalogue,
      audience: 'teacher',
      artist,
    });
    const [first] = lesson.examples;
    if (result.made) made.push(result.made);
    else if (lesson.examples.length > 1) {
      const middle = Math.ceil(lesson.examples.length / 2);
      for (const part of [lesson.examples.slice(0, middle), lesson.examples.slice(middle)]) {
        const halves = await makeDecks(part, look);
        made.push(...halves.made);
        found.push(...halves.found);
      }
    } else
      found.push(
        ...result.diagnostics.map(({ code, message }) => ({
          slide: first ? `${first.layout.name}-${first.name}` : '',
          code,
          message,
        })),
      );
  }
  return { made, found };
}

const inColours = (deck: Deck, variant: Variant): Deck => ({
  ...deck,
  slides: deck.slides.map((slide) => ({ ...slide, html: inVariant(slide.html, variant) })),
});

/** Lays decks out in the browser and runs the layout checks over them. */
export async function layOutDecks(
  pool: BrowserPool,
  made: readonly Made[],
  variant: Variant,
): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const one of made) {
    const deck = inColours(one.deck, variant);
    const html = staticHtml(deck, deck.title);
    const measured = await pool.run(`${deck.lesson} ${variant}`, async (page) => {
      await page.load(html, { viewport: deck.size });
      return measureScene(page, html);
    });
    if (!measured.ok) throw new Error(measured.diagnostics[0]?.message);
    for (const check of layoutChecks) found.push(...judge(check, measured.value, { ...one, deck }, variant));
  }
  return found;
}

function judge(check: (typeof layoutChecks)[number], scene: Scene, made: Made, variant: Variant): readonly Found[] {
  const context = { ...made, config: defaultConfig, files };
  return scene.slides.flatMap((slide) =>
    check.judge({ slides: [slide] }, context).map(({ code, message }: Diagnostic) => ({
      slide: slide.id,
      code,
      message: `${variant} ${slide.width}: ${message}`,
    })),
  );
}

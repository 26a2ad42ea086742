import { variants } from '../../wire/index.ts';
import { availableParallelism } from 'node:os';
import type { Diagnostic } from '../../base/index.ts';
import { makeLesson, type World } from '../../make/index.ts';
import {
  slideSizes,
  type Config,
  type Deck,
  type Files,
  type MermaidArtist,
  type PixelSize,
} from '../../model/index.ts';
import type { Catalogue, LayoutDefinition } from '../../parse/index.ts';
import { readExamples } from './examples.ts';
import { galleryLessons, type GalleryLesson, type GalleryLook } from './lessons.ts';
import { layoutsMarkdown } from './markdown.ts';
import { overlay } from './overlay.ts';
import { galleryHtml, type GalleryEntry } from './page.ts';
import { contactSheet, slidePage } from './sheet.ts';
import { sharedCss, shownExamples, type ShownExample } from './slides.ts';

/** Folder of the gallery in the output. */
export const galleryFolder = 'gallery';

export interface RenderedExamples {
  readonly entries: readonly GalleryEntry[];
  /** Style sheet of all slides. */
  readonly css: string;
  readonly theme: string;
  readonly diagnostics: readonly Diagnostic[];
  /** The project's files with the example lessons, for messages that name a place in them. */
  readonly files: Files;
}

/** Takes the examples of layouts through the same phases as lessons, in both sizes. */
export async function renderExamples(
  project: { readonly files: Files; readonly config: Config },
  catalogue: Catalogue,
  layouts: readonly LayoutDefinition[],
  theme?: string,
  artist?: MermaidArtist,
): Promise<RenderedExamples> {
  const { files, config } = project;
  const read = layouts.map((layout) => readExamples(files, layout));
  const diagnostics: Diagnostic[] = read.flatMap((outcome) => outcome.diagnostics);
  const examples = read.flatMap((outcome) => (outcome.ok ? outcome.value : []));
  const decks: Deck[] = [];
  const shown: ShownExample[] = [];
  let seen = files;
  const take = async (lesson: GalleryLesson, look: GalleryLook): Promise<boolean> => {
    const all = overlay(files, lesson.files);
    const result = await makeLesson(lesson.id, {
      ...{ files: all, config, catalogue, audience: 'teacher' as const },
      ...(artist ? { artist } : {}),
    });
    const deck = result.made?.deck;
    if (!deck && lesson.examples.length > 1) return false;
    if (!deck) seen = overlay(seen, lesson.files);
    diagnostics.push(...result.diagnostics.filter(({ severity }) => severity === 'error'));
    decks.push(...(deck ? [deck] : []));
    if (deck) shown.push(...shownExamples(deck, lesson.examples, look.size));
    return true;
  };
  for (const size of slideSizes) {
    const look: GalleryLook = theme === undefined ? { size } : { size, theme };
    for (const lesson of galleryLessons(examples, files, config.lessons, look)) {
      if (await take(lesson, look)) continue;
      const apart = { ...look, apart: true };
      for (const single of galleryLessons(lesson.examples, files, config.lessons, apart)) await take(single, look);
    }
  }
  const entries = layouts.map((layout) => ({
    layout,
    shown: examples
      .filter((example) => example.layout === layout)
      .flatMap((example) => shown.filter((one) => one.example === example)),
  }));
  return { entries, css: sharedCss(decks), theme: theme ?? config.presentation.theme, diagnostics, files: seen };
}

/** A picture to be taken in the browser. */
interface Photograph {
  readonly path: string;
  readonly html: string;
  readonly size: PixelSize;
  readonly scale: number;
}

/**
 * Writes the gallery page, the list of layouts, a contact sheet for each variant and size, a picture of each layout.
 * @param folder where in the output it is written
 */
export async function writeGallery(
  world: Pick<World, 'browser' | 'output'>,
  { entries, css, theme }: RenderedExamples,
  folder: string,
  signal?: AbortSignal,
): Promise<readonly Diagnostic[]> {
  const findings: Diagnostic[] = [];
  const write = (path: string, bytes: Uint8Array): void => {
    findings.push(...world.output.write({ path: `${folder}/${path}`, bytes }).diagnostics);
  };
  const sheets = contactSheets(entries, css);
  const jobs = [...sheets, ...samples(entries, css)];
  const worker = async (): Promise<void> => {
    for (let job = jobs.shift(); job && signal?.aborted !== true; job = jobs.shift()) {
      const { path, html, size, scale } = job;
      const taken = await world.browser.run(`${folder}/${path}`, async (page) => {
        await page.load(html, { viewport: size });
        return page.screenshot({ clip: { x: 0, y: 0, ...size }, scale });
      });
      findings.push(...taken.diagnostics);
      if (taken.ok) write(path, taken.value);
    }
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
  const docs = entries.map(({ layout, shown }) => ({ layout, examples: shown.map(({ example }) => example) }));
  const page = galleryHtml(entries, { slideCss: css, theme, sheets: sheets.map(({ path }) => path) });
  write('index.html', Buffer.from(page));
  write('layouts.md', Buffer.from(layoutsMarkdown(docs, 'images/layouts')));
  return findings;
}

const contactSheets = (entries: readonly GalleryEntry[], css: string): readonly Photograph[] =>
  slideSizes.flatMap((size) => {
    const shown = entries.flatMap((entry) => entry.shown.filter((one) => one.size === size));
    return variants.map((variant) => ({
      path: `sheets/${variant}-${size.replace(':', 'x')}.png`,
      ...contactSheet(shown, css, variant),
      scale: 1,
    }));
  });

/** The first example of each layout, half as large as the slide. */
const samples = (entries: readonly GalleryEntry[], css: string): readonly Photograph[] =>
  entries.flatMap(({ layout, shown }) => {
    const slide = shown.find(({ size }) => size === '16:9')?.slides[0];
    if (!slide) return [];
    return [
      {
        path: `pictures/${layout.name}.png`,
        html: slidePage(slide, css),
        size: { width: 1280, height: 720 },
        scale: 0.5,
      },
    ];
  });

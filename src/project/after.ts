import { basename, dirname, relative, resolve } from 'node:path';
import { readFileSync, statSync } from 'node:fs';
import { failure, hasErrors, NotPossible, success, type Diagnostic, type FileId, type Outcome } from '../base/index.ts';
import { plainText, plainTitle } from '../compose/index.ts';
import { documentDate, printDeck } from '../formats/pdf/index.ts';
import { staticHtml } from '../formats/html/index.ts';
import {
  chaptersOf,
  inkedDeck,
  lectureDiagnostic,
  newMinutes,
  readLecture,
  webVtt,
  youTube,
} from '../lecture/index.ts';
import { artistIn, makeLesson, type MadeLesson } from '../make/index.ts';
import { decodeUtf8, textsOf, type Deck } from '../model/index.ts';
import { loadCatalogue, ownTemplates } from '../parse/index.ts';
import type { LectureRecord } from '../wire/index.ts';
import { replaceAll } from './fix.ts';
import { chooseLessons, type Project } from './project.ts';
import { toldOf } from './told.ts';
import { unifiedDiff } from './unified.ts';
import { openWorld, type OpenWorld } from './world.ts';
import { writeProjectFile } from './write.ts';

/** What is to be made of a lecture. */
export interface AfterWish {
  readonly file: string;
  /** The lesson, when it is not the one that the file names. */
  readonly lesson: string | undefined;
  /** Seconds from the start of the recording to the first slide. */
  readonly offset: number;
  /** Whether the minutes are written into the outline. */
  readonly write: boolean;
}

/** What was made of it. */
export interface After {
  /** The files, relative to the output folder. */
  readonly made: readonly string[];
  /** The new minutes as a patch; empty when they stay. */
  readonly patch: string;
  /** How many numbers were written. */
  readonly written: number;
}

/** A lecture is a few hundred kilobytes; much ink makes some megabytes. */
const mostBytes = 50_000_000;

/**
 * Makes what a lecture leaves: the deck with its drawings, chapter marks for the recording, what was counted and said, and
 * the minutes that it took as a patch of the outline.
 * @throws NotPossible when the file cannot be read.
 */
export async function afterLecture(project: Project, wish: AfterWish): Promise<Outcome<After>> {
  const record = readLecture(basename(wish.file), textOf(wish.file));
  if (!record.ok) return record;
  const chosen = chooseLessons(project, [wish.lesson ?? record.value.lesson]);
  const [id] = chosen.ok ? chosen.value : [];
  if (!chosen.ok || id === undefined) return failure(chosen.diagnostics);
  await using world = openWorld(project);
  const { files, config } = project;
  const catalogue = loadCatalogue(files, ['templates', ownTemplates]);
  const options = { files, config, catalogue, audience: 'teacher', perPlan: true, artist: artistIn(world) } as const;
  const { made, diagnostics } = await makeLesson(id, options);
  if (!made) return failure(diagnostics);
  const shown = made.planDecks.find(({ plan }) => plan.id === record.value.plan)?.deck ?? made.deck;
  const artifacts = await artifactsOf(world, { made, shown }, record.value, wish.offset);
  const minutes = newMinutes(made, record.value, ({ file, start, end }) => textsOf(files)(file).slice(start, end));
  const settled = settleMinutes(project, minutes.fixes, wish.write);
  const kept = [...artifacts.files, ...(settled.patch === '' ? [] : [textFile('minutes.patch', settled.patch)])];
  const folder = `${id}/after`;
  const found = [
    ...gone(made.deck, record.value),
    ...artifacts.diagnostics,
    ...minutes.diagnostics,
    ...settled.diagnostics,
  ];
  for (const { path, bytes } of kept)
    found.push(...world.output.write({ path: `${folder}/${path}`, bytes }).diagnostics);
  if (hasErrors(found)) return failure(found);
  const paths = kept.map(({ path }) => `${folder}/${path}`);
  return success({ made: paths, patch: settled.patch, written: settled.written }, found);
}

function textOf(file: string): string {
  const stat = statSync(file, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new NotPossible(`there is no file ${file}`);
  if (stat.size > mostBytes) throw new NotPossible(`${file} is larger than ${mostBytes / 1e6} MB`);
  const text = decodeUtf8(readFileSync(file));
  if (text === undefined) throw new NotPossible(`${file} is no text in UTF-8`);
  return text;
}

interface NewFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

const textFile = (path: string, text: string): NewFile => ({ path, bytes: Buffer.from(text) });

async function artifactsOf(
  world: OpenWorld,
  { made, shown }: { readonly made: MadeLesson; readonly shown: Deck },
  record: LectureRecord,
  offset: number,
): Promise<{ readonly files: readonly NewFile[]; readonly diagnostics: readonly Diagnostic[] }> {
  const { lesson, deck } = made;
  const sectionOf = new Map(deck.slides.map(({ id, section }) => [id, section]));
  const titleOf = new Map(lesson.sections.map(({ id, title }) => [id, plainTitle(title)]));
  const chapters = chaptersOf(record, { sectionOf, titleOf }, offset);
  const marks =
    chapters.length === 0
      ? []
      : [textFile('chapters.vtt', webVtt(chapters)), textFile('chapters.txt', youTube(chapters))];
  const told = textFile('lecture.md', toldOf(record, made));
  const inked = inkedDeck(shown, record);
  const date = documentDate(lesson.date, world.sourceDateEpoch);
  const metadata = {
    title: plainTitle(lesson.title),
    authors: lesson.authors.map(plainText),
    lang: lesson.lang,
    ...(date ? { date } : {}),
  };
  const document = { html: staticHtml(inked, metadata.title), viewport: inked.size };
  const printed = await world.browser.show(`lecture "${lesson.id}"`, document, (page, report) =>
    printDeck(page, report, { file: 'annotated.pdf', metadata, slides: inked.slides }),
  );
  if (!printed.ok) return { files: [told, ...marks], diagnostics: printed.diagnostics };
  const { bytes, diagnostics = [] } = printed.value();
  return { files: [{ path: 'annotated.pdf', bytes }, told, ...marks], diagnostics };
}

/** Slides that were drawn on and are not there any more. */
function gone(deck: Deck, { ink }: LectureRecord): readonly Diagnostic[] {
  const ids = new Set(deck.slides.map(({ id }) => id));
  return Object.entries(ink).flatMap(([id, strokes]) =>
    ids.has(id) || strokes.length === 0
      ? []
      : [lectureDiagnostic('after/slide-gone', `The drawing on slide "${id}" is left out: the deck has no such slide`)],
  );
}

/** Shows the new minutes as a patch, and writes them when that was asked for. */
function settleMinutes(
  { root, files }: Project,
  fixes: ReturnType<typeof newMinutes>['fixes'],
  write: boolean,
): { readonly patch: string; readonly written: number; readonly diagnostics: readonly Diagnostic[] } {
  const text = textsOf(files);
  const patches: string[] = [];
  const diagnostics: Diagnostic[] = [];
  let written = 0;
  for (const file of new Set<FileId>(fixes.map(({ at }) => at.file))) {
    const own = fixes.filter(({ at }) => at.file === file);
    const made = replaceAll(text(file), own);
    patches.push(unifiedDiff(relative(root, resolve(root, dirname(file), basename(file))), text(file), made.text));
    const problems = write ? writeProjectFile(root, file, made.text) : [];
    diagnostics.push(...problems);
    if (write && problems.length === 0) written += made.count;
  }
  return { patch: patches.join(''), written, diagnostics };
}

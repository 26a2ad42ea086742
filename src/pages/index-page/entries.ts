import type { Diagnostic } from '../../base/index.ts';
import type { Manifest, ManifestLesson } from '../../make/index.ts';
import { ownFonts } from '../../compose/index.ts';
import { ownStrings, pageWords } from '../../parse/index.ts';
import { codePointsOf, inlineFonts } from '../../render/index.ts';
import type { Audience, Files } from '../../model/index.ts';
import { indexHtml } from './page.ts';
import type { IndexEntry } from './types.ts';

/** Pictures are part of the page; beyond this many lessons it shows cards of type only. */
const mostPictures = 60;

/** Which editions a page shows: never the lecturer's beside one that others get. */
export type Shelf = 'all' | 'shared' | 'teacher';

/** The pages that list the lessons, and what each shows. With an edition for others the lecturer's have a page of their own. */
export function shelvesOf(manifest: Manifest): ReadonlyMap<string, Shelf> {
  const audiences = new Set(Object.values(manifest.lessons).flatMap(({ artifacts }) => artifacts.map(audienceOf)));
  if (audiences.size < 2 || !audiences.has('teacher')) return new Map([['index.html', 'all']]);
  return new Map([
    ['index.html', 'shared'],
    ['teacher.html', 'teacher'],
  ]);
}

const audienceOf = ({ audience }: ManifestLesson['artifacts'][number]): Audience => audience;

/** A page of all lessons, from the manifest and the lessons that failed in this run. */
export function indexPage(
  manifest: Manifest,
  failed: ReadonlyMap<string, readonly Diagnostic[]>,
  read: (path: string) => Uint8Array | undefined,
  files: Files,
  shelf: Shelf = 'all',
): string {
  const lessons = Object.values(manifest.lessons).map((lesson) => ({
    ...lesson,
    artifacts: lesson.artifacts.filter(
      ({ audience }) => shelf === 'all' || (audience === 'teacher') === (shelf === 'teacher'),
    ),
  }));
  const withPictures = lessons.length <= mostPictures;
  const entries = lessons.map((lesson) =>
    entryOf(lesson, failed.get(lesson.id), withPictures ? read : () => undefined),
  );
  const unknown = [...failed]
    .filter(([id]) => !(id in manifest.lessons))
    .map(([id, diagnostics]) => failedEntry(id, diagnostics));
  const all = [...entries, ...unknown].sort((a, b) => (a.id < b.id ? -1 : 1));
  const deckCss = inlineFonts(
    ownFonts(files),
    files,
    'Lectern Sans Lectern Serif',
    codePointsOf(JSON.stringify(all.map(textsOf))),
  ).css;
  return indexHtml(all, { deckCss, wordsIn: (lang) => pageWords(ownStrings(files, lang), 'overview') });
}

const countOf = (diagnostics: readonly Diagnostic[], severity: Diagnostic['severity']): number =>
  diagnostics.filter((finding) => finding.severity === severity).length;

function entryOf(
  lesson: ManifestLesson,
  failure: readonly Diagnostic[] | undefined,
  read: (path: string) => Uint8Array | undefined,
): IndexEntry {
  const { statements } = lesson;
  const thumbnail = lesson.artifacts.find(({ path, only }) => only === undefined && path.endsWith('/thumbnail.png'));
  const picture = thumbnail && read(thumbnail.path);
  return {
    id: lesson.id,
    title: lesson.title,
    ...(lesson.subtitle === undefined ? {} : { subtitle: lesson.subtitle }),
    authors: lesson.authors,
    lang: lesson.lang,
    plans: lesson.plans,
    slides: lesson.slides,
    ...(picture ? { thumbnail: `data:image/png;base64,${Buffer.from(picture).toString('base64')}` } : {}),
    links: lesson.artifacts
      .filter(({ path }) => !path.includes('/assets/') && !path.endsWith('/thumbnail.png'))
      .map(({ path, audience, only }) => ({ path, audience, ...(only && { isPart: true }) })),
    ...(statements.total === 0
      ? {}
      : {
          coverage: {
            covered: statements.covered,
            waived: statements.waived,
            uncovered: statements.total - statements.covered - statements.waived,
          },
        }),
    errors: failure ? countOf(failure, 'error') : lesson.errors,
    warnings: failure ? countOf(failure, 'warning') : lesson.warnings,
    failed: failure !== undefined,
  };
}

const failedEntry = (id: string, diagnostics: readonly Diagnostic[]): IndexEntry => ({
  id,
  title: id,
  authors: [],
  lang: 'en',
  plans: [],
  slides: 0,
  links: [],
  errors: countOf(diagnostics, 'error'),
  warnings: countOf(diagnostics, 'warning'),
  failed: true,
});

/** What the page shows of a lesson in its fonts. */
const textsOf = ({ title, subtitle, authors }: IndexEntry): readonly unknown[] => [title, subtitle, authors];

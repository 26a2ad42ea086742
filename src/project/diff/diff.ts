import { failure, hashOf, hasErrors, isObject, success, type Diagnostic, type Outcome } from '../../base/index.ts';
import { createLedgerOutput, type LedgerOutput } from '../../host/index.ts';
import { ownStrings, pageWords } from '../../parse/index.ts';
import {
  changesMarkdown,
  changesPage,
  compareDecks,
  looksOf,
  settleChanges,
  type Change,
  type LessonChanges,
  type Look,
  type ShownDeck,
} from '../../review/index.ts';
import { fill } from '../../wire/index.ts';
import type { Project } from '../project.ts';
import { openWorld, type OpenWorld } from '../world.ts';
import { diagnostic } from './codes.ts';
import { openVersion, type Version } from './versions.ts';

/** What is to be compared, and for whom. */
export interface DiffWish {
  readonly old: string;
  /** The project as it is when absent. */
  readonly now: string | undefined;
  readonly lessons: readonly string[];
  readonly forStudents: boolean;
  /** The folder in which the names were written. */
  readonly cwd: string;
  /** Where the pages go. */
  readonly folder: string;
  readonly signal: AbortSignal;
}

/** What differs. */
export interface Diff {
  readonly files: readonly string[];
  readonly lessons: readonly {
    readonly id: string;
    readonly changes: readonly Pick<Change, 'kind' | 'id' | 'title'>[];
  }[];
}

/** A lesson in both versions; it may be missing in one of them. */
interface Pair {
  readonly id: string;
  readonly old: ShownDeck;
  readonly now: ShownDeck;
  readonly sources: { readonly old?: ShownDeck; readonly now?: ShownDeck };
}

/**
 * Compares two versions slide by slide and writes a page, the same as Markdown, and pictures of the slides that look
 * another way.
 * @throws NotPossible when a version is neither a folder nor a revision.
 */
export async function compareVersions(project: Project, wish: DiffWish): Promise<Outcome<Diff>> {
  const audiences = wish.forStudents ? (['student', 'teacher'] as const) : (['teacher'] as const);
  const opening = { ...wish, audiences };
  const old = await openVersion(project, wish.old, opening);
  const now = await openVersion(project, wish.now, opening);
  const found: Diagnostic[] = [...old.diagnostics, ...now.diagnostics];
  const pairs = pairsOf(old, now, wish.forStudents);
  found.push(...pairs.diagnostics);
  if (hasErrors(found)) return failure(found);
  await using world = openWorld(project);
  const lessons: LessonChanges[] = [];
  const pictures = new Map<string, Uint8Array>();
  for (const pair of pairs.value) {
    const all = compareDecks(pair.old, pair.now, pair.sources);
    const looks = await looksAt(world, pair, all);
    found.push(...looks.diagnostics);
    const changes = settleChanges(all, looks.value).filter(
      (change) => !wish.forStudents || isForStudents(change, looks.value),
    );
    if (changes.length === 0) continue;
    const { title, lang } = pair.now.slides.length > 0 ? pair.now : pair.old;
    const paths = keep(changes, looks.value, pictures);
    lessons.push({ lesson: pair.id, title, lang, changes, pictures: paths });
  }
  const written = write(project, lessons, pictures, { wish, names: [old.name, now.name] });
  found.push(...written.diagnostics);
  if (!written.ok || hasErrors(found)) return failure(found);
  return success({ files: written.value, lessons: lessons.map(({ lesson: id, changes }) => ({ id, changes })) }, found);
}

/** On a sheet for students stand the slides that they see another way, not those behind which only the source changed. */
const isForStudents = ({ kind, id, lines }: Change, looks: ReadonlyMap<string, Look>): boolean =>
  kind !== 'moved' && (looks.has(id) || lines.length > 0);

const nothing = (like: ShownDeck): ShownDeck => ({ ...like, slides: [] });

function pairsOf(
  old: Version,
  now: Version,
  forStudents: boolean,
): Outcome<readonly Pair[]> & { readonly value: readonly Pair[] } {
  const diagnostics: Diagnostic[] = [];
  const value: Pair[] = [];
  const shownOf = (version: Version, id: string): ShownDeck | undefined => {
    const editions = version.decks.get(id);
    if (!editions) return undefined;
    const shown = forStudents
      ? (editions.get('student') ?? editions.get('public'))
      : (editions.get('teacher') ?? editions.get('student') ?? editions.get('public'));
    if (!shown)
      diagnostics.push(
        diagnostic('diff/no-student-edition', `${version.name} holds only the teacher’s edition of "${id}"`),
      );
    return shown;
  };
  for (const id of [...new Set([...old.decks.keys(), ...now.decks.keys()])].sort()) {
    const [was, is] = [shownOf(old, id), shownOf(now, id)];
    const shown = is ?? was;
    if (!shown) continue;
    const [then, today] = [old.decks.get(id)?.get('teacher'), now.decks.get(id)?.get('teacher')];
    // Of one version alone nothing can be said of the source.
    const sources = forStudents && then && today ? { old: then, now: today } : {};
    value.push({ id, old: was ?? nothing(shown), now: is ?? nothing(shown), sources });
  }
  return { ok: true, value, diagnostics };
}

async function looksAt(world: OpenWorld, { id, old, now }: Pair, changes: readonly Change[]) {
  const none: ReadonlyMap<string, Look> = new Map();
  if (!changes.some(({ mayLookOther }) => mayLookOther)) return { value: none, diagnostics: [] };
  const made = await world.browser.run(`changes of "${id}"`, (page) => looksOf(page, { old, now }, changes), {
    timeout: 600_000,
  });
  return made.ok ? made : { value: none, diagnostics: made.diagnostics };
}

/** The pictures of changed slides by paths that follow from their bytes. */
function keep(
  changes: readonly Change[],
  looks: ReadonlyMap<string, Look>,
  pictures: Map<string, Uint8Array>,
): LessonChanges['pictures'] {
  const put = (bytes: Uint8Array): string => {
    const path = `pictures/${hashOf(bytes).slice(0, 16)}.webp`;
    pictures.set(path, bytes);
    return path;
  };
  return new Map(
    changes.flatMap(({ id }) => {
      const look = looks.get(id);
      if (!look) return [];
      return [
        [id, { ...(look.old ? { old: put(look.old) } : {}), ...(look.now ? { now: put(look.now) } : {}) }] as const,
      ];
    }),
  );
}

interface Writing {
  readonly wish: DiffWish;
  readonly names: readonly [string, string];
}

const listFile = 'changes.json';

function write(
  { files }: Project,
  lessons: readonly LessonChanges[],
  pictures: ReadonlyMap<string, Uint8Array>,
  { wish, names }: Writing,
): Outcome<readonly string[]> {
  const langs = [...new Set(lessons.map(({ lang }) => lang))];
  const { lang, words } = pageWords(ownStrings(files, langs.length === 1 ? (langs[0] ?? 'en') : 'en'), 'review');
  const title = wish.forStudents ? words.forStudents : words.title;
  const count = lessons.reduce((sum, { changes }) => sum + changes.length, 0);
  const counted = fill(words.counted, count);
  const lead = wish.forStudents ? counted : `${fill(words.lead, ...names)}: ${counted}`;
  const inlined = lessons.map((lesson) => ({ ...lesson, pictures: inPage(lesson.pictures, pictures) }));
  const summary = lessons.map(({ lesson, changes }) => ({
    lesson,
    slides: changes.map(({ kind, id }) => ({ kind, id })),
  }));
  const output = createLedgerOutput(wish.folder);
  const made = [
    { path: 'index.html', bytes: Buffer.from(changesPage(inlined, { title, lang, words, lead })) },
    { path: 'changes.md', bytes: Buffer.from(changesMarkdown(lessons, words, title)) },
    {
      path: listFile,
      bytes: Buffer.from(`${JSON.stringify({ pictures: [...pictures.keys()], lessons: summary }, undefined, 2)}\n`),
    },
    ...[...pictures].map(([path, bytes]) => ({ path, bytes })),
  ];
  removeOld(output, pictures);
  const problems = made.flatMap((file) => output.write(file).diagnostics);
  return hasErrors(problems)
    ? failure(problems)
    : success(
        made.map(({ path }) => path),
        problems,
      );
}

/** Addresses that hold the pictures themselves. */
function inPage(
  paths: LessonChanges['pictures'],
  pictures: ReadonlyMap<string, Uint8Array>,
): LessonChanges['pictures'] {
  const address = (path: string): string =>
    `data:image/webp;base64,${Buffer.from(pictures.get(path) ?? []).toString('base64')}`;
  return new Map(
    [...paths].map(([id, { old, now }]) => [
      id,
      { ...(old === undefined ? {} : { old: address(old) }), ...(now === undefined ? {} : { now: address(now) }) },
    ]),
  );
}

/** Removes pictures of an earlier comparison: those that its list names and whose bytes their names follow from. */
function removeOld(output: LedgerOutput, pictures: ReadonlyMap<string, Uint8Array>): void {
  for (const path of listedIn(output.read(listFile))) {
    const bytes = pictures.has(path) ? undefined : output.read(path);
    if (bytes && path === `pictures/${hashOf(bytes).slice(0, 16)}.webp`) output.remove(path);
  }
}

function listedIn(bytes: Uint8Array | undefined): readonly string[] {
  try {
    const value: unknown = JSON.parse(Buffer.from(bytes ?? []).toString());
    const list = isObject(value) && Array.isArray(value.pictures) ? (value.pictures as readonly unknown[]) : [];
    return list.filter((path) => typeof path === 'string');
  } catch {
    return [];
  }
}

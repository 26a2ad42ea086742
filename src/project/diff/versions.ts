import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { NotPossible, type Diagnostic } from '../../base/index.ts';
import { createLedgerOutput, createTemporaryFolder, type LedgerOutput } from '../../host/index.ts';
import { readManifest } from '../../make/index.ts';
import type { Audience } from '../../model/index.ts';
import { readShownDeck, type ShownDeck } from '../../review/index.ts';
import { formatsNamed } from '../choose-formats.ts';
import { runBuild } from '../build.ts';
import { chooseLessons, readProject, type Project } from '../project.ts';
import { openWorld } from '../world.ts';
import { diagnostic } from './codes.ts';
import { writeRevision } from './revision.ts';

/** The decks of one version, by lesson and edition. */
export interface Version {
  /** As it was named. */
  readonly name: string;
  readonly decks: ReadonlyMap<string, ReadonlyMap<Audience, ShownDeck>>;
  readonly diagnostics: readonly Diagnostic[];
}

/** What is made of a revision. */
export interface VersionWish {
  /** The folder in which the names were written. */
  readonly cwd: string;
  /** Only these lessons; all when there are none. */
  readonly lessons: readonly string[];
  readonly audiences: readonly Audience[];
  readonly signal: AbortSignal;
}

/** Opens a folder of output, or makes the decks of a git revision in a temporary place; without a name, of the project as it is. */
export async function openVersion(project: Project, name: string | undefined, wish: VersionWish): Promise<Version> {
  const folder = name === undefined ? undefined : resolve(wish.cwd, name);
  if (name !== undefined && folder !== undefined && statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return versionIn(name, [realpathSync(folder)], wish);
  using place = createTemporaryFolder();
  const out = join(place.path, 'out');
  if (name === undefined) return await makeVersion(project, 'now', out, wish);
  const files = join(place.path, 'files');
  writeRevision(project.root, name, files);
  if (!existsSync(files)) throw new NotPossible(`the project is not there at "${name}"`);
  const opened = readProject(files, { ...project.settings, out });
  if (!opened.ok) return { name, decks: new Map(), diagnostics: opened.diagnostics };
  return await makeVersion(opened.value, name, out, wish);
}

/** The decks in folders of output, and in the sites within them. */
function versionIn(name: string, folders: readonly string[], { lessons }: VersionWish): Version {
  const decks = new Map<string, Map<Audience, ShownDeck>>();
  const sources = folders.flatMap((folder) => [folder, join(folder, 'site')]).filter((folder) => existsSync(folder));
  for (const source of sources) {
    const output = createLedgerOutput(source);
    for (const path of deckPaths(output)) {
      const shown = readShownDeck(Buffer.from(output.read(path) ?? []).toString());
      if (!shown || (lessons.length > 0 && !lessons.includes(shown.lesson))) continue;
      const editions = decks.get(shown.lesson) ?? new Map<Audience, ShownDeck>();
      decks.set(shown.lesson, editions.set(shown.audience, editions.get(shown.audience) ?? shown));
    }
  }
  const none = diagnostic('diff/no-output', `${basename(name) || name} holds no deck.html of Lectern`);
  return { name, decks, diagnostics: decks.size === 0 && lessons.length === 0 ? [none] : [] };
}

/** The decks that the manifest of a folder lists, or the one that lies in it. */
function deckPaths(output: LedgerOutput): readonly string[] {
  const bytes = output.read('manifest.json');
  const manifest = bytes && readManifest(bytes);
  if (!manifest) return ['deck.html'];
  return Object.values(manifest.lessons).flatMap(({ artifacts }) =>
    artifacts.filter(({ format }) => format === 'html').map(({ path }) => path),
  );
}

async function makeVersion(project: Project, name: string, out: string, wish: VersionWish): Promise<Version> {
  const opened = { ...project, settings: { ...project.settings, out } };
  const chosen = chooseLessons(opened, []);
  if (!chosen.ok) return { name, decks: new Map(), diagnostics: [] };
  const wanted = chosen.value.filter((id) => wish.lessons.length === 0 || wish.lessons.includes(id));
  const diagnostics: Diagnostic[] = [];
  await using world = openWorld(opened);
  for (const audience of wish.audiences) {
    const plan = { lessons: wanted, formats: formatsNamed(['html']), audience, checked: false, signal: wish.signal };
    const { done } = await runBuild(opened, world, plan);
    for (const { id, state } of done)
      if (state === 'failed')
        diagnostics.push(diagnostic('diff/not-made', `Lesson "${id}" could not be made at ${name}`));
  }
  return { ...versionIn(name, [out], wish), diagnostics };
}

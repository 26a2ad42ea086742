import { hashOf, type Diagnostic, type Hash } from '../base/index.ts';
import { readManifest, removeStale, updateManifest, type LessonDone, type Manifest } from '../make/index.ts';
import type { Format } from '../formats/index.ts';
import type { LedgerOutput } from '../host/index.ts';
import type { Audience, Excerpt, Files, LessonId } from '../model/index.ts';
import { indexPage, shelvesOf } from '../pages/index-page/index.ts';
import type { Project } from './project.ts';
import { toolVersion } from './tool.ts';
import type { OpenWorld } from './world.ts';

export interface OverviewInput {
  readonly formats: readonly Format[];
  readonly audience: Audience;
  /** The part of each lesson that was made. */
  readonly only?: Excerpt;
  /** The manifest as it was when the build began. */
  readonly before: Uint8Array | undefined;
  /** What became of the lessons that were asked for. */
  readonly done: readonly LessonDone[];
  /** All lessons of the project. */
  readonly existing: readonly LessonId[];
}

export interface Overview {
  /** Files of an earlier build that no lesson makes any more. */
  readonly removed: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

const overviewFiles = ['manifest.json', 'index.html'];

/**
 * Brings manifest and index page up to date with what a build did, and removes files that no lesson makes any more. When all is as the
 * last build left it, nothing is even read.
 */
export async function settleOverview({ files }: Project, world: OpenWorld, input: OverviewInput): Promise<Overview> {
  const { output } = world;
  const { done, before, existing, only } = input;
  const key = done.every(({ state }) => state !== 'failed') ? keyOf(world, input) : undefined;
  if (key !== undefined && output.isSettled(key, overviewFiles)) return { removed: [], diagnostics: [] };
  const previous = before && readManifest(before);
  const removed = previous ? removeStale(output, previous, done, input) : [];
  const tool = { version: toolVersion().version, browser: world.browserIdentity };
  const diagnostics = await output.exclusively(() => {
    // Read again: another build in this folder may have written its own part meanwhile.
    const latest = output.read('manifest.json');
    const manifest = updateManifest(latest && readManifest(latest), tool, done, {
      existing,
      removed,
      ...(only ? { only } : {}),
    });
    return writeOverview(output, files, manifest, done);
  });
  if (key !== undefined && diagnostics.length === 0) output.settle(key, overviewFiles);
  return { removed, diagnostics };
}

/** Stands for all that manifest and index page take from lessons of which none failed. */
function keyOf(
  { version, browserIdentity }: OpenWorld,
  { formats, audience, only, done, existing }: OverviewInput,
): Hash {
  const shared = [...new Set(done.map(({ record }) => record?.trace.shared))];
  const lessons = done.map(({ id, record }) => [
    id,
    record?.trace.own,
    shared.indexOf(record?.trace.shared),
    record?.summary,
    record?.artifacts,
  ]);
  const names = formats.map((format) => format.name);
  return hashOf(JSON.stringify([version, browserIdentity, audience, only ?? '', names, existing, shared, lessons]));
}

/** Writes the manifest and the index page of all lessons. */
function writeOverview(
  output: LedgerOutput,
  files: Files,
  manifest: Manifest,
  done: readonly LessonDone[],
): readonly Diagnostic[] {
  const failed = new Map(
    done.filter((lesson) => lesson.state === 'failed').map((lesson) => [lesson.id, lesson.diagnostics]),
  );
  return overviewOf(manifest, failed, (path) => output.read(path), files).flatMap(
    ({ path, bytes }) => output.write({ path, bytes }).diagnostics,
  );
}

/** The manifest and the pages of all lessons as files. */
export const overviewOf = (
  manifest: Manifest,
  failed: ReadonlyMap<string, readonly Diagnostic[]>,
  read: (path: string) => Uint8Array | undefined,
  files: Files,
): readonly { readonly path: string; readonly bytes: Uint8Array }[] => [
  { path: 'manifest.json', bytes: Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`) },
  ...[...shelvesOf(manifest)].map(([path, shelf]) => ({
    path,
    bytes: Buffer.from(indexPage(manifest, failed, read, files, shelf)),
  })),
];

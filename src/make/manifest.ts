import { hashOf, isObject } from '../base/index.ts';
import type { ArtifactRecord, LessonSummary } from './summary.ts';
import { areArtifactsOf, isSummary, isTexts } from './shape.ts';
import { sightingsOf, subjectOf, type Trace } from './trace.ts';
import type { Excerpt } from '../model/index.ts';
import type { LessonDone } from './build.ts';

/** `output/manifest.json`: every artifact with its hash, every input with its hash, the tools. Holds no time and no path of the machine. */
export interface Manifest {
  readonly format: 'lectern-manifest/1';
  readonly tool: { readonly version: string; readonly browser: string };
  readonly lessons: Readonly<Record<string, ManifestLesson>>;
}

export interface ManifestLesson extends LessonSummary {
  readonly artifacts: readonly ArtifactRecord[];
  /** File or folder → SHA-256 of its bytes or its listing; a word when it was looked for and not found. */
  readonly inputs: Readonly<Record<string, string>>;
}

const inputsOf = (trace: Trace): Readonly<Record<string, string>> =>
  Object.fromEntries(
    sightingsOf(trace)
      .filter(([, seen]) => seen !== 'missing' && seen !== emptyListing)
      .map(([key, seen]) => [subjectOf(key), seen]),
  );

const emptyListing = hashOf('');

/**
 * Adds the lessons of one build to what an earlier one left; lessons that no longer exist are dropped.
 * @param removed artifacts of the earlier build that are gone.
 */
export function updateManifest(
  previous: Manifest | undefined,
  tool: Manifest['tool'],
  done: readonly LessonDone[],
  {
    existing,
    removed,
    only,
  }: { readonly existing: readonly string[]; readonly removed: readonly string[]; readonly only?: Excerpt },
): Manifest {
  const isThere = new Set(existing);
  const kept = Object.entries(previous?.lessons ?? {}).filter(([id]) => isThere.has(id));
  const lessons = new Map<string, ManifestLesson>(kept);
  for (const { id, record } of done) {
    if (!record) continue;
    const known = lessons.get(id);
    const before = known?.artifacts ?? [];
    const paths = new Set([...record.artifacts.map((artifact) => artifact.path), ...removed]);
    const artifacts = [...record.artifacts, ...before.filter((artifact) => !paths.has(artifact.path))];
    // What is told of a lesson is told of the whole, not of a part that was made after it.
    const told = only && known ? known : { ...record.summary, inputs: inputsOf(record.trace) };
    lessons.set(id, { ...told, artifacts: artifacts.sort(byPath) });
  }
  return {
    format: 'lectern-manifest/1',
    tool,
    lessons: Object.fromEntries([...lessons].sort(([a], [b]) => (a < b ? -1 : 1))),
  };
}

const byPath = (a: ArtifactRecord, b: ArtifactRecord): number => (a.path < b.path ? -1 : 1);

/** The manifest of ten thousand lessons has less. */
const mostBytes = 128 * 1024 * 1024;

/** Reads a manifest; `undefined` when it is none, or lists what cannot be: the next build writes it anew. */
export function readManifest(bytes: Uint8Array): Manifest | undefined {
  try {
    if (bytes.byteLength > mostBytes) return undefined;
    const value: unknown = JSON.parse(Buffer.from(bytes).toString());
    return isManifest(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isManifest(value: unknown): value is Manifest {
  if (!isObject(value) || value.format !== 'lectern-manifest/1') return false;
  const { tool, lessons } = value;
  if (!isObject(tool) || typeof tool.version !== 'string' || typeof tool.browser !== 'string') return false;
  return isObject(lessons) && Object.entries(lessons).every(([id, lesson]) => isLesson(id, lesson));
}

const isLesson = (id: string, value: unknown): boolean =>
  isSummary(value) &&
  value.id === id &&
  areArtifactsOf(id, (value as Partial<ManifestLesson>).artifacts) &&
  isTexts((value as Partial<ManifestLesson>).inputs);

import { failure, hashOf, success, type Diagnostic, type Outcome } from '../base/index.ts';
import { buildDiagnostic } from './codes.ts';
import type { Manifest, ManifestLesson } from './manifest.ts';
import type { ArtifactRecord } from './summary.ts';

/** An output folder to be merged with others. */
export interface Part {
  /** For people. */
  readonly name: string;
  readonly manifest: Manifest;
  /** The bytes of a file in it. */
  read(path: string): Uint8Array | undefined;
}

/** The manifest of several parts that were made by the same tools and agree on every lesson that they share. */
export function mergeManifests(parts: readonly Part[]): Outcome<Manifest> {
  const [first, ...rest] = parts;
  if (!first) throw new Error('there is nothing to merge');
  const diagnostics: Diagnostic[] = [];
  const lessons = new Map<string, readonly [Part, ManifestLesson]>();
  for (const other of rest) {
    if (JSON.stringify(other.manifest.tool) === JSON.stringify(first.manifest.tool)) continue;
    diagnostics.push(
      buildDiagnostic(
        'merge/other-tools',
        `${first.name} was made by ${toolOf(first)}, ${other.name} by ${toolOf(other)}`,
      ),
    );
  }
  for (const part of parts) {
    for (const [id, lesson] of Object.entries(part.manifest.lessons)) {
      // On some disks letters of both cases name the same folder.
      const known = lessons.get(id.toLowerCase());
      if (known === undefined) lessons.set(id.toLowerCase(), [part, lesson]);
      else if (JSON.stringify(known[1]) !== JSON.stringify(lesson))
        diagnostics.push(
          buildDiagnostic(
            'merge/conflict',
            `${known[0].name} and ${part.name} hold different states of lesson "${id}"`,
          ),
        );
    }
  }
  if (diagnostics.length > 0) return failure(diagnostics);
  const sorted = [...lessons.values()]
    .map(([, lesson]) => [lesson.id, lesson] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return success({ ...first.manifest, lessons: Object.fromEntries(sorted) });
}

const toolOf = ({ manifest: { tool } }: Part): string => `Lectern ${tool.version} with browser "${tool.browser}"`;

/** A file of the merged folder; its bytes are read when they are written, one file at a time. */
export interface MergedFile {
  readonly path: string;
  bytes(): Outcome<Uint8Array>;
}

/** Every artifact of the parts, each checked against its manifest when it is read; what two parts share is taken once. */
export function mergedFiles(parts: readonly Part[]): readonly MergedFile[] {
  const files = new Map<string, MergedFile>();
  for (const part of parts) {
    for (const artifact of Object.values(part.manifest.lessons).flatMap((lesson) => lesson.artifacts)) {
      if (!files.has(artifact.path))
        files.set(artifact.path, { path: artifact.path, bytes: () => readChecked(part, artifact) });
    }
  }
  return [...files.values()];
}

function readChecked(part: Part, { path, hash }: ArtifactRecord): Outcome<Uint8Array> {
  const bytes = part.read(path);
  if (!bytes) return failure([buildDiagnostic('merge/damaged', `${part.name}/${path} is missing or no regular file`)]);
  if (hashOf(bytes) === hash) return success(bytes);
  return failure([buildDiagnostic('merge/damaged', `${part.name}/${path} is not the file that its manifest lists`)]);
}

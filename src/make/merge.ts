import { failure, hashOf, success, type Diagnostic, type Outcome } from '../base/index.ts';
import { buildDiagnostic } from './codes.ts';
import type { Manifest, ManifestLesson } from './manifest.ts';
import type { ArtifactRecord } from './record.ts';
import type { OutputFolder } from './world.ts';

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
      const known = lessons.get(id);
      if (known === undefined) lessons.set(id, [part, lesson]);
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
  const sorted = [...lessons].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, [, lesson]]) => [id, lesson] as const);
  return success({ ...first.manifest, lessons: Object.fromEntries(sorted) });
}

const toolOf = ({ manifest: { tool } }: Part): string => `Lectern ${tool.version} with browser "${tool.browser}"`;

/** Copies every artifact of the parts, one at a time, each checked against its manifest. */
export function copyArtifacts(parts: readonly Part[], output: OutputFolder): readonly Diagnostic[] {
  return parts.flatMap((part) =>
    Object.values(part.manifest.lessons)
      .flatMap((lesson) => lesson.artifacts)
      .flatMap((artifact) => copyArtifact(part, artifact, output)),
  );
}

function copyArtifact(part: Part, { path, hash }: ArtifactRecord, output: OutputFolder): readonly Diagnostic[] {
  if (output.holds(path, hash)) return [];
  const bytes = part.read(path);
  if (!bytes) return [buildDiagnostic('merge/damaged', `${part.name}/${path} is missing`)];
  if (hashOf(bytes) !== hash)
    return [buildDiagnostic('merge/damaged', `${part.name}/${path} is not the file that its manifest lists`)];
  return output.write({ path, bytes, hash }).diagnostics;
}

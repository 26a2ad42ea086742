import type { Diagnostic } from '../base/index.ts';
import { buildDiagnostic } from './codes.ts';
import type { ArtifactRecord } from './summary.ts';

type Read = (path: string) => Uint8Array | undefined;

/** What a rebuild gave, and where its files can be read. */
export interface Rebuilt {
  readonly artifacts: readonly ArtifactRecord[];
  readonly read: Read;
}

/**
 * Compares the artifacts that a manifest lists with those of a rebuild.
 * @param read gives the files that were built before.
 * @returns one finding for each artifact that differs, with the place of the first difference.
 */
export function compareArtifacts(
  listed: readonly ArtifactRecord[],
  rebuilt: Rebuilt,
  read: Read,
): readonly Diagnostic[] {
  const fresh = new Map(rebuilt.artifacts.map((artifact) => [artifact.path, artifact]));
  const known = new Set(listed.map((artifact) => artifact.path));
  const findings = listed.map((artifact) => {
    const again = fresh.get(artifact.path);
    if (!again)
      return buildDiagnostic('verify/extra', `${artifact.path} is in the manifest, but the rebuild does not make it`);
    if (again.hash === artifact.hash) return undefined;
    const where = firstDifference(read(artifact.path), rebuilt.read(artifact.path));
    return buildDiagnostic('verify/differs', `${artifact.path} differs from a rebuild${where}`);
  });
  const extra = rebuilt.artifacts
    .filter((artifact) => !known.has(artifact.path))
    .map(({ path }) => buildDiagnostic('verify/extra', `A rebuild makes ${path}, which is not in the manifest`));
  return [...findings.filter((finding) => finding !== undefined), ...extra];
}

const shown = 24;

/** ` at byte 17: "…" became "…"`; empty when one of the two cannot be read. */
function firstDifference(before: Uint8Array | undefined, after: Uint8Array | undefined): string {
  if (!before || !after) return '';
  const length = Math.min(before.byteLength, after.byteLength);
  let at = 0;
  while (at < length && before[at] === after[at]) at++;
  if (at === length && before.byteLength === after.byteLength) return '';
  const piece = (bytes: Uint8Array): string =>
    JSON.stringify(Buffer.from(bytes.subarray(at, at + shown)).toString('latin1'));
  return ` from byte ${at}: ${piece(before)} became ${piece(after)}`;
}

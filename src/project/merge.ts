import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { failure, hasErrors, success, type Diagnostic, type Outcome } from '../base/index.ts';
import { createLedgerOutput, type LedgerOutput } from '../host/index.ts';
import { buildDiagnostic, mergedFiles, mergeManifests, readManifest, type Manifest, type Part } from '../make/index.ts';
import type { Files } from '../model/index.ts';
import { overviewOf } from './overview.ts';
import type { Project } from './project.ts';
import { outputFolder } from './settings.ts';

/** Joins output folders, named from a folder of the user, into that of the project. @returns the number of lessons */
export async function mergeOutputs(
  { root, config, settings, files }: Project,
  names: readonly string[],
  from: string,
): Promise<Outcome<number>> {
  const output = createLedgerOutput(outputFolder(root, config, settings));
  const opened = names.map((name) => openPart(name, realFolder(resolve(from, name))));
  const parts = opened.flatMap((part) => ('manifest' in part ? [part] : []));
  const unopened = opened.flatMap((part) => ('manifest' in part ? [] : [part]));
  if (unopened.length > 0) return failure(unopened);
  const merged = mergeManifests(parts);
  if (!merged.ok) return merged;
  const findings = [...merged.diagnostics, ...(await writeMerged(parts, merged.value, output, files))];
  return hasErrors(findings) ? failure(findings) : success(Object.keys(merged.value.lessons).length, findings);
}

/** Writes artifacts, manifest and index page together: a merge that fails changes nothing. */
function writeMerged(
  parts: readonly Part[],
  manifest: Manifest,
  output: LedgerOutput,
  files: Files,
): Promise<readonly Diagnostic[]> {
  const merged = mergedFiles(parts);
  const byPath = new Map(merged.map((file) => [file.path, file]));
  const read = (path: string): Uint8Array | undefined => {
    const bytes = byPath.get(path)?.bytes();
    return bytes?.ok ? bytes.value : undefined;
  };
  const overview = overviewOf(manifest, new Map(), read, files);
  const rest = overview.map(({ path, bytes }) => ({ path, bytes: () => success(bytes) }));
  return output.exclusively(() => output.writeAll([...merged, ...rest]));
}

/** A part may be named by a link; what lies in it is not followed further. */
const realFolder = (path: string): string => (existsSync(path) ? realpathSync(path) : path);

function openPart(name: string, folder: string): Part | Diagnostic {
  const source = createLedgerOutput(folder);
  const bytes = source.read('manifest.json');
  const manifest = bytes && readManifest(bytes);
  if (!manifest) return buildDiagnostic('merge/no-manifest', `${name} holds no manifest.json of Lectern`);
  return { name, manifest, read: (path) => source.read(path) };
}

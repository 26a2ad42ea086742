import { existsSync, realpathSync } from 'node:fs';
import { resolve } from 'node:path';
import { success, type Diagnostic } from '../base/index.ts';
import { buildDiagnostic, mergedFiles, mergeManifests, readManifest, type Manifest, type Part } from '../make/index.ts';
import { createLedgerOutput, type LedgerOutput } from '../host/index.ts';
import { outputFolder, overviewOf, type Project } from '../project/index.ts';
import { UsageError, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { exitCode, showFindings } from './line/findings.ts';
import { reporterOption, shared } from './line/options.ts';
import type { Files } from '../model/index.ts';
import { withProject } from './line/with-project.ts';

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'join the output folders of several shards into one, with one manifest and one index page',
  operands: 'FOLDER...',
  options: { out: shared.out, reporter: shared.reporter },
  examples: ['lectern merge shards/*', 'lectern merge a b --out site'],
  run(operands, options, terminal) {
    if (operands.length === 0) throw new UsageError('merge takes the output folders to join');
    return withProject(
      terminal,
      reporterOption(options),
      (project) => merge(project, operands, options, terminal),
      options,
    );
  },
};

function merge(project: Project, operands: readonly string[], options: OptionValues, terminal: Terminal): number {
  const reporter = reporterOption(options);
  const out = outputFolder(project.root, project.config, project.settings);
  const output = createLedgerOutput(out);
  const opened = operands.map((name) => openPart(name, realFolder(resolve(terminal.cwd, name))));
  const parts = opened.flatMap((part) => ('manifest' in part ? [part] : []));
  const findings: Diagnostic[] = opened.flatMap((part) => ('manifest' in part ? [] : [part]));
  const merged = findings.length === 0 ? mergeManifests(parts) : undefined;
  findings.push(...(merged?.diagnostics ?? []));
  if (merged?.ok) findings.push(...writeMerged(parts, merged.value, output, project.files));
  showFindings(findings, project.files, reporter, terminal);
  if (merged?.ok && findings.length === 0 && reporter === 'pretty')
    terminal.out(`${Object.keys(merged.value.lessons).length} lessons from ${parts.length} folders\n`);
  return exitCode(findings);
}

/** Writes artifacts, manifest and index page together: a merge that fails changes nothing. */
function writeMerged(
  parts: readonly Part[],
  manifest: Manifest,
  output: LedgerOutput,
  files: Files,
): readonly Diagnostic[] {
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

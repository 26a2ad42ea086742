import { resolve } from 'node:path';
import type { Diagnostic } from '../base/index.ts';
import { buildDiagnostic, copyArtifacts, mergeManifests, readManifest, type Part } from '../make/index.ts';
import { createLedgerOutput } from '../host/index.ts';
import { UsageError, type Command, type OptionValues, type Terminal } from './command.ts';
import { exitCode, showFindings } from './findings.ts';
import { reporterOption, shared, stringOption } from './options.ts';
import { writeOverview } from './overview.ts';
import type { Project } from './project.ts';
import { withProject } from './with-project.ts';

export const mergeCommand: Command = {
  name: 'merge',
  summary: 'join the output folders of several shards into one, with one manifest and one index page',
  operands: 'FOLDER...',
  options: { out: shared.out, reporter: shared.reporter },
  examples: ['lectern merge shards/*', 'lectern merge a b --out site'],
  run(operands, options, terminal) {
    if (operands.length === 0) throw new UsageError('merge takes the output folders to join');
    return withProject(terminal, reporterOption(options), (project) => merge(project, operands, options, terminal));
  },
};

function merge(project: Project, operands: readonly string[], options: OptionValues, terminal: Terminal): number {
  const reporter = reporterOption(options);
  const out = resolve(project.root, stringOption(options, 'out') ?? project.config.output);
  const output = createLedgerOutput(out);
  const opened = operands.map((name) => openPart(name, resolve(terminal.cwd, name)));
  const parts = opened.flatMap((part) => ('manifest' in part ? [part] : []));
  const findings: Diagnostic[] = opened.flatMap((part) => ('manifest' in part ? [] : [part]));
  const merged = findings.length === 0 ? mergeManifests(parts) : undefined;
  findings.push(...(merged?.diagnostics ?? []));
  if (merged?.ok) {
    findings.push(...copyArtifacts(parts, output));
    if (findings.length === 0) findings.push(...writeOverview(output, project.files, merged.value));
  }
  showFindings(findings, project.files, reporter, terminal);
  if (merged?.ok && reporter === 'pretty')
    terminal.out(`${Object.keys(merged.value.lessons).length} lessons from ${parts.length} folders\n`);
  return exitCode(findings);
}

function openPart(name: string, folder: string): Part | Diagnostic {
  const source = createLedgerOutput(folder);
  const bytes = source.read('manifest.json');
  const manifest = bytes && readManifest(bytes);
  if (!manifest) return buildDiagnostic('merge/no-manifest', `${name} holds no manifest.json of Lectern`);
  return { name, manifest, read: (path) => source.read(path) };
}

import type { Diagnostic, FileId, Fix, Span } from '../base/index.ts';
import { relinks } from '../coverage/index.ts';
import { textsOf } from '../model/index.ts';
import { replaceAll, type Fixed } from './fix.ts';
import type { MeasuredSaid } from './measure-said.ts';
import type { Project } from './project.ts';
import { writeProjectFile } from './write.ts';

/** Rewrites the links of a lesson that its source has left behind; each file is written whole, all else in it stays. */
export function relink({ root, files }: Project, { lesson, staleness, all }: MeasuredSaid): Fixed {
  if (staleness === undefined) return { count: 0, diagnostics: [] };
  const textOf = textsOf(files);
  const fixes = relinks(staleness, {
    textAt: ({ file, start, end }: Span) => textOf(file).slice(start, end),
    before: ({ file, start }: Span) => textOf(file).slice(textOf(file).lastIndexOf('\n', start - 1) + 1, start),
    findings: all,
    sections: (lesson?.source?.sections ?? []).map(({ id }) => id),
  });
  const byFile = new Map<FileId, Fix[]>();
  for (const fix of fixes) byFile.set(fix.at.file, [...(byFile.get(fix.at.file) ?? []), fix]);
  const diagnostics: Diagnostic[] = [];
  let count = 0;
  for (const [file, list] of byFile) {
    const made = replaceAll(textOf(file), list);
    const problems = writeProjectFile(root, file, made.text);
    diagnostics.push(...problems);
    if (problems.length === 0) count += made.count;
  }
  return { count, diagnostics };
}

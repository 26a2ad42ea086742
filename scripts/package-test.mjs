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
/** Megabytes on the disk, whole blocks of files included, that an installation may take. */
const mostRoom = 170;

const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', maxBuffer: 64e6, stdio: ['ignore', 'pipe', 'inherit'] });
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
  step(`takes at most ${mostRoom} MB`, () => {
    const room = (Number(run('du', ['-sk', 'node_modules'], project).split(/\s/)[0]) * 1024) / 1e6;
    if (room > mostRoom) throw new Error(`The installation takes ${room.toFixed(1)} MB`);
    return `${room.toFixed(1)} MB`;
  });
  step('new, build, schema', () => {
    run('npx', ['lectern', 'new', 'my-lesson'], project);
    run('npx', ['lectern', 'build'], project);
    JSON.parse(run('npx', ['lectern', 'schema'], project));
    for (const file of ['deck.html', 'deck.pdf', 'deck.md']) readFileSync(join(project, 'output/my-lesson', file));
  });
  step('import', () => {
    writeFileSync(join(project, 'old-slides.md'), '# The heart\n\n## Chambers\n\n- two atria\n- two ventricles\n');
    run('npx', ['lectern', 'import', 'old-slides.md', '--id', 'the-heart'], project);
    run('npx', ['lectern', 'build', 'the-heart'], project);
    const deck = readFileSync(join(project, 'output/the-heart/deck.md'), 'utf8');
    if (!deck.includes('two ventricles')) throw new Error('The imported lesson has lost a line');
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

// Turns what esbuild has made for Node into modules that src/load.ts runs, and lets V8 compile them beforehand.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  cpSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build, transform } from 'esbuild';

/** A module of the bundle asked for when it is needed; of packages only their names. */
const lateImport = /\bimport\(("[@\w./:-]+")\)/g;

/**
 * @param {{ path: string, text: string }[]} files modules as esbuild writes them with `splitting`
 * @returns the name of their folder in `target`
 */
export async function packModules(files, target) {
  const modules = await Promise.all(
    files.map(async ({ path, text }) => {
      const { code } = await transform(text.replace(lateImport, '$import($1)'), {
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        define: { 'import.meta.url': '$url' },
        minifySyntax: true,
        minifyWhitespace: true,
        legalComments: 'none',
      });
      const late = loadLate(code, basename(path));
      return { name: basename(path), code: `(function(exports,module,require,$import,$url){${late}})` };
    }),
  );
  const hash = createHash('sha256');
  for (const { name, code } of modules.sort((a, b) => (a.name < b.name ? -1 : 1))) hash.update(`${name}\n${code}\n`);
  const folder = `code-${hash.digest('hex').slice(0, 12)}`;
  mkdirSync(join(target, folder));
  for (const { name, code } of modules) writeFileSync(join(target, folder, name), code);
  return folder;
}

/** As esbuild writes that one module of the bundle needs another, and where it uses what that one exports. */
const needed = /\b(import_\w+)=require\((?="\.\/)/g;

/**
 * Lets a module run those it needs when it first uses them, not before: the main thread of a build, which makes no
 * lesson, then runs little of the code that it could run.
 */
function loadLate(code, name) {
  const names = [...code.matchAll(needed)].map(([, variable]) => variable);
  let uses = 0;
  const late = code.replace(needed, '$1,$1_=()=>$1=require(').replace(/\b(import_\w+)\./g, (whole, variable) => {
    if (!names.includes(variable)) return whole;
    uses++;
    return `(${variable}||${variable}_()).`;
  });
  // Each name stands twice where it is declared and twice in each use; anything else would be a use that is not seen.
  const found = late.match(/\bimport_\w+?(?=\b|_\b)/g) ?? [];
  const isNeeded = (one) => names.includes(one) || names.includes(one.replace(/_$/, ''));
  const most = names.length * 3 + uses * 2;
  const seen = found.filter(isNeeded).length;
  if (seen !== most) throw new Error(`${name}: ${seen} uses of other modules were found, ${most} were expected`);
  return late;
}

/** The files that Node itself reads: each loads one of the modules. */
export async function writeEntries(target, folder, { root, libraryExports }) {
  await build({
    absWorkingDir: root,
    entryPoints: { cli: 'src/cli.ts', load: 'src/load.ts' },
    outdir: target,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    define: { CODE_FOLDER: JSON.stringify(folder) },
    minifySyntax: true,
    minifyWhitespace: true,
    logLevel: 'warning',
  });
  const from = (name, rest) => `import { load } from './load.js';\n${rest(`load('${name}')`)}\n`;
  writeFileSync(
    join(target, 'index.js'),
    from('index', (module) => `export const { ${libraryExports.join(', ')} } = ${module};`),
  );
  return () =>
    writeFileSync(
      join(target, 'lesson-thread.js'),
      from('lesson-thread', (module) => `${module};`),
    );
}

/** A lesson with pictures, tables, charts and diagrams that needs no browser. */
const sample = 'mdma-serotonine';

/**
 * Builds a lesson in a process without threads, which leaves what V8 has compiled of the code beside it.
 * A Lectern that cannot do that is as good as any other, only slower.
 * @param target a `dist` in a folder of its own, as yet without the file that a thread runs
 * @param parts modules that are kept compiled whether or not this lesson uses them
 */
export function compileBeforehand(target, root, parts) {
  const own = join(target, '..');
  const work = mkdtempSync(join(tmpdir(), 'lectern-compile-'));
  try {
    copyFileSync(join(root, 'package.json'), join(own, 'package.json'));
    // Copied: what a link leads to lies outside the package, and the build would go without it.
    cpSync(join(root, 'templates'), join(own, 'templates'), { recursive: true });
    if (!existsSync(join(root, 'lessons', sample))) return;
    const script = `
import { keepCompiled, load, optimiseLate } from ${JSON.stringify(pathToFileURL(join(target, 'load.js')).href)};
await load('main').done;
for (const part of ${JSON.stringify(parts)}) Object.values(load(part));
// Once for the library in a program of somebody else's, once for the command line.
keepCompiled();
optimiseLate();
keepCompiled();`;
    const program = join(own, 'compile.mjs');
    writeFileSync(program, script);
    const args = ['build', sample, '--format', 'html,md', '--no-check', '--out', join(work, 'output')];
    execFileSync(process.execPath, [program, ...args, '--cache-dir', join(work, 'cache')], {
      cwd: root,
      stdio: 'ignore',
    });
  } catch (error) {
    process.stderr.write(`Nothing was compiled beforehand: ${error.message}\n`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

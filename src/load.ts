// Runs the modules that the bundler has put into a folder beside this file, and nothing else.
//
// They are plain functions of CommonJS instead of modules, since V8 takes only those with what it has once made of them:
// reading and compiling half of Lectern costs 0.2 s, in each thread anew.
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag } from 'node:v8';
import { Script } from 'node:vm';

/** Put in by the bundler: the folder of the modules, which is named after what they hold. */
declare const CODE_FOLDER: string;

type Exports = Readonly<Record<string, unknown>>;
type ModuleFunction = (
  exports: object,
  module: { exports: Exports },
  require: (id: string) => unknown,
  load: (id: string) => Promise<unknown>,
  url: string,
) => void;

interface Loaded {
  readonly script: Script;
  readonly module: { exports: Exports };
}

const folder = fileURLToPath(new URL(`${CODE_FOLDER}/`, import.meta.url));
/** What is compiled is good for this very release of Node, with these options. */
const compiled = `${folder}${process.version}-${process.platform}-${process.arch}-${cachedDataVersionTag().toString(16)}/`;
const packages = createRequire(import.meta.url);
const loaded = new Map<string, Loaded>();

/** The exports of a module, by the name of its file without ending; it is run when it is first asked for. */
export function load(name: string): Exports {
  const known = loaded.get(name);
  if (known) return known.module.exports;
  const file = `${folder}${name}.js`;
  const source = readFileSync(file, 'utf8');
  const script = new Script(source, { filename: file, cachedData: compiledCode(name) });
  const module = { exports: {} };
  loaded.set(name, { script, module });
  const run = script.runInThisContext() as ModuleFunction;
  run(module.exports, module, requireFrom, importFrom, new URL(`${name}.js`, import.meta.url).href);
  return module.exports;
}

/** Without it everything is compiled anew, which is only slower. */
function compiledCode(name: string): Buffer | undefined {
  try {
    return readFileSync(`${compiled}${name}.bin`);
  } catch {
    return undefined;
  }
}

const own = /^\.\/(.+)\.js$/;

function requireFrom(id: string): unknown {
  const name = own.exec(id)?.[1];
  return name === undefined ? packages(id) : load(name);
}
requireFrom.resolve = packages.resolve;

async function importFrom(id: string): Promise<unknown> {
  const name = own.exec(id)?.[1];
  return name === undefined ? await import(id) : load(name);
}

/** Keeps what V8 has compiled of the modules that have run, for the next process; the bundler calls it. */
export function keepCompiled(): void {
  mkdirSync(compiled, { recursive: true });
  for (const [name, { script }] of loaded) writeFileSync(`${compiled}${name}.bin`, script.createCachedData());
}

// Runs the modules that the bundler has put into a folder beside this file, and nothing else.
//
// They are plain functions of CommonJS instead of modules, since V8 takes only those with what it has once made of them:
// reading and compiling half of Lectern costs 0.2 s, in each thread anew.
import { readFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cachedDataVersionTag, setFlagsFromString } from 'node:v8';
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
/** What is compiled is good for this very release of Node, with these options of V8. */
const compiledFolder = (): string =>
  `${folder}${process.version}-${process.platform}-${process.arch}-${cachedDataVersionTag().toString(16)}/`;
let compiled: string | undefined;
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
    compiled ??= compiledFolder();
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
  const target = compiledFolder();
  mkdirSync(target, { recursive: true });
  for (const [name, { script }] of loaded) writeFileSync(`${target}${name}.bin`, script.createCachedData());
}

/** How a release of V8 is told to wait four times as long; later ones have a compiler between that needs less. */
const later: Readonly<Record<string, string>> = {
  '11.3': `--interrupt-budget=${4 * 66 * 1024}`,
  '12.4': `--invocation-count-for-turbofan=${4 * 3000}`,
};

/**
 * Lets V8 optimise a function when it has run four times as much as V8 asks for by itself. A build is short and does many
 * different things: a third of its processor time went into making functions fast that were then hardly run again. Only
 * for a process of Lectern's own, before anything is loaded.
 */
export function optimiseLate(): void {
  const option = later[process.versions.v8.split('.', 2).join('.')];
  if (option !== undefined) setFlagsFromString(option);
}

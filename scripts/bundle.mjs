// Bundles the command line, the library and the player into dist/. Runs at `npm ci` (prepare) and before the tests.
//
// The packages that Lectern stands on are bundled too: reading two files is several times faster than finding and
// reading six hundred. What is loaded only sometimes (Marp, Puppeteer, Vega …) is in files of its own.
import { createHash } from 'node:crypto';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { parse } from 'yaml';
import { writeDeclarations } from './declarations.mjs';
import { compileBeforehand, packModules, writeEntries } from './pack.mjs';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const at = (...parts) => join(root, ...parts);

/**
 * What is read at run time beside the bundle: native code, packed browsers, dictionaries, and the hundreds of grammars of
 * which a deck uses one or two. These are the dependencies of the package; all else is bundled and a devDependency.
 */
const { dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
const external = [...Object.keys(dependencies).flatMap((name) => [name, `${name}/*`]), '@shikijs/*', 'canvas'];

/**
 * Parts of Lectern that are modules of their own, so that one can run without the others: with what no other needs, each
 * runs when it is first used.
 */
const parts = [
  'text/index',
  'text/css/functions',
  'host/index',
  'parse/index',
  'parse/config/parse',
  'parse/outline/lesson-id',
  'parse/schema/index',
  'parse/yaml/load',
  'coverage/index',
  'import/index',
  'compose/index',
  'compose/text/escape',
  'compose/own-fonts',
  'compose/theme',
  'render/index',
  'render/diagrams/layout/elk',
  'checks/index',
  'page-kit/index',
  'formats/index',
  'make/build',
  'pages/index-page/index',
  'project/codes',
];

const partName = (part) => `part-${part.replaceAll('/', '-')}`;

// Built beside dist/ and moved in file by file: a Lectern that is running meanwhile finds every file whole.
const folder = mkdtempSync(at('.dist-'));
const target = join(folder, 'dist');
try {
  mkdirSync(target);
  const [node] = await Promise.all([
    bundleNode(target),
    bundlePlayer(join(target, 'player')),
    bundlePreview(join(target, 'preview')),
    bundleMermaid(join(target, 'mermaid')),
  ]);
  const code = await packModules(node.modules, target);
  const writeThread = await writeEntries(target, code, { root, libraryExports: node.libraryExports });
  chmodSync(join(target, 'cli.js'), 0o755);
  writeDeclarations(at('src'), join(target, 'types'));
  await prepareOwn(target);
  compileBeforehand(target, root, parts.map(partName));
  writeThread();
  writeFileSync(join(target, 'build-id'), `${buildId(target)}\n`);
  moveIn(target, at('dist'));
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/** @returns the modules, and what the library exports */
async function bundleNode(outdir) {
  const { outputFiles, metafile } = await build({
    absWorkingDir: root,
    entryPoints: {
      main: 'src/main.ts',
      index: 'src/index.ts',
      'lesson-thread': 'src/threads/lesson-thread.ts',
      'own-rules': 'src/render/own-rules.ts',
      'own-templates': 'src/compose/own-templates.ts',
      'own-fonts': 'src/compose/own-fonts.ts',
      'own-layouts': 'src/parse/layouts/rules.ts',
      dictionary: 'src/checks/words/dictionary.ts',
      'own-hyphens': 'src/text/hyphenate.ts',
      'own-words': 'src/parse/words.ts',
      'own-plans': 'src/parse/page-plan.ts',
      ...Object.fromEntries(parts.map((part) => [partName(part), `src/${part}.ts`])),
    },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    mainFields: ['module', 'main'],
    // One copy, whether it is asked for by `import` or by `require`.
    alias: {
      'markdown-it': at('node_modules/markdown-it/index.mjs'),
      'any-ascii': at('scripts/bundled/any-ascii.mjs'),
      'source-map': at('scripts/bundled/nothing.cjs'),
      'source-map-js': at('scripts/bundled/nothing.cjs'),
    },
    external,
    minifySyntax: true,
    minifyWhitespace: true,
    legalComments: 'external',
    logLevel: 'warning',
    write: false,
    metafile: true,
  });
  const modules = outputFiles.filter(({ path }) => path.endsWith('.js'));
  for (const { path, contents } of outputFiles) if (!path.endsWith('.js')) writeFileSync(path, contents);
  const library = Object.values(metafile.outputs).find(({ entryPoint }) => entryPoint === 'src/index.ts');
  return { modules, libraryExports: library.exports };
}

/** The pages of the live preview. */
function bundlePreview(outdir) {
  return build({
    absWorkingDir: root,
    entryPoints: ['shell', 'index', 'remote'].flatMap((name) => [
      `src/preview/browser/${name}.ts`,
      `src/preview/browser/${name}.css`,
    ]),
    outdir,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome115', 'firefox121', 'safari16.4'],
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** Mermaid with the code around it, for the page of the build's own browser. */
function bundleMermaid(outdir) {
  return build({
    absWorkingDir: root,
    entryPoints: ['src/render/mermaid-page/main.ts'],
    outdir,
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome120'],
    legalComments: 'external',
    logLevel: 'warning',
  });
}

function bundlePlayer(outdir) {
  return build({
    absWorkingDir: root,
    entryPoints: ['src/player/main.ts', 'src/player/player.css'],
    outdir,
    entryNames: 'player',
    define: { ENGLISH_WORDS: JSON.stringify(englishWords('player', 'reading')) },
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: ['chrome115', 'firefox121', 'safari16.4'],
    legalComments: 'none',
    logLevel: 'warning',
  });
}

/** English words of some pages: what their scripts show when they are given no others. */
function englishWords(...pages) {
  const words = parse(readFileSync(at('templates/strings/en.yaml'), 'utf8'));
  return { lang: 'en', ...Object.fromEntries(pages.map((page) => [page, words[page]])) };
}

/** Does beforehand what can be done for Lectern's own templates: reads layouts, compiles templates, packs styles. */
async function prepareOwn(folder) {
  const { load } = await import(pathToFileURL(join(folder, 'load.js')).href);
  const write = (name, value) => writeFileSync(join(folder, `${name}.json`), JSON.stringify(value));
  const layouts = readdirSync(at('templates/layouts')).sort();
  const read = (paths) => paths.map((path) => at('templates', path)).filter((path) => existsSync(path));
  const ofLayouts = (name) => read(layouts.map((layout) => `layouts/${layout}/${name}`));
  const text = (file) => readFileSync(file, 'utf8');

  const themes = readdirSync(at('templates/themes')).sort();
  const ofThemes = (...names) => read(themes.flatMap((theme) => names.map((name) => `themes/${theme}/${name}.css`)));
  const theme = ofThemes('tokens', 'theme', 'variants', 'palettes');
  const partials = read(readdirSync(at('templates/partials')).map((name) => `partials/${name}`));
  const { makeOwnPlans, ownCanvases } = load('own-plans');
  const plans = makeOwnPlans(
    read(themes.map((theme) => `themes/${theme}/plan.yaml`)).map((file) => readFileSync(file)),
  );
  write('own-plans', plans);
  const { makeOwnRules } = load('own-rules');
  const canvases = Object.values(plans).flatMap(ownCanvases);
  write('own-rules', await makeOwnRules([...theme, ...ofLayouts('style.css')].map(text), canvases));
  const { makeOwnTemplates } = load('own-templates');
  const documents = read(readdirSync(at('templates/documents')).map((name) => `documents/${name}/document.hbs`));
  write('own-templates', makeOwnTemplates([...partials, ...ofLayouts('layout.hbs'), ...documents].map(text)));
  const { makeOwnFonts } = load('own-fonts');
  write('own-fonts', makeOwnFonts(ofThemes('fonts').map(text)));
  write('emoji', emojiPictures());
  write('ascii', await asciiTables());
  const { makeOwnLayouts } = load('own-layouts');
  write('own-layouts', makeOwnLayouts(ofLayouts('fields.yaml').map((file) => readFileSync(file))));
  const { makeOwnWords } = load('own-words');
  const words = read(readdirSync(at('templates/strings')).map((name) => `strings/${name}`));
  write('own-words', makeOwnWords(words.map((file) => readFileSync(file))));
  mkdirSync(join(folder, 'hyphens'));
  for (const [name, patterns] of Object.entries(load('own-hyphens').makeOwnHyphens()))
    write(`hyphens/${name}`, patterns);
  await prepareDictionaries(folder, load('dictionary'));
}

/** The dictionaries in the form in which they are searched; those that the last bundle had are taken from it. */
async function prepareDictionaries(folder, { compactLists }) {
  mkdirSync(join(folder, 'dictionaries'));
  for (const { file, make } of await compactLists()) {
    if (existsSync(at('dist', file))) copyFileSync(at('dist', file), join(folder, file));
    else writeFileSync(join(folder, file), make());
  }
}

/** Twemoji's pictures by file name, in one file instead of thousands. */
function emojiPictures() {
  const folder = at('node_modules/@twemoji/svg');
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.svg'))
    .sort();
  return Object.fromEntries(names.map((name) => [name.slice(0, -4), readFileSync(join(folder, name), 'utf8')]));
}

/** The tables of any-ascii by the number of their block, for scripts/bundled/any-ascii.mjs. */
async function asciiTables() {
  const { default: block } = await import(pathToFileURL(at('node_modules/any-ascii/block.js')).href);
  const numbers = Array.from({ length: 0x1100 }, (_, number) => number);
  return Object.fromEntries(numbers.map((number) => [number, block(number)]).filter(([, table]) => table));
}

/** Names this very Lectern: its code and the packages it stands on. Results of another one are never reused. */
function buildId(folder) {
  const id = createHash('sha256').update(readFileSync(at('package.json')));
  for (const name of filesIn(folder).sort()) {
    if (/\.(js|css)$|^(ascii|emoji|hyphens\/.+)\.json$/.test(name))
      id.update(name).update(readFileSync(join(folder, name)));
  }
  return id.digest('hex');
}

/** Moves new files over old ones, then removes what the new build no longer has. */
function moveIn(from, to) {
  const fresh = filesIn(from);
  for (const name of fresh) {
    mkdirSync(dirname(join(to, name)), { recursive: true });
    renameSync(join(from, name), join(to, name));
  }
  for (const name of filesIn(to)) if (!fresh.includes(name)) rmSync(join(to, name), { force: true });
}

function filesIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
}

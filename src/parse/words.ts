import { isObject, preparedFor, preparedFrom, type Diagnostic, type Hash } from '../base/index.ts';
import type { Files } from '../model/index.ts';
import type { PageWords } from '../wire/index.ts';
import { ownTemplates } from './layouts/catalogue.ts';
import { loadYaml } from './yaml/load.ts';

/**
 * The fixed words of one language, by key: those of layouts (`title-quiz`) and those of Lectern's own pages, which stand
 * under the name of their page (`player/notes`, `coverage/status/covered`). `player/lang` says in which language the words
 * of a page are: English for a language that has none for it.
 */
export type Strings = ReadonlyMap<string, string>;

/** The words of one file, by key. */
type FileWords = Readonly<Record<string, string>>;

/** Languages that have the words of another: Norwegian without a word of which. */
const sameWords: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' };

/** Files that are read once for many lessons are parsed once. */
const parsed = new WeakMap<Uint8Array, ReturnType<typeof readWords>>();

/**
 * Reads `templates/strings/<lang>.yaml` from each template folder, nearest first, on top of the English words, so that a
 * lesson in any language has all words and a project can change or add some. A script or a country may have words of
 * its own on top of its language's.
 * @returns also whether there are words of this very language.
 */
export function loadStrings(
  files: Files,
  folders: readonly string[],
  lang: string,
): { readonly strings: Strings; readonly isKnown: boolean; readonly diagnostics: readonly Diagnostic[] } {
  const layers: Layer[] = [];
  const diagnostics: Diagnostic[] = [];
  let isKnown = false;
  const first = lang.toLowerCase().split(/[-_]/)[0] ?? 'en';
  const primary = sameWords[first] ?? first;
  for (const name of new Set(['en', primary, withScript(lang), lang.toLowerCase()])) {
    for (const folder of folders.toReversed()) {
      const file = `${folder}/strings/${name}.yaml`;
      const read = files.read(file);
      if (!read.ok) continue;
      isKnown ||= name !== 'en' || primary === 'en';
      const found = parsed.get(read.bytes) ?? readWords(file, read.bytes);
      parsed.set(read.bytes, found);
      diagnostics.push(...found.diagnostics);
      layers.push({ name, words: found.words });
    }
  }
  return { strings: united(layers), isKnown, diagnostics };
}

/** The words of one file, and the name of the language that they are in. */
interface Layer {
  readonly name: string;
  readonly words: FileWords;
}

/** Lessons in one language share their words. */
const unions: { readonly layers: readonly Layer[]; readonly strings: Strings }[] = [];
/** So many languages, with the words of a project or without, are kept. */
const mostUnions = 8;

/** The words of several files, the later over the earlier; put together once for the same files. */
function united(layers: readonly Layer[]): Strings {
  const isSame = (other: readonly Layer[]): boolean =>
    other.length === layers.length &&
    other.every(({ name, words }, i) => words === layers[i]?.words && name === layers[i].name);
  const known = unions.find((union) => isSame(union.layers));
  if (known) return known.strings;
  const strings = new Map<string, string>();
  for (const { name, words } of layers) {
    for (const [key, word] of Object.entries(words)) {
      strings.set(key, word);
      const page = key.slice(0, Math.max(0, key.indexOf('/')));
      if (page !== '') strings.set(`${page}/lang`, name);
    }
  }
  unions.unshift({ layers, strings });
  unions.length = Math.min(unions.length, mostUnions);
  return strings;
}

const records = new WeakMap<Strings, FileWords>();

/** Words by their keys as an object, the same one for the same words. */
export function wordsOf(strings: Strings): FileWords {
  const words = records.get(strings) ?? Object.fromEntries(strings);
  records.set(strings, words);
  return words;
}

/** Lectern's own words in a language, without those of a project. */
export const ownStrings = (files: Files, lang: string): Strings => loadStrings(files, [ownTemplates], lang).strings;

/** The words in a file; those of Lectern's own files were read when Lectern was bundled. */
function readWords(
  file: string,
  bytes: Uint8Array,
): { readonly words: FileWords; readonly diagnostics: readonly Diagnostic[] } {
  const known = preparedFor('own-words.json', bytes);
  if (known) return { words: known as unknown as FileWords, diagnostics: [] };
  const loaded = loadYaml(file, bytes);
  return { words: loaded.ok ? flat(loaded.value.value) : {}, diagnostics: loaded.diagnostics };
}

/** Words by their keys, those of a page and of its parts with the names of these before them. */
const flat = (value: unknown, before = ''): FileWords =>
  Object.fromEntries(
    Object.entries(isObject(value) ? value : {}).flatMap(([key, word]): [string, string][] =>
      typeof word === 'string' ? [[before + key, word]] : Object.entries(flat(word, `${before}${key}/`)),
    ),
  );

/** Reads Lectern's own words; called by the bundler, which keeps the result beside the code. */
export const makeOwnWords = (files: readonly Uint8Array[]): Readonly<Record<Hash, FileWords>> =>
  preparedFrom(files, (bytes) => {
    const { words, diagnostics } = readWords('words.yaml', bytes);
    return diagnostics.length > 0 ? undefined : words;
  });

interface WordsOfPage {
  readonly lang: string;
  readonly words: Branch;
}

const pages = new WeakMap<object, Map<string, WordsOfPage>>();

/** The words of one of Lectern's own pages, as its file has them, and the language that they are in. */
export function pageWords<Page extends keyof PageWords>(
  strings: Strings | Readonly<Record<string, string>>,
  page: Page,
): { readonly lang: string; readonly words: PageWords[Page] } {
  const known = pages.get(strings) ?? new Map<string, WordsOfPage>();
  pages.set(strings, known);
  const found = known.get(page) ?? findPageWords(strings, page);
  known.set(page, found);
  // A test compares the keys of each language with those of the types.
  return found as unknown as { readonly lang: string; readonly words: PageWords[Page] };
}

function findPageWords(strings: Strings | Readonly<Record<string, string>>, page: string): WordsOfPage {
  const words: Branch = {};
  let lang = 'en';
  for (const [key, word] of entriesOf(strings)) {
    const [first, ...path] = key.split('/');
    const last = path.pop();
    if (first !== page || last === undefined) continue;
    if (key === `${page}/lang`) lang = word;
    else branchAt(words, path)[last] = word;
  }
  return { lang, words };
}

const entriesOf = (strings: Strings | Readonly<Record<string, string>>): Iterable<readonly [string, string]> =>
  isMap(strings) ? strings : Object.entries(strings);

const isMap = (strings: Strings | Readonly<Record<string, string>>): strings is Strings => strings instanceof Map;

interface Branch {
  [key: string]: string | Branch;
}

function branchAt(root: Branch, path: readonly string[]): Branch {
  let branch = root;
  for (const step of path) {
    const next = branch[step];
    branch = typeof next === 'object' ? next : (branch[step] = {});
  }
  return branch;
}

/** A tag with its script (`zh-TW` gives `zh-hant`): regions share the words of a script. */
function withScript(lang: string): string {
  try {
    const { language, script } = new Intl.Locale(lang).maximize();
    return `${language}-${script ?? ''}`.toLowerCase();
  } catch {
    return lang.toLowerCase();
  }
}

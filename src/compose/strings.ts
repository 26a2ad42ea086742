import { isObject, type Diagnostic } from '../base/index.ts';
import type { Files } from '../model/index.ts';
import { loadYaml } from '../parse/index.ts';

/**
 * The fixed words of one language, by key: those of layouts (`title-quiz`) and those of Lectern's own pages, which stand
 * under the name of their page (`player.notes`). `player.lang` says in which language the words of a page are.
 */
export type Strings = ReadonlyMap<string, string>;

/** Languages that have the words of another: Norwegian without a word of which. */
const sameWords: Readonly<Record<string, string>> = { no: 'nb', nn: 'nb' };

/** Files that are read once for many lessons are parsed once. */
const parsed = new WeakMap<Uint8Array, ReturnType<typeof loadYaml>>();

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
  const strings = new Map<string, string>();
  const diagnostics: Diagnostic[] = [];
  let isKnown = false;
  const first = lang.toLowerCase().split('-')[0] ?? 'en';
  const primary = sameWords[first] ?? first;
  for (const name of new Set(['en', primary, withScript(lang), lang.toLowerCase()])) {
    for (const folder of folders.toReversed()) {
      const file = `${folder}/strings/${name}.yaml`;
      const read = files.read(file);
      if (!read.ok) continue;
      isKnown ||= name !== 'en' || primary === 'en';
      const loaded = parsed.get(read.bytes) ?? loadYaml(file, read.bytes);
      parsed.set(read.bytes, loaded);
      diagnostics.push(...loaded.diagnostics);
      if (!loaded.ok || !isObject(loaded.value.value)) continue;
      for (const [key, word] of Object.entries(loaded.value.value)) {
        if (typeof word === 'string') strings.set(key, word);
        else if (isObject(word)) addPage(strings, key, word, name);
      }
    }
  }
  return { strings, isKnown, diagnostics };
}

/** The words of one of Lectern's own pages. */
function addPage(strings: Map<string, string>, page: string, words: Readonly<Record<string, unknown>>, lang: string) {
  strings.set(`${page}.lang`, lang);
  for (const [key, word] of Object.entries(words)) if (typeof word === 'string') strings.set(`${page}.${key}`, word);
}

/** The words of one page by their own keys, from those of a language. */
export function wordsOfPage(words: Readonly<Record<string, string>>, page: string): Readonly<Record<string, string>> {
  const prefix = `${page}.`;
  return Object.fromEntries(
    Object.entries(words).flatMap(([key, word]) => (key.startsWith(prefix) ? [[key.slice(prefix.length), word]] : [])),
  );
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

import { leftOutList, likelyLanguage } from '../coverage/index.ts';
import { pageWords, readSourceText, type Strings } from '../parse/index.ts';
import { asMarkdown } from './escape.ts';
import { withSections } from './propose.ts';
import { lessonYaml } from './lesson.ts';
import { unreadMarkup } from './markup.ts';
import type { Imported, ImportReader, Loss } from './model.ts';
import { decode } from './readers/decode.ts';
import { docxReader } from './readers/docx.ts';
import { htmlReader } from './readers/html.ts';
import { markdownReader } from './readers/markdown.ts';
import { notebookReader } from './readers/notebook.ts';
import { picturePaths } from './readers/pictures.ts';
import { pptxReader } from './readers/pptx/index.ts';
import { textReader } from './readers/text.ts';
import { fill, type ImportWords } from '../wire/index.ts';

/** Every kind of file that a lesson can start from. Add a reader here and it is offered everywhere. */
export const importReaders: readonly ImportReader[] = [
  markdownReader,
  textReader,
  htmlReader,
  docxReader,
  pptxReader,
  notebookReader,
];

/** The reader for a file by the ending of its name. */
export function readerFor(name: string): ImportReader | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  return importReaders.find(({ endings }) => endings.includes(ending));
}

/**
 * The reader for a file by the ending of its name, else by its bytes: a text of a kind that has no reader is read as plain
 * text.
 */
export function readerForBytes(name: string, bytes: Uint8Array): ImportReader | undefined {
  return readerFor(name) ?? (isText(bytes) ? textReader : undefined);
}

/** Whether bytes are text: zeros stand in other files only, but for those of UTF-16. */
function isText(bytes: Uint8Array): boolean {
  const { text } = decode(bytes.subarray(0, 4000));
  const sample = new TextDecoder('latin1').decode(bytes.subarray(0, 8));
  return (
    text.trim() !== '' &&
    !/^(?:PK|%PDF|\u00d0\u00cf|\{\\rtf|\u0089PNG|\u00ff\u00d8|GIF8)/.test(sample) &&
    !text.includes('\ufffd')
  );
}

/** A lesson made from a file. */
export interface ImportedLesson {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly statements: number;
  readonly sections: number;
  readonly lang: string;
  /** The words in which it is told. */
  readonly words: ImportWords;
  /** What was lost or left, for people, with lines, in the language of the lesson. */
  readonly report: readonly string[];
}

export interface ImportOptions {
  readonly name: string;
  readonly lang?: string;
  readonly title?: string;
  /** Bytes of a picture beside the imported file; undefined when it is not there. */
  readonly picture: (path: string) => Uint8Array | undefined;
  /** The fixed words of a language. */
  readonly wordsIn: (lang: string) => Strings;
}

const shown = new Set(['png', 'jpg', 'jpeg', 'gif', 'webp', 'svg', 'avif']);

/** The pictures that can be copied, and what became of the others. */
function collectPictures(
  { assets }: Imported,
  picture: ImportOptions['picture'],
): { readonly files: Map<string, Uint8Array>; readonly losses: readonly Loss[] } {
  const files = new Map<string, Uint8Array>();
  const losses: Loss[] = [];
  for (const { path, bytes, from } of assets) {
    const data = bytes ?? (from === undefined ? undefined : picture(from));
    const ending = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? '';
    if (data === undefined) losses.push({ kind: 'picture-missing', of: [path] });
    else if (!shown.has(ending)) losses.push({ kind: 'picture-kind', of: [path] });
    else files.set(path, data);
  }
  return { files, losses };
}

/** What was lost, each thing once with all its lines. */
function lossLines(losses: readonly Loss[], words: ImportWords): readonly string[] {
  const lines = new Map<string, number[]>();
  for (const { kind, of = [], line } of losses) {
    const what = fill(words.losses[kind], ...of);
    const at = lines.get(what) ?? [];
    if (line !== undefined) at.push(line);
    lines.set(what, at);
  }
  return [...lines].map(([what, at]) => {
    const shown = at.slice(0, 12).join(', ') + (at.length > 12 ? ' …' : '');
    return at.length === 0 ? what : `${fill(words.lines, at.length)} ${shown}: ${what}`;
  });
}

/** Makes a lesson from the bytes of a file: its source, its outline, its pictures, and the list of what was lost. */
export async function importLesson(
  reader: ImportReader,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<ImportedLesson> {
  const imported = await reader.read(bytes, options.name);
  const lang = options.lang ?? imported.lang ?? likelyLanguage(imported.markdown);
  const written = readSourceText('source.md', imported.markdown, lang);
  const proposed = imported.isDeck === true ? undefined : withSections(written, lang);
  const markdown = proposed?.markdown ?? imported.markdown;
  const read = proposed === undefined ? written : readSourceText('source.md', markdown, lang);
  const pictures = collectPictures(imported, options.picture);
  const title = options.title ?? read.source.title ?? imported.title ?? options.name.replace(/\.[^.]*$/, '');
  const head = {
    title: asMarkdown(title.trim()) || 'TODO',
    lang,
    pictures: new Set(pictures.files.keys()),
    isDeck: imported.isDeck === true,
  };
  const strings = options.wordsIn(lang);
  const { words } = pageWords(strings, 'import');
  const remote = picturePaths(imported.markdown)
    .filter((path) => /^(?:https?:)?\/\//i.test(path))
    .map((path) => ({ kind: 'picture-remote' as const, of: [path] }));
  const losses = [
    ...(reader === textReader ? unreadMarkup(options.name, imported.markdown) : []),
    ...imported.losses,
    ...pictures.losses,
    ...remote,
  ];
  const report = [
    ...(proposed === undefined ? [] : [fill(words.proposed, proposed.sections)]),
    ...lossLines(losses, words),
    ...leftOutList(read.source.leftOut, pageWords(strings, 'coverage').words).map((part) =>
      fill(words.noStatements, part),
    ),
  ];
  return {
    files: new Map<string, string | Uint8Array>([
      ['lesson.yaml', lessonYaml(read, { ...head, report, words })],
      ['source.md', markdown],
      ...pictures.files,
    ]),
    lang,
    words,
    sections: read.sections.length,
    statements: read.sections.reduce((sum, { statements }) => sum + statements.length, 0),
    report,
  };
}

import { leftOutList } from '../coverage/index.ts';
import { likelyLanguage } from '../coverage/index.ts';
import { readSourceText } from '../parse/index.ts';
import { docxReader } from './docx.ts';
import { asMarkdown } from './escape.ts';
import { htmlReader } from './html.ts';
import { lessonYaml } from './lesson.ts';
import { markdownReader } from './markdown.ts';
import type { Imported, ImportReader, Loss } from './model.ts';
import { textReader } from './text.ts';

/** Every kind of file that a lesson can start from. Add a reader here and it is offered everywhere. */
export const importReaders: readonly ImportReader[] = [markdownReader, textReader, htmlReader, docxReader];

/** The reader for a file by the ending of its name. */
export function readerFor(name: string): ImportReader | undefined {
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  return importReaders.find(({ endings }) => endings.includes(ending));
}

/** A lesson made from a file. */
export interface ImportedLesson {
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  readonly statements: number;
  readonly sections: number;
  /** What was lost or left, for people, with lines. */
  readonly report: readonly string[];
}

export interface ImportOptions {
  readonly name: string;
  readonly lang?: string;
  readonly title?: string;
  /** Bytes of a picture beside the imported file; undefined when it is not there. */
  readonly picture: (path: string) => Uint8Array | undefined;
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
    if (data === undefined) losses.push({ what: `The picture ${path} is not there and is left out` });
    else if (!shown.has(ending))
      losses.push({ what: `The picture ${path} is of a kind that slides cannot show and is left out` });
    else files.set(path, data);
  }
  return { files, losses };
}

const lossLine = ({ what, line }: Loss): string => (line === undefined ? what : `line ${line}: ${what}`);

/** Makes a lesson from the bytes of a file: its source, its outline, its pictures, and the list of what was lost. */
export async function importLesson(
  reader: ImportReader,
  bytes: Uint8Array,
  options: ImportOptions,
): Promise<ImportedLesson> {
  const imported = await reader.read(bytes, options.name);
  const lang = options.lang ?? imported.lang ?? likelyLanguage(imported.markdown);
  const read = readSourceText('source.md', imported.markdown, lang);
  const pictures = collectPictures(imported, options.picture);
  const title = options.title ?? read.source.title ?? imported.title ?? options.name.replace(/\.[^.]*$/, '');
  const head = { title: asMarkdown(title.trim()) || 'TODO', lang, pictures: new Set(pictures.files.keys()) };
  const files = new Map<string, string | Uint8Array>([
    ['lesson.yaml', lessonYaml(read, head)],
    ['source.md', imported.markdown],
    ...pictures.files,
  ]);
  const remote = [...imported.markdown.matchAll(/!\[[^\]\n]{0,500}\]\(<?(https?:[^)\s>]{1,500})/g)].map((match) => ({
    what: `The picture ${match[1]} stands on another server and is left out`,
  }));
  return {
    files,
    sections: read.sections.length,
    statements: read.sections.reduce((sum, { statements }) => sum + statements.length, 0),
    report: [
      ...[...imported.losses, ...pictures.losses, ...remote].map(lossLine),
      ...leftOutList(read.source.leftOut).map((part) => `no statements in source.md: ${part}`),
    ],
  };
}

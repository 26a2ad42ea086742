import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve, sep } from 'node:path';
import { importLesson, importReaders, readerForBytes, UnreadableFile } from '../import/index.ts';
import { lessonIdFlaw, maxTextBytes, ownStrings, slugOf } from '../parse/index.ts';
import { writeProjectFile, type Project } from '../project/index.ts';
import { fill } from '../wire/index.ts';
import { exits, UsageError, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { showFindings } from './line/findings.ts';
import { stringOption } from './line/options.ts';
import { withProject } from './line/with-project.ts';

const kinds = (): string => importReaders.flatMap(({ endings }) => endings[0] ?? []).join(', ');
/** Larger files are no text of a lesson. */
const mostBytes = 50_000_000;

export const importCommand: Command = {
  name: 'import',
  get summary() {
    return `start a lesson from a text: ${kinds()}`;
  },
  operands: 'FILE',
  options: {
    id: { type: 'string', value: 'ID', help: 'folder of the lesson (default: made from the name of the file)' },
    lang: { type: 'string', value: 'TAG', help: 'language of the text (default: found from its words)' },
    title: { type: 'string', value: 'TEXT', help: 'title of the lesson (default: the title of the text)' },
  },
  examples: ['lectern import notes.docx', 'lectern import README.md --id tools --lang en'],
  run(operands, options, terminal) {
    const [file, ...more] = operands;
    if (file === undefined || more.length > 0)
      throw new UsageError('name one file, such as `lectern import notes.docx`');
    const id = stringOption(options, 'id') ?? (slugOf(basename(file).replace(/\.[^.]*$/, '')) || 'lesson');
    return withProject(terminal, 'pretty', (project) => importInto(project, { id, file, options }, terminal));
  },
};

/** What to import, and as which lesson. */
export interface ImportWish {
  readonly id: string;
  readonly file: string;
  readonly options: OptionValues;
}

/** A file beside the imported one or below; undefined when it is not there, or is a link that leads elsewhere. */
function beside(file: string, path: string): Uint8Array | undefined {
  const folder = realpathSync(dirname(file));
  const target = resolve(folder, path);
  if (!existsSync(target) || !realpathSync(target).startsWith(folder.endsWith(sep) ? folder : folder + sep))
    return undefined;
  return statSync(target).isFile() && statSync(target).size <= mostBytes ? readFileSync(target) : undefined;
}

function bytesOf(file: string): Uint8Array {
  if (!existsSync(file) || !statSync(file).isFile()) throw new UsageError(`there is no file ${file}`);
  if (statSync(file).size > mostBytes) throw new UsageError(`${file} is larger than ${mostBytes / 1e6} MB`);
  return readFileSync(file);
}

/** Says of a file from which a text would be made that is larger than what Lectern reads, into how many it must be divided. */
function sizeFlaw(name: string, size: number, files: ReadonlyMap<string, string | Uint8Array>): string | undefined {
  const texts = [...files.values()].filter((content) => typeof content === 'string');
  const largest = texts.reduce((most, text) => Math.max(most, Buffer.byteLength(text)), 0);
  if (largest <= maxTextBytes) return undefined;
  const parts = Math.ceil((largest * 1.1) / maxTextBytes);
  const mega = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;
  return `${name} (${mega(size)}) would become a lesson with a text of ${mega(largest)}, and a text may have ${mega(maxTextBytes)}; divide it into ${parts} parts or more, by its chapters, and import each`;
}

/** Writes the lesson that a file becomes, and says what was lost on the way. */
export async function importInto(
  project: Project,
  { id, file, options }: ImportWish,
  terminal: Terminal,
): Promise<number> {
  const flaw = lessonIdFlaw(id);
  if (flaw !== undefined) throw new UsageError(`the lesson id ${JSON.stringify(id)} ${flaw}`);
  const bytes = bytesOf(file);
  const reader = readerForBytes(file, bytes);
  if (reader === undefined) throw new UsageError(`${basename(file)} is of no kind that can be imported: ${kinds()}`);
  const folder = `${project.config.lessons}/${id}`;
  if (existsSync(resolve(project.root, folder)))
    throw new UsageError(`${folder} is there already; choose another with --id`);
  const lang = stringOption(options, 'lang');
  const title = stringOption(options, 'title');
  const made = await importLesson(reader, bytes, {
    name: basename(file),
    ...(lang !== undefined && { lang }),
    ...(title !== undefined && { title }),
    picture: (path) => beside(file, path),
    wordsIn: (tag) => ownStrings(project.files, tag),
  }).catch((error: unknown) => {
    throw error instanceof UnreadableFile
      ? new UsageError(`${basename(file)} cannot be read: ${error.message}`)
      : error;
  });
  const tooLarge = sizeFlaw(basename(file), bytes.length, made.files);
  if (tooLarge !== undefined) throw new UsageError(tooLarge);
  for (const [path, content] of made.files) {
    const findings = writeProjectFile(project.root, `${folder}/${path}`, content);
    if (findings.length > 0) return showFindings(findings, project.files, 'pretty', terminal);
    terminal.out(`${folder}/${path}\n`);
  }
  const { words } = made;
  terminal.out(`\n${fill(words.linked, made.sections, made.statements)}\n`);
  terminal.out(
    made.report.length === 0
      ? `${words.nothing}\n`
      : `${words.lost}\n${made.report.map((line) => `  ${line}\n`).join('')}`,
  );
  terminal.out(`\nlectern build ${id}   ${words.build}\nlectern coverage ${id}   ${words.coverage}\n`);
  return exits.fine;
}

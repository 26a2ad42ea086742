import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lessonIdFlaw } from '../parse/index.ts';
import { isStarterLanguage, starterFiles, starterLanguages, writeProjectFile, type Project } from '../project/index.ts';
import { exits, UsageError, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { showFindings } from './line/findings.ts';
import { importInto } from './import.ts';
import { stringOption } from './line/options.ts';
import { schemaText } from './schema.ts';
import { withProject } from './line/with-project.ts';

const schemaFile = 'lesson.schema.json';

export const newCommand: Command = {
  name: 'new',
  summary: 'start a lesson: lessons/ID/ with an outline, a source and a picture',
  operands: 'ID',
  options: {
    lang: {
      type: 'string',
      value: 'TAG',
      help: `language of the lesson: ${starterLanguages.join(', ')} (default: en)`,
    },
    title: { type: 'string', value: 'TEXT', help: 'title of the lesson' },
    from: { type: 'string', value: 'FILE', help: 'start from a text, as `lectern import` does' },
  },
  examples: ['lectern new cell-cycle', 'lectern new celcyclus --lang nl --title "De celcyclus"'],
  run(operands, options, terminal) {
    const [id, ...more] = operands;
    if (id === undefined || more.length > 0) throw new UsageError('name one lesson, such as `lectern new cell-cycle`');
    const flaw = lessonIdFlaw(id);
    if (flaw !== undefined) throw new UsageError(`the lesson id ${JSON.stringify(id)} ${flaw}`);
    const file = stringOption(options, 'from');
    return withProject(terminal, 'pretty', (project) =>
      file === undefined ? start(project, id, options, terminal) : importInto(project, { id, file, options }, terminal),
    );
  },
};

function start(project: Project, id: string, options: OptionValues, terminal: Terminal): number {
  const lang = stringOption(options, 'lang') ?? 'en';
  if (!isStarterLanguage(lang))
    throw new UsageError(`--lang cannot be "${lang}": a new lesson starts in ${starterLanguages.join(' or ')}`);
  const folder = `${project.config.lessons}/${id}`;
  if (existsSync(join(project.root, folder))) throw new UsageError(`${folder} is there already`);
  const title = (stringOption(options, 'title') ?? '').replace(/\s+/g, ' ').trim();
  // The first line of the outline names the schema, which lies in the project's folder.
  const up = '../'.repeat(folder.split('/').length);
  const pointed = (text: string): string => text.replace(`../../${schemaFile}`, `${up}${schemaFile}`);
  const files = Object.entries(starterFiles(lang, title)).map(
    ([path, text]) => [`${folder}/${path}`, pointed(text)] as const,
  );
  for (const [path, text] of [...files, ...projectFiles(project)]) {
    const findings = writeProjectFile(project.root, path, text);
    if (findings.length > 0) return showFindings(findings, project.files, 'pretty', terminal);
    terminal.out(`${path}\n`);
  }
  ignoreOutput(project, terminal);
  terminal.out(`\nlectern build ${id}   makes the deck\nlectern dev           shows it while you write\n`);
  return exits.fine;
}

/** What a project needs once: the schema to which the lesson's first line points. */
function projectFiles({ root, files }: Project): readonly (readonly [string, string])[] {
  const schema = existsSync(join(root, schemaFile)) ? undefined : schemaText(files);
  return schema?.ok === true ? [[schemaFile, schema.value]] : [];
}

/** Keeps git from taking what Lectern makes. Hidden names are never written as output, so this is written here; one that is there stays. */
function ignoreOutput({ root, config }: Project, terminal: Terminal): void {
  if (existsSync(join(root, '.gitignore'))) return;
  writeFileSync(join(root, '.gitignore'), `node_modules/\n.lectern/\n${config.output}/\n`, { flag: 'wx' });
  terminal.out('.gitignore\n');
}

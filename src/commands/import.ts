import { importInto, importKinds, type ImportWish, type Project } from '../project/index.ts';
import { fill } from '../wire/index.ts';
import { importOntoLesson } from './import-onto.ts';
import { exits, UsageError, type Command, type OptionValues, type Terminal } from './line/command.ts';
import { showFindings } from './line/findings.ts';
import { stringOption } from './line/options.ts';
import { withProject } from './line/with-project.ts';

export const importCommand: Command = {
  name: 'import',
  get summary() {
    return `start a lesson from a text: ${importKinds()}`;
  },
  operands: 'FILE',
  options: {
    id: { type: 'string', value: 'ID', help: 'folder of the lesson (default: made from the name of the file)' },
    lang: { type: 'string', value: 'TAG', help: 'language of the text (default: found from its words)' },
    title: { type: 'string', value: 'TEXT', help: 'title of the lesson (default: the title of the text)' },
    onto: { type: 'string', value: 'LESSON', help: 'show what was changed in a deck.pptx of this lesson' },
    write: { type: 'boolean', help: 'with --onto: bring the changes back into the outline' },
  },
  examples: [
    'lectern import notes.docx',
    'lectern import README.md --id tools --lang en',
    'lectern import deck.pptx --onto ion-channels --write',
  ],
  run(operands, options, terminal) {
    const [file, ...more] = operands;
    if (file === undefined || more.length > 0)
      throw new UsageError('name one file, such as `lectern import notes.docx`');
    const onto = stringOption(options, 'onto');
    const write = options.write === true;
    if (write && onto === undefined) throw new UsageError('--write goes with --onto LESSON');
    if (onto !== undefined)
      return withProject(terminal, 'pretty', (project) =>
        importOntoLesson(project, { file, lesson: onto, write }, terminal),
      );
    const wish = { id: stringOption(options, 'id'), file, ...textOptions(options) };
    return withProject(terminal, 'pretty', (project) => importFile(project, wish, terminal));
  },
};

/** What the command line says of the text of a lesson. */
export const textOptions = (options: OptionValues): Pick<ImportWish, 'lang' | 'title'> => ({
  lang: stringOption(options, 'lang'),
  title: stringOption(options, 'title'),
});

/** Makes a lesson of a file, and says what was lost on the way. */
export async function importFile(project: Project, wish: ImportWish, terminal: Terminal): Promise<number> {
  const imported = await importInto(project, wish);
  if (!imported.ok) return showFindings(imported.diagnostics, project.files, 'pretty', terminal);
  const { id, written, made } = imported.value;
  const { words, report } = made;
  const lost = `${words.lost}\n${report.map((line) => `  ${line}\n`).join('')}`;
  terminal.out(written.map((file) => `${file}\n`).join(''));
  terminal.out(`\n${fill(words.linked, made.sections, made.statements)}\n`);
  terminal.out(report.length === 0 ? `${words.nothing}\n` : lost);
  terminal.out(`\nlectern build ${id}   ${words.build}\nlectern coverage ${id}   ${words.coverage}\n`);
  return exits.fine;
}

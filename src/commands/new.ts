import { starterLanguages, startLesson, type Project, type StartWish } from '../project/index.ts';
import { importFile, textOptions } from './import.ts';
import { exits, UsageError, type Command, type Terminal } from './line/command.ts';
import { showFindings } from './line/findings.ts';
import { stringOption } from './line/options.ts';
import { withProject } from './line/with-project.ts';

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
    const file = stringOption(options, 'from');
    const { lang = 'en', title = '' } = textOptions(options);
    return withProject(terminal, 'pretty', (project) =>
      file === undefined
        ? start(project, { id, lang, title }, terminal)
        : importFile(project, { id, file, ...textOptions(options) }, terminal),
    );
  },
};

function start(project: Project, wish: StartWish, terminal: Terminal): number {
  const started = startLesson(project, wish);
  if (!started.ok) return showFindings(started.diagnostics, project.files, 'pretty', terminal);
  terminal.out(started.value.map((file) => `${file}\n`).join(''));
  terminal.out(`\nlectern build ${wish.id}   makes the deck\nlectern dev           shows it while you write\n`);
  return exits.fine;
}

import { composedSchema, loadCatalogue, ownTemplates } from '../parse/index.ts';
import { exits, type Command } from './command.ts';
import { withProject } from './with-project.ts';

export const schemaCommand: Command = {
  name: 'schema',
  summary: 'print the JSON Schema of lesson.yaml with all layouts, for editors',
  operands: '',
  options: {},
  examples: ['lectern schema > .vscode/lesson.schema.json'],
  run(_operands, _options, terminal) {
    return withProject(terminal, 'pretty', ({ files }) => {
      terminal.out(`${JSON.stringify(composedSchema(loadCatalogue(files, ['templates', ownTemplates])), null, 2)}\n`);
      return exits.fine;
    });
  },
};

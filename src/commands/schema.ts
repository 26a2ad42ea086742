import { schemaText } from '../project/index.ts';
import { exits, type Command } from './line/command.ts';
import { showFindings } from './line/findings.ts';
import { withProject } from './line/with-project.ts';

export const schemaCommand: Command = {
  name: 'schema',
  summary: 'print the JSON Schema of lesson.yaml with all layouts, for editors',
  operands: '',
  options: {},
  examples: ['lectern schema > lesson.schema.json'],
  run(_operands, _options, terminal) {
    return withProject(terminal, 'pretty', ({ files }) => {
      const schema = schemaText(files);
      if (schema.ok) terminal.out(schema.value);
      return schema.diagnostics.length > 0 ? showFindings(schema.diagnostics, files, 'pretty', terminal) : exits.fine;
    });
  },
};

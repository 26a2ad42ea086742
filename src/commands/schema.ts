import { composedSchema, loadCatalogue, ownTemplates } from '../parse/index.ts';
import type { Outcome } from '../base/index.ts';
import type { Files } from '../model/index.ts';
import { exits, type Command } from './line/command.ts';
import { showFindings } from './line/findings.ts';
import { withProject } from './line/with-project.ts';

/** The JSON Schema of lesson.yaml with the layouts of the project, as text. */
export function schemaText(files: Files): Outcome<string> {
  const schema = composedSchema(loadCatalogue(files, ['templates', ownTemplates]));
  return schema.ok ? { ...schema, value: `${JSON.stringify(schema.value, null, 2)}\n` } : schema;
}

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

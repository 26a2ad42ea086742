import { composedSchema, loadCatalogue, ownTemplates } from '../parse/index.ts';
import { exits, type Command } from './command.ts';
import { showFindings } from './findings.ts';
import { openProject } from './project.ts';

export const schemaCommand: Command = {
  name: 'schema',
  summary: 'print the JSON Schema of lesson.yaml with all layouts, for editors',
  operands: '',
  options: {},
  examples: ['lectern schema > .vscode/lesson.schema.json'],
  run(_operands, _options, terminal) {
    const opened = openProject(terminal);
    const none = { read: () => ({ ok: false, reason: 'missing' }) as const, list: () => [] };
    if (!opened.ok) return Promise.resolve(showFindings(opened.diagnostics, none, 'pretty', terminal));
    const { files } = opened.value;
    terminal.out(`${JSON.stringify(composedSchema(loadCatalogue(files, ['templates', ownTemplates])), null, 2)}\n`);
    return Promise.resolve(exits.fine);
  },
};

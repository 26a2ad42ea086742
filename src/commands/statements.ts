import type { Said } from '../coverage/index.ts';
import { sayingNames } from '../coverage/index.ts';
import type { Command, Terminal } from './line/command.ts';
import { chooseLessons, measureSaid, type MeasuredSaid, type Project } from '../project/index.ts';
import { exits } from './line/command.ts';
import { showFindings } from './line/findings.ts';
import { withProject } from './line/with-project.ts';

export const statementsCommand: Command = {
  name: 'statements',
  summary: 'list the statements of the source with their ids, and where each is said',
  operands: '[LESSON...]',
  options: { json: { type: 'boolean', help: 'as JSON, for other programs' } },
  examples: ['lectern statements', 'lectern statements mdma-serotonine --json'],
  run: (operands, options, terminal) =>
    withProject(terminal, 'pretty', (project) => list(project, operands, { json: options.json === true, terminal })),
};

interface Output {
  readonly json: boolean;
  readonly terminal: Terminal;
}

async function list(project: Project, operands: readonly string[], { json, terminal }: Output): Promise<number> {
  const chosen = chooseLessons(project, operands);
  if (!chosen.ok) return showFindings(chosen.diagnostics, project.files, 'pretty', terminal);
  const rows = (await measureSaid(project, chosen.value)).flatMap(rowsOf);
  if (json) terminal.out(`${JSON.stringify(rows, undefined, 2)}\n`);
  else
    for (const { id, text, status, slides, said } of rows) {
      const where = slides.length > 0 ? `${slides.join(', ')} (${said ?? status})` : status;
      terminal.out(`${id}  ${text}\n    ${where}\n`);
    }
  return exits.fine;
}

interface Row {
  readonly lesson: string;
  readonly id: string;
  readonly text: string;
  readonly file: string;
  readonly status: string;
  readonly slides: readonly string[];
  /** Absent when no slide is linked. */
  readonly said?: string;
  readonly missing?: readonly string[];
}

function rowsOf({ coverage, said }: MeasuredSaid): readonly Row[] {
  return (coverage?.sections ?? []).flatMap(({ statements }) =>
    statements.map(({ statement, status, slides }): Row => {
      const found = said.get(statement.id);
      const row = {
        lesson: coverage?.lesson ?? '',
        id: statement.id,
        text: statement.text,
        file: statement.at.file,
        status,
        slides,
      };
      return found === undefined
        ? row
        : {
            ...row,
            said: sayingNames[found.saying],
            missing: missingWords(found),
          };
    }),
  );
}

const missingWords = ({ terms }: Said): readonly string[] => [
  ...new Set(terms.filter(({ where }) => where === 'nowhere').map(({ written }) => written)),
];

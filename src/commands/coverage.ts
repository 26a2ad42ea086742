import type { Diagnostic } from '../base/index.ts';
import { percent, readingLine, sayingNames, sayings, type Coverage, type Said } from '../coverage/index.ts';
import { acceptSource, chooseLessons, measureSaid, relink, type Project } from '../project/index.ts';
import type { Command, OptionValues, Terminal } from './line/command.ts';
import { showFindings } from './line/findings.ts';
import { numberOption, reporterOption, shared } from './line/options.ts';
import { askForTime } from './line/settings.ts';
import { withProject } from './line/with-project.ts';

export const coverageCommand: Command = {
  name: 'coverage',
  summary: 'prove that the slides cover the source, sentence by sentence',
  operands: '[LESSON...]',
  options: {
    min: {
      type: 'string',
      value: 'PERCENT',
      help: 'smallest share of sections that are complete, 0 to 100 (default: 100)',
    },
    'min-statements': { type: 'string', value: 'PERCENT', help: 'smallest share of statements covered or waived' },
    accept: { type: 'boolean', help: 'write coverage.lock.yaml: the source as it is now has been looked at' },
    fix: { type: 'boolean', help: 'rewrite links in the outline so that they follow statements that have moved' },
    reporter: shared.reporter,
    'time-limit': shared['time-limit'],
  },
  examples: ['lectern coverage', 'lectern coverage mdma-serotonine --min-statements 95', 'lectern coverage --accept'],
  async run(operands, options, terminal) {
    const reporter = reporterOption(options);
    askForTime(options);
    const [sections, statements] = [
      numberOption(options, 'min', bounds),
      numberOption(options, 'min-statements', bounds),
    ];
    return withProject(terminal, reporter, (opened) =>
      measure(withMinimums(opened, sections, statements), operands, options, terminal),
    );
  },
};

async function measure(
  project: Project,
  operands: readonly string[],
  options: OptionValues,
  terminal: Terminal,
): Promise<number> {
  const reporter = reporterOption(options);
  const chosen = chooseLessons(project, operands);
  if (!chosen.ok) return showFindings(chosen.diagnostics, project.files, reporter, terminal);
  const { files } = project;
  const findings: Diagnostic[] = [...project.diagnostics, ...chosen.diagnostics];
  for (const measured of await measureSaid(project, chosen.value)) {
    const { lesson, coverage, diagnostics, said } = measured;
    if (options.fix === true) {
      const fixed = relink(project, measured);
      terminal.out(`${lesson?.id ?? ''}: ${fixed.count} link${fixed.count === 1 ? '' : 's'} rewritten\n`);
      findings.push(...fixed.diagnostics);
      if (fixed.count > 0) continue;
    }
    const accept = options.accept === true && lesson !== undefined;
    findings.push(
      ...(accept ? diagnostics.filter((finding) => !finding.code.startsWith('coverage/stale')) : diagnostics),
    );
    if (!lesson || !coverage) continue;
    if (reporter === 'pretty') terminal.out(coverageLines(coverage, said));
    if (accept) findings.push(...acceptSource(project, lesson));
  }
  return showFindings(findings, files, reporter, terminal);
}

const bounds = { min: 0, max: 100 };

function withMinimums(project: Project, sections: number | undefined, statements: number | undefined): Project {
  const coverage = {
    ...project.config.coverage,
    ...(sections === undefined ? {} : { sections }),
    ...(statements === undefined ? {} : { statements }),
  };
  return { ...project, config: { ...project.config, coverage } };
}

function coverageLines({ lesson, totals, hasSource, texts }: Coverage, said: ReadonlyMap<string, Said>): string {
  if (!hasSource) return `${lesson}: no source\n`;
  const { statements, covered, waived, uncovered, sections, completeSections } = totals;
  const counts = `${covered} on slides, ${waived} waived, ${uncovered} uncovered`;
  const headline = `${lesson}: ${percent(covered, statements)} % of ${statements} statements (${counts}), ${completeSections} of ${sections} sections complete`;
  const how = sayings.map(
    (saying) => `${sayingNames[saying]} ${[...said.values()].filter((one) => one.saying === saying).length}`,
  );
  const parts = texts.map((text) => {
    const share = `${percent(text.counts.covered, text.counts.statements)} % on slides`;
    return `  ${text.text.file} (${text.text.role}): ${readingLine(text)}${text.headline ? '' : `; ${share}`}`;
  });
  return `${[headline, `  ${how.join(' · ')}`, ...parts].join('\n')}\n`;
}

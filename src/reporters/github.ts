/**
 * For GitHub Actions: one workflow command a diagnostic, shown at the line in the pull request.
 * Escaping follows the runner's own rules (actions/toolkit, `packages/core/src/command.ts`): in the text `%`, CR and LF;
 * in a property also `:` and `,`.
 */
import type { Diagnostic, Severity, Span } from '../base/index.ts';
import { isOwnFile, placesOf, type Place } from './places.ts';
import { visible } from './safe-text.ts';
import type { ReportFunction } from './types.ts';

const commands = { error: 'error', warning: 'warning', info: 'notice' } as const satisfies Record<Severity, string>;

/** Makes control characters visible, but keeps line breaks: the command escapes them and GitHub shows them. */
const clean = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(visible)
    .join('\n');
const data = (text: string): string =>
  clean(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

function position({ start, end }: Place): readonly string[] {
  if (start === undefined || end === undefined) return [];
  const oneRow = start.line === end.line;
  const columns = oneRow ? [`col=${start.column}`, `endColumn=${Math.max(start.column, end.column)}`] : [];
  return [`line=${start.line}`, `endLine=${end.line}`, ...columns];
}

function body(diagnostic: Diagnostic, resolve: (span: Span) => Place): string {
  const related = (diagnostic.related ?? []).map(({ at, message }) => {
    const { file, start } = resolve(at);
    return `${file}${start === undefined ? '' : `:${start.line}:${start.column}`}: ${message}`;
  });
  const help = (diagnostic.help ?? []).map((line) => `help: ${line}`);
  return [diagnostic.message, ...related, ...help].join('\n');
}

export const github: ReportFunction = (diagnostics, options) => {
  const resolve = placesOf(options);
  const line = (diagnostic: Diagnostic): string => {
    const { at, severity, code } = diagnostic;
    const place = at === undefined || isOwnFile(at.file) ? undefined : resolve(at);
    const where =
      place === undefined ? [] : [`file=${property(`${options.prefix ?? ''}${place.file}`)}`, ...position(place)];
    return `::${commands[severity]} ${[...where, `title=${property(code)}`].join(',')}::${data(body(diagnostic, resolve))}\n`;
  };
  return diagnostics.map(line);
};

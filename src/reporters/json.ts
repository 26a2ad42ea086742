/** For programs: every member of each diagnostic, with lines and columns beside the offsets. */
import type { Diagnostic, Span } from '../base/index.ts';
import { countOf } from './order.ts';
import { placesOf } from './places.ts';
import type { ReportFunction } from './types.ts';

/** The version of this format; it rises when a member changes its meaning or goes away. */
const VERSION = 1;

export const json: ReportFunction = (diagnostics, options) => {
  const resolve = placesOf(options);
  const place = (span: Span): object => {
    const { start, end } = resolve(span);
    return { file: span.file, start: span.start, end: span.end, ...start, endLine: end?.line, endColumn: end?.column };
  };
  const entry = ({ code, severity, message, at, related, help, fix }: Diagnostic): object => ({
    code,
    severity,
    message,
    at: at === undefined ? undefined : place(at),
    related: related?.map((item) => ({ at: place(item.at), message: item.message })),
    help,
    fix: fix === undefined ? undefined : { at: place(fix.at), replacement: fix.replacement },
  });
  const { error, warning, info } = countOf(diagnostics);
  const report = {
    version: VERSION,
    summary: { errors: error, warnings: warning, infos: info },
    diagnostics: diagnostics.map(entry),
  };
  return [`${JSON.stringify(report, undefined, 2)}\n`];
};

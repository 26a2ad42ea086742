import type { Diagnostic } from '../base/index.ts';
import { github } from './github.ts';
import { json } from './json.ts';
import { junit } from './junit.ts';
import { inOrder } from './order.ts';
import { pretty } from './pretty.ts';
import { sarif } from './sarif.ts';
import type { ReportFunction, ReportOptions } from './types.ts';

export { wantsColor } from './colors.ts';
export type { ReportFunction, ReportOptions } from './types.ts';

/** Every reporter by its name on the command line; a new one is a file and a line here. */
export const reporters = { pretty, json, github, sarif, junit } as const satisfies Record<string, ReportFunction>;

export type ReportFormat = keyof typeof reporters;

/** The names for `--reporter`, in the order of the help text. */
export const reportFormats = Object.keys(reporters) as readonly ReportFormat[];

/** True when the text names a reporter. */
export const isReportFormat = (name: string): name is ReportFormat => Object.hasOwn(reporters, name);

/**
 * Writes diagnostics in one format, part by part. Never throws, whatever the texts hold; ends with a line break unless
 * empty.
 */
export function reportParts(
  diagnostics: readonly Diagnostic[],
  options: ReportOptions & { readonly format: ReportFormat },
): ReturnType<ReportFunction> {
  return reporters[options.format](inOrder(diagnostics), options);
}

/** The whole of {@link reportParts}. */
export const report = (...given: Parameters<typeof reportParts>): string => Array.from(reportParts(...given)).join('');

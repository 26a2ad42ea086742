import { audiences, excerpts, type Audience, type Excerpt } from '../../model/index.ts';
import { isReportFormat, reportFormats, type ReportFormat } from '../../reporters/index.ts';
import { suggest } from '../../base/index.ts';
import { UsageError, type OptionHelp, type OptionValues } from './command.ts';

/** Options that several commands share. */
export const shared = {
  reporter: { type: 'string', value: 'NAME', help: `how findings are shown: ${reportFormats.join(', ')}` },
  browser: { type: 'string', value: 'PATH', help: 'the browser to use: a path, bundled or system' },
  'no-cache': { type: 'boolean', help: 'make everything anew and keep nothing' },
  out: { type: 'string', value: 'FOLDER', help: 'the output folder (default: output)' },
  'cache-dir': { type: 'string', value: 'FOLDER', help: 'where results are kept (default: your own cache folder)' },
  'cache-url': {
    type: 'string',
    value: 'URL',
    help: 'a cache that machines share, by HTTP GET and PUT (bazel-remote and others); nothing is sent without it',
  },
  'cache-read-only': { type: 'boolean', help: 'fetch from the shared cache, send nothing' },
  'time-limit': { type: 'string', value: 'SECONDS', help: 'the longest that a lesson may take (default: 60)' },
  'memory-limit': { type: 'string', value: 'MB', help: 'the most memory that a lesson may take (default: 1024)' },
  'browser-url': { type: 'string', value: 'URL', help: 'print on a running browser: its ws:// or http:// address' },
  shard: {
    type: 'string',
    value: 'I/N',
    help: 'make only share I of N, for several machines, or auto: the share that the CI or cluster names; see lectern merge',
  },
  strict: { type: 'boolean', help: 'make nothing of a lesson of which a slide cannot be made (for CI)' },
  audience: { type: 'string', value: 'WHO', help: `edition to make: ${audiences.join(', ')} (default: teacher)` },
} as const satisfies Record<string, OptionHelp>;

export const stringOption = (options: OptionValues, name: string): string | undefined => {
  const value = options[name];
  return typeof value === 'string' ? value : undefined;
};

/** One of several words, or a usage error with the nearest one. */
function choice<T extends string>(name: string, value: string | undefined, choices: readonly T[], fallback: T): T {
  if (value === undefined) return fallback;
  const found = choices.find((item) => item === value);
  if (found !== undefined) return found;
  const near = suggest(value, choices);
  throw new UsageError(
    `--${name} cannot be "${value}"${near ? `: did you mean ${near}?` : `: use ${choices.join(', ')}`}`,
  );
}

export const audienceOption = (options: OptionValues): Audience =>
  choice('audience', stringOption(options, 'audience'), audiences, 'teacher');

/** The part of each lesson that is wanted; all of it when not given. */
export function excerptOption(options: OptionValues): Excerpt | undefined {
  const value = stringOption(options, 'only');
  return value === undefined ? undefined : choice('only', value, excerpts, 'questions');
}

export function reporterOption(options: OptionValues): ReportFormat {
  const value = stringOption(options, 'reporter');
  if (value === undefined) return 'pretty';
  return isReportFormat(value) ? value : choice('reporter', value, reportFormats, 'pretty');
}

/** A whole number within bounds. */
export function numberOption(
  options: OptionValues,
  name: string,
  { min, max }: { min: number; max: number },
): number | undefined {
  const value = stringOption(options, name);
  if (value === undefined) return undefined;
  const number = Number(value);
  if (!/^\d+(\.\d+)?$/.test(value) || number < min || number > max)
    throw new UsageError(`--${name} takes a number from ${min} to ${max}, not "${value}"`);
  return number;
}

/** The value of an option that must be an address, or a usage error. */
export function urlOption(options: OptionValues, name: string, protocols: readonly string[]): string | undefined {
  const value = stringOption(options, name);
  if (value === undefined) return undefined;
  if (URL.canParse(value) && protocols.includes(new URL(value).protocol)) return value;
  throw new UsageError(
    `--${name} takes an address that begins with ${protocols.join('// or ')}//, not "${shownAddress(value)}"`,
  );
}

/** An address without what may be a password in it. */
const shownAddress = (value: string): string => value.replace(/^.*@/s, '…@');

import { tellPulse } from '../../host/index.ts';
import type { Limits, Settings } from '../../project/index.ts';
import type { OptionValues, Terminal } from './command.ts';
import { numberOption, stringOption, urlOption } from './options.ts';

/** How the project is to be opened, as the options of a command say it. */
export const settingsOf = (options: OptionValues, terminal: Terminal): Settings => ({
  env: terminal.env,
  out: stringOption(options, 'out'),
  isSite: options.site === true,
  cacheFolder: stringOption(options, 'cache-dir'),
  cacheUrl: urlOption(options, 'cache-url', ['http:', 'https:']),
  cacheReadOnly: options['cache-read-only'] === true,
  noCache: options['no-cache'] === true,
  untrusted: options.untrusted === true,
  browser: stringOption(options, 'browser'),
  warn: (message) => terminal.err(`${message}\n`),
});

const seconds = (options: OptionValues): number | undefined =>
  numberOption(options, 'time-limit', { min: 1, max: 86_400 });

/** What each lesson may take. */
export const limitsOf = (options: OptionValues): Limits => ({
  seconds: seconds(options),
  megabytes: numberOption(options, 'memory-limit', { min: 64, max: 1_000_000 }),
});

/** Sets how long a command that reads lessons in its main thread may be silent. */
export function askForTime(options: OptionValues): void {
  const limit = seconds(options);
  if (limit !== undefined) tellPulse({ limit });
}

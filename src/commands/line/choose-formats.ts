import { suggest } from '../../base/index.ts';
import { formats, pdfStepsFormat, type Format } from '../../formats/index.ts';
import { UsageError } from './command.ts';

/**
 * The formats that were asked for; the standard ones when none is named.
 * @param options.steps whether the PDF has a page for each reveal step.
 */
export function chooseFormats(
  value: string | undefined,
  { steps = false }: { readonly steps?: boolean } = {},
): readonly Format[] {
  const named = namedFormats(value);
  return steps ? named.map((format) => (format.name === 'pdf' ? pdfStepsFormat : format)) : named;
}

function namedFormats(value: string | undefined): readonly Format[] {
  if (value === undefined) return formats.filter((format) => format.standard);
  if (value === 'all') return formats;
  const names = value
    .split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  return names.map((name) => {
    const found = formats.find((format) => format.name === name);
    if (found) return found;
    const all = formats.map((format) => format.name);
    const near = suggest(name, all);
    throw new UsageError(
      `--format cannot be "${name}"${near ? `: did you mean ${near}?` : `: use ${all.join(', ')} or all`}`,
    );
  });
}

import { pdfStepsFormat, type Format } from '../../formats/index.ts';
import { formatsNamed } from '../../project/index.ts';

/**
 * The formats that were asked for; the standard ones when none is named.
 * @param options.steps whether the PDF has a page for each reveal step.
 */
export function chooseFormats(
  value: string | undefined,
  { steps = false }: { readonly steps?: boolean } = {},
): readonly Format[] {
  const names = value
    ?.split(',')
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const named = formatsNamed(value === 'all' ? value : names);
  return steps ? named.map((format) => (format.name === 'pdf' ? pdfStepsFormat : format)) : named;
}

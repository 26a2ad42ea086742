import { annotationRules } from './annotations.ts';
import { contentRules } from './content.ts';
import { documentRules } from './document.ts';
import { fontRules } from './fonts.ts';
import { Inspection, type UaRule, type WrittenPdf } from './inspection.ts';
import { structureRules } from './structure.ts';
import { tableRules } from './tables.ts';

export type { UaRule } from './inspection.ts';

/**
 * The machine-checkable rules of ISO 14289-1 (PDF/UA-1), all 106 of them, numbered as in the profile of veraPDF. Rules
 * about what a printed deck never holds (forms, layers, media, fonts of other kinds) hold as long as it is not there:
 * that is what they look for.
 */
export const uaRules: readonly UaRule[] = [
  ...documentRules,
  ...structureRules,
  ...tableRules,
  ...contentRules,
  ...annotationRules,
  ...fontRules,
];

/** A rule that a file breaks, and where first. */
export interface UaFailure {
  readonly rule: string;
  readonly says: string;
  readonly detail: string;
  readonly count: number;
}

/**
 * Checks a finished file against all rules of PDF/UA-1.
 * @param written the parts that the bytes were put together from, and the structure in them: they are not taken apart again
 * @throws PdfFormatError when the file is in a form that is not known
 */
export function checkPdfUa(bytes: Uint8Array, written?: WrittenPdf): readonly UaFailure[] {
  const inspection = new Inspection(bytes, written);
  return uaRules.flatMap(({ id, says, find }) => {
    const found = find(inspection);
    const [detail] = found;
    return detail === undefined ? [] : [{ rule: id, says, detail, count: found.length }];
  });
}

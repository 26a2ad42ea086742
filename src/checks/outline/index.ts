import type { Check } from '../check.ts';
import { spellingCheck } from '../words/index.ts';
import { altTextCheck } from './alt-text.ts';
import { bulletsCheck } from './bullets.ts';
import { deadLinksCheck } from './dead-links.ts';
import { duplicateTitleCheck } from './duplicate-title.ts';
import { emptyNotesCheck } from './empty-notes.ts';
import { mixedLanguageCheck } from './mixed-language.ts';
import { plainReadingCheck } from './plain-reading.ts';
import { referenceIdsCheck } from './reference-ids.ts';
import { retractedCheck } from './retracted.ts';
import { saidShownCheck } from './said-shown.ts';
import { tableShapeCheck } from './table-shape.ts';
import { titleSentenceCheck } from './title-sentence.ts';
import { unusedFilesCheck } from './unused-files.ts';
import { unusedReferencesCheck } from './unused-references.ts';
import { unusedTermsCheck } from './unused-terms.ts';

/** Rules over what the author wrote. */
export const outlineChecks: readonly Check[] = [
  tableShapeCheck,
  titleSentenceCheck,
  duplicateTitleCheck,
  bulletsCheck,
  altTextCheck,
  emptyNotesCheck,
  plainReadingCheck,
  saidShownCheck,
  deadLinksCheck,
  referenceIdsCheck,
  retractedCheck,
  unusedReferencesCheck,
  unusedTermsCheck,
  unusedFilesCheck,
  mixedLanguageCheck,
  spellingCheck,
];

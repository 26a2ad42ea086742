import type { AccessibilityWords } from '../../wire/index.ts';
import type { Evidence } from '../format.ts';

type Artifact = Evidence['artifacts'][number];

/** What was tested of one file, as a key of the words for it. */
export type FileTest = keyof AccessibilityWords['fileTests'];

const isPdf = ({ mediaType }: Artifact): boolean => mediaType === 'application/pdf';

/** The slides as a page. */
export const isDeckHtml = ({ format, mediaType }: Artifact): boolean => format === 'html' && mediaType === 'text/html';

/** The slides as PDF, with or without their steps. */
export const isDeckPdf = (file: Artifact): boolean => isPdf(file) && /^pdf(?:-steps)?$/.test(file.format);

/** A PDF that is not the slides, such as a handout. */
export const isPaper = (file: Artifact): boolean => isPdf(file) && !isDeckPdf(file);

/** What keeps a paper from its claim, in words of a finding; none for other files. */
export const flawsOf = (file: Artifact): readonly string[] =>
  isPaper(file)
    ? file.findings
        .filter(({ code }) => /^pdf\/(?:not-accessible|unfinished)$/.test(code))
        .map(({ message }) => message)
    : [];

export function fileTest(file: Artifact): FileTest {
  if (isDeckHtml(file)) return 'html';
  if (isDeckPdf(file)) return 'pdf';
  if (!isPaper(file)) return 'untested';
  return flawsOf(file).length === 0 ? 'paper' : 'paperFails';
}

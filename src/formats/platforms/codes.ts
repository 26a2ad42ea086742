import { defineCodes } from '../../base/index.ts';

/** The findings of files for learning platforms: what a file cannot carry as it is. */
export const { table: kitCodes, diagnostic } = defineCodes({
  'kit/other-kind': {
    severity: 'info',
    summary: 'A file for a learning platform asks a question in another way, because its format has none of this kind.',
    why: 'Students see another question than the one on the slide, though all its words are there.',
    mend: 'Take another file where the platform reads one: `quiz.moodle.xml` for Moodle, `quiz.qti21.zip` elsewhere.',
  },
  'kit/not-carried': {
    severity: 'warning',
    summary:
      'A file for a learning platform lacks part of a question: a picture, a drawing, or how far off a number may be.',
    why: 'The format has no place for it; who imports the file would miss it.',
    mend: 'Take another file where the platform reads one, or add the part on the platform.',
  },
  'kit/left-out': {
    severity: 'warning',
    summary: 'A question is not in a file for a learning platform.',
    why: 'A question that says nothing right, or has fewer than two answers, cannot be marked by a machine.',
    mend: 'Say in the outline what is right: `answers:`, `answer:`, `pairs:`, `order:` or `[[gaps]]`.',
  },
  'kit/nobody': {
    severity: 'info',
    summary: 'There is no CITATION.cff, because the outline names no author and no institution.',
    why: 'A citation must say whose work it is, and Lectern makes up no name.',
    mend: 'Add `authors:` to the outline.',
  },
  'kit/no-day': {
    severity: 'info',
    summary: 'There is no entry for a calendar, because the outline names no day.',
    why: 'An entry without a day has no place in a calendar.',
    mend: 'Add `date:` to the outline, and `papers: { start: "09:00" }` to lectern.yaml for the hour.',
  },
});

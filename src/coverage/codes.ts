import { defineCodes } from '../base/index.ts';

export const { table: coverageCodes, diagnostic } = defineCodes({
  'coverage/uncovered': {
    severity: 'error',
    summary: 'A statement of the source is on no slide and is not waived.',
    why: 'The lesson promises to teach the whole source; what is left out by accident is found by the students.',
    mend: 'Add the statement to `covers` of the slide that carries it, make a slide for it, or waive it under `omits` with a reason.',
  },
  'coverage/nominal': {
    severity: 'warning',
    summary: 'A slide is linked to a statement, but neither the slide nor its notes say it.',
    why: 'A link proves nothing by itself: students meet the statement only if its words are on the slide, in a figure or in what the lecturer says.',
    mend: 'Say it on the slide or in the notes. If other words say it, list them under `says`; if the slide says it in its own way, waive the finding with `ignore: [{ check: coverage/nominal, reason: … }]`; if it is left out on purpose, use `omits`.',
  },
  'coverage/only-in-notes': {
    severity: 'info',
    summary: 'A statement is said in the notes of its slides, and next to nothing of it on the slides themselves.',
    why: 'Who has only the slides does not find it there.',
    mend: 'Put the words that carry it on a slide, or leave it to the notes on purpose.',
  },
  'coverage/below-minimum': {
    severity: 'error',
    summary: 'Less of the source is covered than the minimum asks for.',
    why: 'The minimum is the agreement on how complete the lesson must be.',
    mend: 'Cover or waive the statements listed as uncovered, or lower the minimum on purpose.',
  },
  'coverage/covered-and-waived': {
    severity: 'warning',
    summary: 'A statement is waived although a slide carries it.',
    why: 'One of the two is out of date, and a reader of the report cannot tell which.',
    mend: 'Remove the waiver, or remove the statement from the slide that does not carry it.',
  },
  'coverage/no-source': {
    severity: 'info',
    summary: 'The lesson has no source, so coverage cannot be measured.',
    why: 'Coverage compares the slides with the sentences of `source.md`.',
    mend: 'Put the explainer into `source.md` beside the outline.',
  },
  'coverage/stale': {
    severity: 'warning',
    summary: 'The source changed under a slide, question, misconception or waiver.',
    why: 'What was written from the old sentence may now be wrong, in the notes as well as on the slide.',
    mend: 'Review it against the sentences shown, then run `lectern coverage --accept`.',
  },
  'coverage/section-renamed': {
    severity: 'error',
    summary: 'A heading of the source was renamed, and links are to the old one.',
    why: 'The statements are the same; only the name that the links use is gone.',
    mend: 'Run `lectern coverage --fix`, which rewrites the links, or keep the old id: `## New title {#old-id}`.',
  },
  'coverage/lock-outdated': {
    severity: 'info',
    summary: 'The lock does not hold the source as it is now, but nothing needs a review.',
    why: 'Later changes of these sentences would not be noticed.',
    mend: 'Run `lectern coverage --accept` and commit the lock.',
  },
  'coverage/lock-invalid': {
    severity: 'error',
    summary: 'The coverage lock cannot be read.',
    why: 'Without it a change of the source goes unnoticed. It is often the remains of a merge conflict.',
    mend: 'Restore the file from version control, or review the lesson and run `lectern coverage --accept`.',
  },
});

import { defineCodes } from '../../base/index.ts';

/** The findings of a comparison of two versions. */
export const { table: diffCodes, diagnostic } = defineCodes({
  'diff/no-output': {
    severity: 'error',
    summary: 'A folder that is to be compared holds no deck of Lectern.',
    why: 'There is nothing to compare.',
    mend: 'Name a folder that `lectern build` has filled (with manifest.json in it), or a git revision.',
  },
  'diff/no-student-edition': {
    severity: 'error',
    summary: 'A change sheet for students was asked for, and there is only the teacher’s edition of a lesson.',
    why: 'The teacher’s edition holds notes and answers, which students are not to see; nothing is taken out of it.',
    mend: 'Build it with `--site` or `--audience student` first, or compare git revisions: both editions are made then.',
  },
  'diff/not-made': {
    severity: 'warning',
    summary: 'A lesson of a revision could not be made, so that it is not compared.',
    why: 'Its changes are not on the page.',
    mend: 'Build that revision by itself to see what is wrong with it.',
  },
});

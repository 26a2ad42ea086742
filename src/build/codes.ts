import { defineCodes } from '../base/index.ts';

export const { table: buildCodes, diagnostic: buildDiagnostic } = defineCodes({
  'build/unknown-lesson': {
    severity: 'error',
    summary: 'There is no lesson with this id.',
    why: 'Nothing can be built.',
    mend: 'Use the name of a folder under lessons/ that holds a lesson.yaml.',
  },
  'build/no-lessons': {
    severity: 'error',
    summary: 'The project has no lessons.',
    why: 'Nothing can be built.',
    mend: 'Run `lectern new ID`, or go to the folder that holds lessons/.',
  },
  'build/crashed': {
    severity: 'error',
    summary: 'Lectern itself failed while it made this lesson.',
    why: 'This is a bug in Lectern. The other lessons are not affected.',
    mend: 'Report it with the message and the outline.',
  },
});

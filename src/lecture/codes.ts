import { defineCodes } from '../base/index.ts';

/** The findings of the file that the player saves after a lecture. */
export const { table: lectureCodes, diagnostic } = defineCodes({
  'after/not-a-record': {
    severity: 'error',
    summary: 'The file is not what the player saves after a lecture, or was changed since.',
    why: 'Nothing of it can be trusted, so nothing is made of it.',
    mend: 'Save it again in the player (K), and give the command that file.',
  },
  'after/newer': {
    severity: 'error',
    summary: 'The file was saved by the player of a newer Lectern.',
    why: 'What is new in it would be lost.',
    mend: 'Update Lectern, then run the command again.',
  },
  'after/slide-gone': {
    severity: 'warning',
    summary: 'A slide of the lecture is not in the deck any more.',
    why: 'What was drawn on it has no page to stand on.',
    mend: 'Run the command at the revision of the lesson that was shown, or give the slide its old id.',
  },
  'after/minutes-kept': {
    severity: 'info',
    summary: 'The minutes of a section stay as they are, although the lecture took another time.',
    why: 'They are not written as a number of their own: they come from a variable, or the section names none.',
    mend: 'Write the minutes at the section: `minutes: 12`, or `minutes: { short: 12 }` for one time plan.',
  },
});

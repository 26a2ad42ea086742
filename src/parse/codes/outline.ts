/** Codes for values that do not fit the format of an outline, an included file or the configuration. */
export const outlineCodes = {
  'outline/unknown-field': {
    severity: 'error',
    summary: 'A field has a name that is not known here.',
    why: 'It would be ignored without a word, and what you wrote would not appear.',
    mend: 'Correct the spelling, or move the field to where it belongs; `lectern layouts` lists the fields of a layout.',
  },
  'outline/read-as': {
    severity: 'info',
    summary:
      'A field or a value is not written as it should be, but it is plain what is meant (a warning where something is joined, moved or left out).',
    why: 'The deck is made as it was meant; who edits the lesson after you should find the names of the documentation.',
    mend: 'Write what the finding says, or let `lectern check --fix` do it.',
  },
  'outline/missing-alt': {
    severity: 'error',
    summary: 'A picture has no text for people who cannot see it.',
    why: 'Who listens to the deck would hear nothing; the law asks for it at universities and public bodies.',
    mend: 'Add `alt:` with what the picture shows, in one sentence, or `decorative: true` when it says nothing.',
  },
  'outline/missing-field': {
    severity: 'error',
    summary: 'A required field is missing.',
    why: 'The slide or the lesson cannot be made without it.',
    mend: 'Add the line that the message names below the entry, as far in as its other fields: `title: What the slide says`.',
  },
  'outline/wrong-type': {
    severity: 'error',
    summary: 'A value is of another kind than expected, for example a list where a text should be.',
    why: 'The layout can only show the kind of value it was made for.',
    mend: 'Write the expected kind of value; quote a word such as true when it is meant as text.',
  },
  'outline/value': {
    severity: 'error',
    summary: 'A value is not one of the values that are allowed here.',
    why: 'It has no meaning at this place.',
    mend: 'Put one of the values that the message names in its place, such as `size: "4:3"` for `size: 4x3`.',
  },
  'outline/too-long': {
    severity: 'error',
    summary: 'A text or list is longer than can be shown.',
    why: 'It would not fit the slide at a size that can be read.',
    mend: 'Shorten it, or divide it over two slides.',
  },
  'outline/too-short': {
    severity: 'error',
    summary: 'A text or list is empty or shorter than needed.',
    why: 'The slide would show a gap.',
    mend: 'Add what is missing, or remove the field.',
  },
  'outline/unknown-layout': {
    severity: 'error',
    summary: 'A slide names a layout that does not exist.',
    why: 'Without its layout a slide cannot be made.',
    mend: 'Correct the name; `lectern layouts` lists all layouts.',
  },
  'outline/unknown-variable': {
    severity: 'error',
    summary: 'A text uses `${name}`, but no variable has that name.',
    why: 'The audience would read `${name}` on the slide.',
    mend: 'Define it under `vars`, correct the name, or write `\\${` for a literal `${`.',
  },
  'outline/variable-cycle': {
    severity: 'error',
    summary: 'Variables use each other in a circle.',
    why: 'Their text would never end.',
    mend: 'Write one of them out.',
  },
  'outline/include': {
    severity: 'error',
    summary: 'An included file is missing, cannot be read, or lies outside the project.',
    why: 'Its slides would be missing from the lesson.',
    mend: 'Correct the path; it is relative to the file that includes.',
  },
  'outline/include-cycle': {
    severity: 'error',
    summary: 'Files include each other in a circle, or include too many slides.',
    why: 'The lesson would never end.',
    mend: 'Delete the line `- include: …` at the place shown, or include only some of the slides: `- { include: other.yaml, slides: [first] }`.',
  },
  'outline/duplicate-id': {
    severity: 'error',
    summary: 'Two things of one kind have the same id.',
    why: 'A link to that id could mean either.',
    mend: 'Give one of them another id.',
  },
  'outline/lesson-id': {
    severity: 'error',
    summary: 'The folder of a lesson has a name that cannot be used everywhere.',
    why: 'The name becomes part of paths and links on every operating system.',
    mend: 'Use lower-case letters, digits and hyphens, and no name that Windows reserves (con, nul, com1 …).',
  },
  'outline/many-findings': {
    severity: 'info',
    summary: 'A lesson has so many mistakes that the search for more was stopped.',
    why: 'Thousands of messages help nobody, and finding them takes time.',
    mend: 'Mend what is shown, then check again.',
  },
  'outline/no-correct-answer': {
    severity: 'error',
    summary: 'A quiz question has no correct answer.',
    why: 'Nobody could answer it.',
    mend: 'Mark at least one answer with `correct: true`.',
  },
} as const;

/** Codes for the source text that a lesson covers. */
export const sourceCodes = {
  'source/duplicate-section': {
    severity: 'warning',
    summary: 'Two sections of the source were given the same id.',
    why: 'A statement id such as `intro.2` would mean two sentences, so the second section got a number behind its id.',
    mend: 'Give one heading another id: `## Title {#other}`.',
  },
  'source/section-id': {
    severity: 'warning',
    summary: 'The id of a source section cannot stand in statement ids as it is written.',
    why: 'In `sert.2` a dot or a space would be ambiguous, so the id is written with hyphens.',
    mend: 'Use letters, digits, hyphens and underscores, starting with a letter or digit.',
  },
  'source/no-sections': {
    severity: 'warning',
    summary: 'The source has text but no headings that divide it.',
    why: 'All statements get the section id `intro`, so an edit anywhere renumbers them.',
    mend: 'Divide the text with `## Title {#id}` headings.',
  },
  'source/missing': {
    severity: 'error',
    summary: 'A text that `sources` names is not there.',
    why: 'Coverage can only be shown of a text that is there.',
    mend: 'Correct the name; it is relative to the folder of the outline.',
  },
  'source/unread': {
    severity: 'error',
    summary: 'Text of the source is in no statement and in no part that is named as left out.',
    why: 'Coverage would say more than it has read. This is a fault of Lectern.',
    mend: 'Please report it with the text. Until it is mended, put the text into a paragraph of its own.',
  },
  'source/empty': {
    severity: 'warning',
    summary: 'The source, or one of its sections, has no statements.',
    why: 'There is nothing to cover.',
    mend: 'Write the text, or remove the heading.',
  },
} as const;

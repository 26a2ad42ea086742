/** Codes for the source text that a lesson covers. */
export const sourceCodes = {
  'source/duplicate-section': {
    severity: 'error',
    summary: 'Two sections of the source have the same id.',
    why: 'A statement id such as `intro.2` would mean two sentences.',
    mend: 'Give one heading another id: `## Title {#other}`.',
  },
  'source/section-id': {
    severity: 'error',
    summary: 'The id of a source section cannot be used.',
    why: 'Ids stand in statement ids such as `sert.2`, so a dot or a space would be ambiguous.',
    mend: 'Use letters, digits, hyphens and underscores, starting with a letter or digit.',
  },
  'source/no-sections': {
    severity: 'warning',
    summary: 'The source has text but no `##` headings.',
    why: 'All statements get the section id `intro`, so an edit anywhere renumbers them.',
    mend: 'Divide the text with `## Title {#id}` headings.',
  },
  'source/empty': {
    severity: 'warning',
    summary: 'The source, or one of its sections, has no statements.',
    why: 'There is nothing to cover.',
    mend: 'Write the text, or remove the heading.',
  },
} as const;

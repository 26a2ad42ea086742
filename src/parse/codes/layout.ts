/** Codes for the files of a layout. */
export const layoutCodes = {
  'layout/missing-file': {
    severity: 'error',
    summary: 'A layout lacks one of its files.',
    why: 'A layout needs `fields.yaml` (what it accepts) and `layout.hbs` (how it looks).',
    mend: 'Add the file, or remove the folder.',
  },
  'layout/schema': {
    severity: 'error',
    summary: "A layout's `fields.yaml` is not a valid description of fields.",
    why: 'Slides could not be checked against it.',
    mend: 'Correct it as the message says; docs/templates.md describes the format.',
  },
  'layout/name': {
    severity: 'error',
    summary: 'The folder of a layout has a name that cannot be used.',
    why: 'The name becomes a CSS class.',
    mend: 'Use lower-case letters, digits and hyphens, starting with a letter.',
  },
} as const;

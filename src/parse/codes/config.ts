/** Codes for the project's configuration. */
export const configCodes = {
  'theme/plan': {
    severity: 'warning',
    summary: 'The file plan.yaml of a theme holds something that is no part of a page plan.',
    why: 'Text is fitted by the page plan; with half of one it would be too large or too small, so the plan of the theme below counts.',
    mend: 'Use the names and kinds of values in templates/themes/lectern/plan.yaml, and only those that differ.',
  },
  'config/path': {
    severity: 'error',
    summary: 'A folder in the configuration lies outside the project.',
    why: 'Lectern only reads and writes inside the project.',
    mend: 'Use a relative path without `..`.',
  },
  'config/overlap': {
    severity: 'error',
    summary: 'The output folder and the lessons folder overlap.',
    why: 'A build would write into your own work.',
    mend: 'Choose separate folders.',
  },
} as const;

/** Codes for the project's configuration. */
export const configCodes = {
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

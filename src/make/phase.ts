/** What is being done for a lesson, so that an error can name it. */
export const phases = {
  start: 'before it was begun',
  parse: 'while the outline and the source were read',
  compose: 'while the templates were filled in',
  render: 'while the slides were rendered',
  formats: 'while the files were made',
  checks: 'while it was checked',
} as const;

export type Phase = keyof typeof phases;

/** Told when a phase begins. */
export type PhaseListener = (phase: Phase) => void;

const unknown = (thing: string, mend: string) =>
  ({
    severity: 'error',
    summary: `A link names ${thing} that does not exist.`,
    why: 'The link would lead nowhere, and coverage and numbering would be wrong.',
    mend,
  }) as const;

/** Codes for links inside a lesson that lead nowhere. */
export const linkCodes = {
  'link/unknown-statement': unknown(
    'a statement of the source',
    'Use an id that `lectern coverage` lists, such as `sert.2`.',
  ),
  'link/unknown-source-section': unknown('a section of the source', 'Use the id of a `##` heading of source.md.'),
  'link/unknown-section': unknown('a section of the lesson', 'Use the id of one of the `sections`.'),
  'link/unknown-objective': unknown('an objective', 'Use the id of one of the `objectives`.'),
  'link/unknown-question': unknown('a quiz question', 'Use the id of one of the questions under `quiz`.'),
  'link/unknown-reference': unknown('a reference', 'Add it to `references` or references.yaml, or correct the id.'),
  'link/unknown-plan': unknown('a time plan', 'Use the id of one of the `plans`.'),
  'link/unknown-evidence': unknown('an evidence level', 'Use a built-in level, or add yours under `evidence`.'),
  'link/unknown-term': unknown('a term of the glossary', 'Use the id of a term under `glossary`.'),
  'link/unknown-prompt': unknown('a discussion prompt', 'Use the id of a prompt under `discussion`.'),
  'link/unknown-slide': unknown('a slide of the included file', 'Use the id of one of its slides.'),
  'link/no-source': {
    severity: 'error',
    summary: 'The lesson links to statements, but has no source.md.',
    why: 'Coverage can only be shown of a text that is there.',
    mend: 'Add `source.md` beside the outline, or remove `covers` and `omits`.',
  },
} as const;

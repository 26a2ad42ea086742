const unknown = (thing: string, why: string, mend: string) =>
  ({ severity: 'error', summary: `A link names ${thing} that does not exist.`, why, mend }) as const;

/** Codes for links inside a lesson that lead nowhere. */
export const linkCodes = {
  'link/unknown-statement': unknown(
    'a statement of the source',
    'The statement that was meant would count as not covered, and nobody would see why.',
    'Use an id that `lectern statements` lists, such as `covers: [sert.2]`.',
  ),
  'link/unknown-source-section': unknown(
    'a section of the source',
    'None of its statements could be counted as covered or left out.',
    'Use the id of a `##` heading of source.md, such as `sert` for `## Transport {#sert}`.',
  ),
  'link/unknown-section': unknown(
    'a section of the lesson',
    'The slide would stand in no section, or show none as the current one.',
    'Use the id of one of the `sections`, such as `current: basics`.',
  ),
  'link/unknown-objective': unknown(
    'an objective',
    'An objective that nothing serves would seem to be served, or the other way round.',
    'Use the id of one of the `objectives`, such as `objectives: [explain-heart]`.',
  ),
  'link/unknown-question': unknown(
    'a quiz question',
    'The slide would have no question to show.',
    'Use the id of one of the questions under `quiz`, such as `question: q1`.',
  ),
  'link/unknown-reference': unknown(
    'a reference',
    'The slide would cite a work that nobody can find.',
    'Add the work to `references` or references.yaml, or correct the id, such as `cites: [smith-2019]`.',
  ),
  'link/unknown-plan': unknown(
    'a time plan',
    'The slide would be in no plan, so that no lesson plan and no timer counts it.',
    'Use the id of one of the `plans`, such as `plans: [lecture]`.',
  ),
  'link/unknown-evidence': unknown(
    'an evidence level',
    'The slide would carry no badge, and its claim would seem stronger than it is.',
    'Use a built-in level (human, animal, in-vitro, review, claim, legal), or add yours under `evidence`.',
  ),
  'link/unknown-term': unknown(
    'a term of the glossary',
    'The slide would have no definition to show.',
    'Use the id of a term under `glossary`, or add the term there.',
  ),
  'link/unknown-prompt': unknown(
    'a discussion prompt',
    'The slide would have no question to discuss.',
    'Use the id of a prompt under `discussion`, or add the prompt there.',
  ),
  'link/unknown-slide': unknown(
    'a slide of the included file',
    'The lesson would have a slide less than was meant.',
    'Use the id of one of the slides of that file; the message names the nearest.',
  ),
  'link/no-source': {
    severity: 'error',
    summary: 'The lesson links to statements, but has no source.md.',
    why: 'Coverage can only be shown of a text that is there.',
    mend: 'Add `source.md` beside the outline, or remove `covers` and `omits`.',
  },
} as const;

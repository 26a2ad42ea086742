/** Layouts that order a lesson or set the audience to work rather than explain: they need no notes. */
export const layoutsWithoutNotes: ReadonlySet<string> = new Set([
  'agenda',
  'break',
  'credits',
  'discussion',
  'glossary',
  'objectives',
  'poll',
  'quiz',
  'references',
  'section',
  'title',
]);

/** Layouts whose title should state the point of the slide. */
export const assertionLayouts: ReadonlySet<string> = new Set([
  'annotated-image',
  'bullets',
  'cascade',
  'chart',
  'claim',
  'comparison',
  'concept-map',
  'cycle',
  'evidence-ladder',
  'hierarchy',
  'image',
  'key-figure',
  'matrix',
  'mermaid',
  'pathway',
  'statement',
  'table',
  'timeline',
  'two-columns',
]);

/** Layouts that list parts of the lesson, filled from the outline. */
export const listingLayouts: ReadonlySet<string> = new Set([
  'agenda',
  'credits',
  'glossary',
  'objectives',
  'quiz',
  'references',
]);

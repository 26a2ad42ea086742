/** Layouts that order a lesson rather than teach: they need no notes. */
export const layoutsWithoutNotes: ReadonlySet<string> = new Set(['title', 'section', 'break', 'credits', 'references']);

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

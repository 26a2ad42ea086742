/** The parts of a lesson of which a deck of their own can be made. */
export const excerpts = ['questions'] as const;
export type Excerpt = (typeof excerpts)[number];

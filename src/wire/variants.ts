/** The colour variants that every theme has: one class of a slide chooses between them. */
export const variants = ['light', 'dark', 'contrast', 'print'] as const;
export type Variant = (typeof variants)[number];

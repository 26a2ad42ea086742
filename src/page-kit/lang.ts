/** The `lang` a lesson's own text needs inside a page, or nothing when the page already speaks it. */
export const foreign = (tag: string, page: string): string | undefined =>
  tag.toLowerCase() === page ? undefined : tag;

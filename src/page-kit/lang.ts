/** Languages that the pages speak; any other lesson gets English words round its own text. */
const pageLanguages = ['en', 'nl'] as const;
export type PageLanguage = (typeof pageLanguages)[number];

/** The page language for a lesson's language tag (`nl-BE` gives `nl`). */
export function pageLanguage(tag: string): PageLanguage {
  const primary = tag.toLowerCase().split(/[-_]/)[0];
  return pageLanguages.find((lang) => lang === primary) ?? 'en';
}

/** The `lang` a lesson's own text needs inside a page, or nothing when the page already speaks it. */
export const foreign = (tag: string, page: PageLanguage): string | undefined =>
  tag.toLowerCase() === page ? undefined : tag;

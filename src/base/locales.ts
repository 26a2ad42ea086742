/** The locale for a tag that a person wrote, where the engine knows it; none for one that is no tag at all. */
export function knownLocales(lang: string): readonly string[] {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([lang]);
  } catch {
    return [];
  }
}

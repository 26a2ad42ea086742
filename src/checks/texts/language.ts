/** Languages that the checks on words know. */
const knownLanguages = ['nl', 'en', 'de', 'fr'] as const;
export type KnownLanguage = (typeof knownLanguages)[number];

/** The primary language of a BCP 47 tag when the checks know it. */
export function knownLanguage(tag: string): KnownLanguage | undefined {
  const primary = tag.split('-')[0]?.toLowerCase();
  return knownLanguages.find((language) => language === primary);
}

/** Frequent small words; those that two of the languages share are left out. */
const lists: Readonly<Record<KnownLanguage, string>> = {
  nl: `de het een en van dat niet met zijn voor op aan er maar om hem dan zou wat mijn men dit zo door over ze bij ook
    tot uit ik je hij wij zij naar heeft hebben deze geen nog worden wordt werd of als kan kunnen meer welke waar geeft`,
  en: `the of and to that it with as his they this from or had by some what there we out other were your when up
    use how said an each she which their time if will way about many then them would these her thing has been more
    could my than who its now most over such because both does not are for`,
  de: `der die das und ist nicht ein eine einen dem den des zu mit sich auf für auch von im wird sind werden durch
    als oder wie bei nach über aus aber kein keine dass mehr noch nur wenn hat haben einer eines ihre`,
  fr: `le la les des et est une du dans que qui pour pas sur avec plus par ne ce cette sont au aux ses sa leur mais ou
    comme être avoir nous vous ils elle était ont entre sans deux aussi donc`,
};

const stopWords = new Map<string, KnownLanguage[]>();
for (const language of knownLanguages) {
  for (const word of lists[language].split(/\s+/)) {
    const known = stopWords.get(word);
    if (known === undefined) stopWords.set(word, [language]);
    else if (!known.includes(language)) known.push(language);
  }
}

/** How many frequent words of each language a text has; a word that two languages share counts for neither. */
function stopWordCounts(text: string): Readonly<Record<KnownLanguage, number>> {
  const counts = { nl: 0, en: 0, de: 0, fr: 0 };
  for (const word of text.toLowerCase().match(/\p{L}+/gu) ?? []) {
    const languages = stopWords.get(word);
    if (languages?.length === 1 && languages[0] !== undefined) counts[languages[0]]++;
  }
  return counts;
}

/** The language that a text is clearly written in instead of `own`; `undefined` when in doubt. */
export function foreignLanguage(text: string, own: KnownLanguage): KnownLanguage | undefined {
  const counts = stopWordCounts(text);
  const [best] = knownLanguages.filter((language) => language !== own).sort((a, b) => counts[b] - counts[a]);
  if (best === undefined) return undefined;
  return counts[best] >= 4 && counts[best] > 3 * counts[own] ? best : undefined;
}

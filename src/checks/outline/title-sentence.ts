import { defineCodes } from '../../base/index.ts';
import { plainText } from '../../compose/index.ts';
import { slidesOf } from '../../model/index.ts';
import type { Check } from '../check.ts';

const { table, diagnostic } = defineCodes({
  'slide/title-sentence': {
    severity: 'info',
    summary: 'The title of a slide names a subject instead of saying its point.',
    why: 'A title such as “Results” tells the audience nothing; a sentence says what the picture or text below shows.',
    mend: 'Write the point as a short sentence: “MDMA turns the serotonin pump around” instead of “The serotonin pump”.',
  },
});

/** Languages whose verbs and headings are known. */
const languages = ['nl', 'en', 'de', 'fr'] as const;
type TitleLanguage = (typeof languages)[number];

/** Frequent finite verbs: one of them makes even a short title a sentence. */
const verbs: Readonly<Record<TitleLanguage, RegExp>> = {
  nl: /\b(is|zijn|was|waren|wordt|worden|heeft|hebben|kan|kunnen|moet|mag|doet|doen|gaat|komt|geeft|maakt|werkt|stijgt|daalt|toont|blijft|ontbreekt|leidt|helpt|blokkeert)\b/i,
  en: /\b(is|are|was|were|has|have|can|cannot|may|must|does|do|gives|makes|takes|needs|shows|rises|falls|works|leads|keeps|causes|becomes|helps|blocks|matters)\b/i,
  de: /\b(ist|sind|war|waren|wird|werden|hat|haben|kann|können|muss|darf|gibt|macht|geht|zeigt|steigt|sinkt|bleibt|führt|hilft)\b/i,
  fr: /\b(est|sont|était|a|ont|peut|peuvent|doit|fait|font|donne|montre|monte|baisse|reste|mène|aide)\b/i,
};

/** Beginnings that promise a subject and no point, whatever follows. */
const headings: Readonly<Record<TitleLanguage, RegExp>> = {
  nl: /^(inleiding|overzicht|achtergrond|resultaten|conclusies?|methoden?|voorbeelden|introductie)\b/i,
  en: /^(introduction|overview|background|results|conclusions?|methods?|examples|outline)\b/i,
  de: /^(einleitung|überblick|übersicht|hintergrund|ergebnisse|methoden?|beispiele|fazit)\b/i,
  fr: /^(introduction|aperçu|contexte|résultats|conclusions?|méthodes?|exemples)\b/i,
};

/** Whether a title may pass as a sentence. In doubt it does: four words are enough. */
export function isSentence(title: string, language: TitleLanguage): boolean {
  const words = title.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (/[?!]$/.test(title) || verbs[language].test(title)) return true;
  return words >= 4 && !headings[language].test(title);
}

export const titleSentenceCheck: Check = {
  name: 'title-sentence',
  codes: table,
  run({ lesson }) {
    const primary = lesson.lang.split('-')[0]?.toLowerCase();
    const language = languages.find((known) => known === primary);
    if (language === undefined) return [];
    return slidesOf(lesson).flatMap(({ slide }) => {
      const title = plainText(slide.title ?? '');
      if (title === '' || !slide.titleStates || isSentence(title, language)) return [];
      const message = `The title “${title}” names a subject; say the point in a sentence.`;
      const help = ['Ask what the audience should conclude from the slide, and write that as the title.'];
      return [diagnostic('slide/title-sentence', message, { at: slide.places.value('/title'), help })];
    });
  },
};

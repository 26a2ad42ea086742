/** Frequent small words of each language, also those that others share: a pair of languages is told apart by the rest. */
const lists = {
  nl: `de het een en van dat die niet met zijn voor op aan er maar om hem dan zou wat mijn men dit zo door over ze bij
    ook tot uit ik je hij wij zij naar heeft hebben deze geen nog worden wordt werd of als kan kunnen meer welke waar
    geeft in is was te we al per her des der den u`,
  en: `the of and to that it with as his they this from or had by some what there we out other were your when up use
    how said an each she which their time if will way about many then them would these her thing has been more could
    my than who its now most over such because both does not are for in is was on at be do no so me all but one he`,
  de: `der die das und ist nicht ein eine einen dem den des zu mit sich auf für auch von im wird sind werden durch als
    oder wie bei nach über aus aber kein keine dass mehr noch nur wenn hat haben einer eines ihre in an war was so er
    es sie wir man am vor zum zur bis um`,
  fr: `le la les des et est une du dans que qui pour pas sur avec plus par ne ce cette sont au aux ses sa leur mais ou
    comme être avoir nous vous ils elle était ont entre sans deux aussi donc de en un se on il son si non tout même
    fait très peu lui me te tu es as son mon`,
  es: `el la los las un una unos unas de del al en y que se con por para como más pero sus su este esta estos estas son
    fue era muy también hay ya desde cuando ser es lo sin sobre hasta donde quien nos porque otro otra otros ese esa eso
    ella entre no si ha han sido está están cada todo todos puede esto ellos le les me mi tu te o`,
  it: `il lo la i gli le un uno una di del dello della dei degli delle al alla ai agli alle dal dalla nel nella nei
    nelle sul sulla che e è non con per si da in come anche più ma se questo questa questi queste sono ha hanno essere
    stato stata loro tra fra quando molto ancora perché ogni cui ed suo sua suoi ci mi ti o era viene può solo dove`,
  pt: `o a os as um uma uns umas de do da dos das em no na nos nas ao aos à que e é se com por para como mais mas foi
    ele ela eles são também quando muito já está estão seu sua seus suas pelo pela pelos pelas até isso depois sem
    mesmo quem esse essa este esta isto num numa nem ser há não sobre entre cada pode porque onde ou era te me lhe`,
} as const;

const knownLanguages = Object.keys(lists) as readonly KnownLanguage[];

/** Languages that the checks on words tell apart. */
export type KnownLanguage = keyof typeof lists;

/** The primary language of a BCP 47 tag when the checks know it. */
export function knownLanguage(tag: string): KnownLanguage | undefined {
  const primary = tag.split('-')[0]?.toLowerCase();
  return knownLanguages.find((language) => language === primary);
}

const sets = new Map<string, ReadonlySet<KnownLanguage>>();
for (const language of knownLanguages)
  for (const word of lists[language].split(/\s+/)) sets.set(word, new Set([...(sets.get(word) ?? []), language]));

interface Found {
  /** How often a text has one of the words, and how many different ones. */
  readonly count: number;
  readonly different: number;
}

/** The words of one language in a text that the other language has not. */
function ownWords(words: ReadonlyMap<string, number>, language: KnownLanguage, other: KnownLanguage): Found {
  let [count, different] = [0, 0];
  for (const [word, times] of words) {
    const languages = sets.get(word);
    if (languages?.has(language) !== true || languages.has(other)) continue;
    count += times;
    different++;
  }
  return { count, different };
}

/** Small words within names: “Leonardo da Vinci”, “Garcilaso de la Vega”. */
const particles = new Set('da dal dalla de del della di do dos du la le van von'.split(' '));
const hasCapital = (word: string | undefined): boolean => word !== undefined && /^\p{Lu}/u.test(word);

/** The small words of a text. What belongs to a name is left out: “Los Alamos”, “Rio de Janeiro”. */
function smallWords(text: string): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  let afterName = false;
  const all = text.match(/\p{L}+/gu) ?? [];
  for (const [i, word] of all.entries()) {
    if (hasCapital(word)) afterName = true;
    else if (!particles.has(word)) afterName = false;
    else if (afterName && (hasCapital(all[i + 1]) || particles.has(all[i + 1] ?? ''))) continue;
    if (sets.has(word)) words.set(word, (words.get(word) ?? 0) + 1);
  }
  return words;
}

/**
 * The language that a text is clearly written in instead of `own`; `undefined` when in doubt. At least three different
 * words are asked for: in “Jan van Eyck, Rogier van der Weyden, Hugo van der Goes” one word comes again and again.
 */
export function foreignLanguage(text: string, own: KnownLanguage): KnownLanguage | undefined {
  const words = smallWords(text);
  const clear = knownLanguages.filter((language) => {
    if (language === own) return false;
    const { count, different } = ownWords(words, language, own);
    return count >= 4 && different >= 3 && count > 3 * ownWords(words, own, language).count;
  });
  const beats = (one: KnownLanguage, other: KnownLanguage): boolean =>
    ownWords(words, one, other).count > ownWords(words, other, one).count;
  return clear.find((one) => knownLanguages.every((other) => other === one || other === own || beats(one, other)));
}

/** Endings of nouns that are made from verbs, and of those verbs. What stands before both is nearly the same. */
interface Endings {
  readonly nouns: RegExp;
  readonly verbs: RegExp;
}

/** The longest ending first. */
const ending = (endings: string): RegExp => {
  const sorted = endings.split(' ').sort((a, b) => b.length - a.length);
  return new RegExp(`(?:${sorted.join('|')})$`);
};

/** Without accents: `reducción` is `reduccion`. */
const languages: Readonly<Record<string, Endings>> = {
  en: {
    nouns: ending('ication ications ation ations ition itions tion tions sion sions ment ments al als ure ures er ier est iest'),
    verbs: ending('ify ifies ified ying ied ies ing ed es e s y'),
  },
  fr: {
    nouns: ending('ation ations ition itions tion tions sion sions xion xions ement ements ment ments age ages ance ances ence ences eur eurs teur teurs trice trices ite ites'),
    verbs: ending('er ir ire re oir ant isant issant ent isent issent ait aient isait ez ons ee ees es e is it ie ies ue ues us ut u i s a t era ira eront iront'),
  },
  es: {
    nouns: ending('acion aciones icion iciones cion ciones sion siones amiento amientos imiento imientos miento mientos ancia encia aje ajes ida idas ador adores adora adoras'),
    verbs: ending('ar er ir ando iendo ado ada ados adas ido idos a as an e es en o amos emos imos aba aban ia ian io ieron aron ara era ira'),
  },
  it: {
    nouns: ending('azione azioni izione izioni zione zioni sione sioni amento amenti imento imenti mento menti anza anze enza enze atore atori tore tori trice trici ura ure'),
    verbs: ending('are ere ire rre ando endo ato ata ati ate ito ita iti ite uto uta uti ute a e i o ano ono iamo ava avano eva evano iva ivano'),
  },
  pt: {
    nouns: ending('acao acoes icao icoes cao coes sao soes amento amentos imento imentos mento mentos ancia encia agem agens ador adores adora adoras'),
    verbs: ending('ar er ir ando endo indo ado ada ados adas ido ida idos idas a as am e es em o amos emos imos ava avam ia iam ou eu iu'),
  },
  de: {
    nouns: ending('ation ationen ition itionen tion tionen sion sionen ator atoren anz enz'),
    verbs: ending('ieren ierend ierende ierenden iert ierte ierten ierung ierungen'),
  },
  nl: {
    nouns: ending('atie aties itie ities tie ties sie sies ator atoren antie entie'),
    verbs: ending('eren erend erende eert eerde eerden eerd eer ering eringen'),
  },
}; // prettier-ignore

/** Shorter roots belong to too many words. */
const shortest = 4;

/** Verbs and their nouns differ in the consonants between root and ending: divide, division; réduire, réduction. */
function rootOf(before: string, lang: string): string {
  // A stressed vowel is two in Spanish: pierde, perder.
  const even = lang === 'es' ? before.replace(/ie/g, 'e').replace(/ue/g, 'o') : before;
  const bare = even.replace(/[bcdgkpqstvzi]{1,2}$/, '');
  return bare.length >= shortest ? bare : even;
}

/** What a word is compared by with words made from it, and those it is made from. */
export interface DerivedKeys {
  /** The root of a noun that may be made from a verb. */
  readonly noun: string | undefined;
  /** The root, if the word is a verb. */
  readonly verb: string | undefined;
}

/** The roots by which a noun and the verb that it is made from are found together. @param word in small letters. */
export function derivedKeys(word: string, lang: string): DerivedKeys {
  const key = lang.toLowerCase().split('-')[0] ?? '';
  const endings = languages[key];
  if (endings === undefined || word.length < shortest) return { noun: undefined, verb: undefined };
  const plain = word.normalize('NFD').replace(/\p{M}/gu, '');
  const root = (pattern: RegExp): string | undefined => {
    const before = plain.replace(pattern, '');
    return before.length < shortest ? undefined : rootOf(before, key);
  };
  return {
    noun: endings.nouns.test(plain) ? root(endings.nouns) : undefined,
    // German and Dutch verbs of this kind have endings of their own.
    verb:
      key === 'de' || key === 'nl'
        ? endings.verbs.test(plain)
          ? root(endings.verbs)
          : undefined
        : root(endings.verbs),
  };
}

import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { wordsOfForms } from './irregular.ts';
import { stopwords as danishStops } from '@orama/stopwords/danish';
import { stopwords as dutchStops } from '@orama/stopwords/dutch';
import { stopwords as englishStops } from '@orama/stopwords/english';
import { stopwords as finnishStops } from '@orama/stopwords/finnish';
import { stopwords as frenchStops } from '@orama/stopwords/french';
import { stopwords as germanStops } from '@orama/stopwords/german';
import { stopwords as italianStops } from '@orama/stopwords/italian';
import { stopwords as norwegianStops } from '@orama/stopwords/norwegian';
import { stopwords as portugueseStops } from '@orama/stopwords/portuguese';
import { stopwords as spanishStops } from '@orama/stopwords/spanish';
import { stopwords as swedishStops } from '@orama/stopwords/swedish';

interface Language {
  /** First parts of verbs that stand apart in a sentence: “keert om” for “omkeert”. */
  readonly separable: readonly string[];
  readonly stem: (word: string) => string;
  readonly stops: ReadonlySet<string>;
}

/** Words that carry no content and are in no list of stop words: quantities, degrees, reporting. */
const empty: Readonly<Record<string, string>> = {
  nl: 'later eerder dag vooral bovendien daardoor waardoor daarom daarna daarvoor vervolgens ongeveer bijna zoals tussen tijdens hoewel terwijl zodat omdat echter namelijk soms vaak ook steeds juist zo wel laat laten maakt gaan gaat gaat ging krijgt krijgen komt komen staat staan zit doet geeft geven heet heten noemt noemen genoemd blijkt blijken zegt zeggen beide enkele sommige verschillende elk elke ieder waarvan waarbij waarin waarop daarvan daarbij daarin daarop ten minste betreft namens volgens wordt daarmee waarmee hierdoor meerdere betrekkelijk gewoonlijk verder onder meer bijvoorbeeld iemand wie zaken tijd',
  en: 'also thus hence therefore however moreover furthermore often usually sometimes mostly mainly about around almost nearly between within during although though while whereas because since such like one may might could would should must shall can cannot make makes made making get gets give gives given take takes taken come comes say says said call calls called use used uses using many much several various certain every each both either neither another others even still yet just only rather quite well whether among upon per via hold holds tell tells thing things way ways become becomes became instead far earlier large largely scale',
  de: 'auch daher deshalb jedoch allerdings außerdem zudem oft meist häufig manchmal etwa fast zwischen während obwohl obgleich weil denn dabei dadurch damit dafür davon daran wobei wodurch womit beim gilt gibt geben heißt genannt macht machen wird werden kann können sollte müssen darf lassen lässt sowie bzw mehrere einige jeder jede jedes beide viele besonders vor allem kommt liegt steht größte größten größter teil bestimmte bestimmten gewisse kaum rund',
  fr: 'aussi donc ainsi cependant toutefois souvent parfois presque environ entre pendant bien alors quoique parce puisque comme dont où fait faire peut peuvent doit doivent être avoir dit dire appelle plusieurs certains certaines chaque très plus moins surtout selon afin lors tout toute tous toutes faut permet permettent permettre contre plutôt demeure demeurent reste restent devient deviennent grand grande grands grandes partie',
  es: 'también así además sin embargo menudo veces casi entre durante aunque porque pues como puede pueden debe deben hace hacer dice decir llama varios varias cada muy más menos sobre según dicho todo toda todos todas conviene hay presenta presentan persona personas algún alguna algunas algunos mayoría permite permiten contra parte poco',
  it: 'anche quindi inoltre tuttavia spesso talvolta quasi circa tra fra durante sebbene perché poiché come può possono deve devono fa fare dice dire chiama vari varie ogni molto più meno secondo tutto tutta tutti tutte bisogna occorre permette permettono contro parte diventa diventano grande grandi persone alcuni alcune',
  pt: 'também assim além porém contudo frequentemente vezes quase entre durante embora porque pois como pode podem deve devem faz fazer diz dizer chama vários várias cada muito mais menos segundo todo toda todos todas convém permite permitem contra parte torna tornam grande grandes pessoas alguns algumas',
}; // prettier-ignore

const separable: Readonly<Record<string, string>> = {
  nl: 'aan achter af bij binnen door in los mee na neer om op over samen tegen terug toe uit vast voor voort weg',
  de: 'ab an auf aus bei ein fest fort heraus herein hervor hin los mit nach um vor weg zu zurück zusammen',
};

/** A stemmer that knows irregular forms too. */
function withForms(stem: Language['stem'], lang: string): Language['stem'] {
  const words = wordsOfForms(lang);
  return (word) => stem(words.get(word) ?? word);
}

const language = (stem: Language['stem'], stops: readonly string[], lang = ''): Language => ({
  stem: withForms(stem, lang),
  separable: separable[lang]?.split(' ') ?? [],
  stops: new Set([...stops, ...(empty[lang] ?? '').split(' ')].map((word) => word.toLowerCase())),
});

const languages: Readonly<Record<string, Language>> = {
  da: language(danish, danishStops),
  de: language(german, germanStops, 'de'),
  en: language(english, englishStops, 'en'),
  es: language(spanish, spanishStops, 'es'),
  fi: language(finnish, finnishStops),
  fr: language(french, frenchStops, 'fr'),
  it: language(italian, italianStops, 'it'),
  nb: language(norwegian, norwegianStops),
  nl: language(dutch, dutchStops, 'nl'),
  no: language(norwegian, norwegianStops),
  pt: language(portuguese, portugueseStops, 'pt'),
  sv: language(swedish, swedishStops),
};

/** Without a stemmer words are compared as they are. */
const other: Language = { stem: (word) => word, stops: new Set(), separable: [] };

/** How words of a language are compared. @param lang BCP 47 tag. */
export const languageOf = (lang: string): Language => languages[lang.toLowerCase().split('-')[0] ?? ''] ?? other;

/** Languages that are known by their script. Japanese is looked for before Chinese, whose signs it has too. */
const scripts: readonly (readonly [lang: string, letters: RegExp])[] = [
  ['ar', /\p{Script=Arabic}/gu],
  ['he', /\p{Script=Hebrew}/gu],
  ['el', /\p{Script=Greek}/gu],
  ['ru', /\p{Script=Cyrillic}/gu],
  ['hi', /\p{Script=Devanagari}/gu],
  ['th', /\p{Script=Thai}/gu],
  ['ko', /\p{Script=Hangul}/gu],
  ['ja', /[\p{Script=Hiragana}\p{Script=Katakana}]/gu],
  ['zh', /\p{Script=Han}/gu],
];

/** The language of a text that is written in a script of its own, for a third of its letters at least. */
function languageOfScript(text: string): string | undefined {
  const count = (letters: RegExp): number => text.match(letters)?.length ?? 0;
  const all = count(/\p{L}/gu);
  return scripts.find(([lang, letters]) => count(letters) > all / (lang === 'ja' ? 10 : 3))?.[0];
}

/** The language of a text's script, else the one whose stop words it has most of; English when it has none. */
export function likelyLanguage(text: string): string {
  const written = languageOfScript(text.slice(0, 20_000));
  if (written !== undefined) return written;
  const words =
    text
      .slice(0, 20_000)
      .toLowerCase()
      .match(/\p{L}+/gu) ?? [];
  let best = { lang: 'en', count: 0 };
  for (const [lang, { stops }] of Object.entries(languages)) {
    const count = words.filter((word) => word.length > 1 && stops.has(word)).length / (1 + stops.size / 2000);
    if (count > best.count) best = { lang, count };
  }
  return best.lang;
}

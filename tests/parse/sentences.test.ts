import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/parse/index.ts';
import { moreSentences } from './more-sentences.ts';
import { sentenceTables } from './sentence-tables.ts';

/** Sentences of each language; together they are split into just these again. */
const tables: Readonly<Record<string, readonly string[]>> = {
  de: [
    'Das gilt z. B. für Ratten, bzw. Nager.', 'Am 3. Oktober 2020 begann es.', 'Siehe Abb. 3 und Tab. 2.', 'Nach § 130 Abs. 1 Satz 1 BGB gilt das.',
    'Der BGH hat am 7. Juni 1984 entschieden.', 'Es waren z. B. 3 Mio. Euro, Bd. 2, Rn. 17.', 'Im 19. Jahrhundert galt das.', 'Dr. Müller und Prof. Schmidt kamen.',
    'Das heißt „Umkehr“.', 'Danach folgt die Erholung.', 'Die Zahl stieg auf 17.', 'Danach sank sie.', 'Vgl. S. 12 ff. im Anhang.', 'Er nahm Vitamin C.', 'Dann ging er.',
    'Das betrifft u. a. Kinder, d. h. junge Menschen.', 'Ca. 40 Prozent, i. d. R. mehr, starben.', 'Der 2. Weltkrieg endete 1945.', 'Goethe lebte bis 1832.', 'Wirklich?', 'Ja!',
    'Der Wert liegt bei 3,5 mg.', 'Das regelt Art. 5 Abs. 2 GG.', 'Es kamen Ärzte, Pfleger usw.', 'Alle halfen.', 'Die 1. Auflage erschien bei J. G. Cotta.', 'Sie war teuer.',
  ],
  fr: [
    'M. Dupont et Mme Martin sont venus.', 'Voir p. 12 et fig. 3.', '« Il part. »', 'Elle reste.', 'Le Dr Petit, p. ex., refuse.', 'Cf. art. 5 du code.', 'Est-ce vrai ?', 'Oui !',
    'En 50 av. J.-C. César gagna.', 'La dose était de 3,5 mg.', 'Elle prit des pommes, des poires, etc.', 'Puis elle partit.',
  ],
  es: [
    'El Sr. López y la Dra. Ruiz llegaron.', 'Véase la pág. 12 y la fig. 3.', '¿Es verdad?', '¡Sí!', 'Hay frutas, p. ej. manzanas.', 'Los EE. UU. firmaron.', 'Según el art. 5 vale.',
    'Compró pan, leche, etc.', 'Luego salió.', 'Dijo «basta».', 'Nadie respondió.',
  ],
  it: [
    'Il sig. Rossi e il dott. Bianchi sono qui.', 'Vedi pag. 12 e fig. 3.', 'Cfr. art. 5 del codice.', 'È vero?', 'Sì!', 'Comprò pane, latte, ecc.', 'Poi uscì.', 'La dose era di 3,5 mg.',
    'Si chiama "pompa".', 'Poi si inverte.',
  ],
  pt: [
    'O Sr. Silva e a Dra. Costa chegaram.', 'Ver pág. 12 e fig. 3.', 'Segundo o art. 5 vale.', 'É verdade?', 'Sim!', 'Comprou pão, leite, etc.', 'Depois saiu.', 'A dose era de 3,5 mg.',
    'Chama-se "bomba".', 'Ela inverte-se.',
  ],
  nl: ['Men noemt dit "omgekeerd transport".', 'Daarna volgt herstel.', "Dat heet de 'pomp'.", 'Zij keert om.', 'Dat is “zo”.', 'Het werkt (soms).', 'Meer niet.'],
  en: ['This is called "reverse transport".', 'Then it recovers.', "That is the 'pump'.", 'It turns round.', 'Mr. Smith saw it.', 'He left (early).', 'Nobody knew.'],
}; // prettier-ignore

describe('sentences end where they end', () => {
  it.each(Object.entries(tables))('in %s', (lang, sentences) => {
    const text = sentences.join(' ');
    expect(splitSentences(text, lang).map(([start, end]) => text.slice(start, end))).toEqual(sentences);
  });
});

describe.each(Object.entries(sentenceTables))('sentences of %s end where they end', (lang, texts) => {
  it.each([...texts, ...(moreSentences[lang] ?? [])])('%s', (marked) => {
    const sentences = marked.split(' | ');
    const text = sentences.join(' ');
    expect(splitSentences(text, lang).map(([start, end]) => text.slice(start, end))).toEqual(sentences);
  });
});

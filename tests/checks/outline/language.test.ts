import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foreignLanguage, type KnownLanguage } from '../../../src/checks/texts/index.ts';

/** Ordinary sentences of a lesson, several a language. */
const texts: Readonly<Record<KnownLanguage, readonly string[]>> = {
  nl: [
    'De pomp haalt het serotonine terug naar de cel, en dat is wat wij hier zien.',
    'Een rivier sorteert het grind niet met de hand, maar met de stroom die over de bodem gaat.',
    'Laat de studenten eerst zelf rekenen en vraag dan wie er een ander antwoord heeft.',
  ],
  en: [
    'The pump brings the serotonin back into the cell, and that is what we see here.',
    'A river does not sort its gravel by hand but with the flow that goes over the bed.',
    'Let them do the sum first and then ask who has another answer and why.',
  ],
  de: [
    'Die Pumpe bringt das Serotonin zurück in die Zelle, und das ist es, was wir hier sehen.',
    'Ein Fluss sortiert den Kies nicht mit der Hand, sondern mit der Strömung, die über das Bett geht.',
    'Die Studierenden rechnen zuerst, und dann wird gefragt, wer eine andere Antwort hat und wie es dazu kam.',
  ],
  fr: [
    'La pompe ramène la sérotonine dans la cellule, et c’est ce que nous voyons ici.',
    'Une rivière ne trie pas son gravier à la main, mais avec le courant qui passe sur le lit.',
    'Laissez les étudiants calculer et demandez ensuite qui a une autre réponse que les autres et pourquoi.',
  ],
  es: [
    'La bomba devuelve la serotonina a la célula, y eso es lo que se ve aquí cuando el canal está abierto.',
    'Un río no ordena la grava con la mano, pero sí con el agua que pasa por el lecho del valle.',
    'Los estudiantes hacen primero el cálculo y después se pregunta quién tiene otra respuesta y por qué.',
  ],
  it: [
    'La pompa riporta la serotonina nella cellula, e questo è quello che si vede qui quando il canale è aperto.',
    'Un fiume non ordina la ghiaia con la mano, ma con la corrente che passa sul letto della valle.',
    'Gli studenti fanno prima il calcolo e poi si chiede chi ha una risposta che non è quella degli altri.',
  ],
  pt: [
    'A bomba devolve a serotonina à célula, e isso é o que se vê aqui quando o canal está aberto.',
    'Um rio não ordena o cascalho com a mão, mas com a corrente que passa pelo leito do vale.',
    'Os estudantes fazem primeiro o cálculo e depois pergunta-se quem tem uma resposta que não é a dos outros.',
  ],
};
const languages = Object.keys(texts) as KnownLanguage[];

describe('the language of a text', () => {
  it.each(languages.flatMap((own) => languages.map((written) => ({ own, written }))))(
    'a lesson in $own, texts in $written',
    ({ own, written }) => {
      for (const text of texts[written])
        expect(foreignLanguage(text, own), text).toBe(own === written ? undefined : written);
    },
  );

  it.each([
    'Jan van Eyck, Rogier van der Weyden, Hugo van der Goes, Vincent van Gogh',
    'El Niño, La Niña, Los Alamos, Las Vegas, El Paso, Los Angeles',
    'Juan de la Cruz, Garcilaso de la Vega, Ponce de León',
    'Leonardo da Vinci, Piero della Francesca, Giovanni da Verrazzano, Paolo dal Pozzo',
    'Vasco da Gama, Rio de Janeiro, Cabo da Roca, Minas Gerais, Mato Grosso do Sul',
    'allegro ma non troppo, andante con moto',
    'in vitro, in vivo, ex vivo, per os, de novo, ad libitum, in situ',
    'Quercus robur, Acer campestre, Sus scrofa, Canis lupus, Vitis vinifera',
    'Gallia est omnis divisa in partes tres',
  ])('names, terms and code are no text in another language: %s', (text) => {
    for (const own of languages) expect(foreignLanguage(text, own), own).toBeUndefined();
  });

  it('a text in the language of the lesson stays its own, whatever short foreign words it holds', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...languages),
        fc.constantFrom(...languages),
        fc.nat(2),
        fc.nat(2),
        fc.nat(),
        (own, other, i, j, at) => {
          const words = (texts[other][j] ?? '').split(' ');
          const some = words.slice(at % words.length).slice(0, 4);
          expect(foreignLanguage(`${texts[own][i] ?? ''} ${some.join(' ')}`, own)).toBeUndefined();
        },
      ),
    );
  });
});

import { plainTitle } from '../../compose/index.ts';
import { textFile, type Format } from '../format.ts';
import { Desk, zipped, zipTime } from '../platforms/index.ts';
import { cardsOf } from './cards.ts';
import { collection } from './collection.ts';
import { cardsTsv } from './tsv.ts';

export const flashcardsFormat: Format = {
  name: 'flashcards',
  summary: 'terms and questions as cards to learn with: a table, and a deck for Anki',
  standard: false,
  audiences: ['teacher'],
  files: async (input) => {
    const desk = new Desk(input, 'flashcards.apkg', (name) => name);
    const cards = cardsOf(input, desk);
    if (cards.length === 0) return [];
    const { lesson, date } = input;
    const time = Math.floor((date?.getTime() ?? zipTime) / 1000);
    const anki = await collection({ lesson: lesson.id, title: plainTitle(lesson.title), cards, time });
    const pictures = [...desk.pictures];
    const media = Object.fromEntries(pictures.map(([name], i) => [String(i), name]));
    const bytes = zipped([
      ['collection.anki2', anki],
      ['media', Buffer.from(JSON.stringify(media))],
      ...pictures.map(([, { bytes }], i) => [String(i), bytes] as const),
    ]);
    return [
      { ...textFile('flashcards.tsv', 'text/tab-separated-values', cardsTsv(cards)), diagnostics: desk.findings },
      { path: 'flashcards.apkg', mediaType: 'application/zip', bytes },
    ];
  },
};

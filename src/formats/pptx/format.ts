import type { Format } from '../format.ts';
import { metadataOf } from '../pdf/index.ts';
import { deckForOffice, exportDeck } from './export.ts';

export const pptxFormat: Format = {
  name: 'pptx',
  summary: 'the deck for PowerPoint: texts, lists, tables and drawings that can be edited, notes for the teacher',
  standard: false,
  audiences: ['teacher', 'student', 'public'],
  perPlan: true,
  tasks: (input) => {
    const deck = deckForOffice(input);
    const { lesson, audience, planDecks } = input;
    return [
      {
        path: 'deck.pptx',
        mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
        // Notes, titles of sections and which slides are hidden stand outside the HTML.
        key: JSON.stringify([
          'pptx',
          6,
          metadataOf(input),
          audience,
          planDecks.map(({ plan }) => plan.id),
          lesson.sections.map(({ id, title }) => [id, title]),
          input.assets.flatMap(({ plot }) => plot ?? []),
          deck.slides.map(({ title, section, plans, notesHtml }) => [title, section, plans ?? [], notesHtml]),
        ]),
        ...(planDecks.length > 0 ? { deck } : {}),
        run: (page) => exportDeck(page, deck, input),
      },
    ];
  },
};

import { plainText, plainTitle, referenceLine } from '../../compose/index.ts';
import { textFile, type Format, type FormatInput } from '../format.ts';
import { slideLines } from './lines.ts';

/** All that the slides say, as plain text. */
function deckText({ lesson, deck }: FormatInput): string {
  const { title, subtitle, authors } = lesson;
  const front = [plainTitle(title), plainText(subtitle ?? ''), authors.map(plainText).join(', ')];
  const sections = lesson.sections.flatMap((section) => {
    const slides = deck.slides.filter((slide) => slide.section === section.id);
    const name = plainTitle(section.title);
    return [
      `${name}\n${'='.repeat(Array.from(name).length)}`,
      ...slides.map((slide) => [`${slide.number}. ${slide.title}`, ...slideLines(slide.html)].join('\n')),
    ];
  });
  const terms = lesson.glossary.map(({ term, definition }) => `${plainTitle(term)}: ${plainTitle(definition)}`);
  const works = lesson.references.map((reference) => plainText(referenceLine(reference)));
  const back = [terms, works].filter((part) => part.length > 0).map((part) => part.join('\n'));
  return `${[front.filter((part) => part !== '').join('\n'), ...sections, ...back].join('\n\n')}\n`;
}

export const textFormat: Format = {
  name: 'text',
  summary: 'all words of the slides as plain text, with what pictures say, for search and for comparing',
  standard: false,
  audiences: ['teacher', 'student', 'public'],
  files: (input) => [textFile('deck.txt', 'text/plain', deckText(input))],
};

import type { Card } from './cards.ts';

const cell = (text: string): string => text.replace(/[\t\n\r]+/g, ' ');

/** `flashcards.tsv`: a card a line, its id first; the lines with `#` tell Anki how to read it. */
export function cardsTsv(cards: readonly Card[]): string {
  const head = ['#separator:tab', '#html:true', '#guid column:1', '#tags column:4'];
  const lines = cards.map(({ id, front, back, tags }) => [id, front, back, tags.join(' ')].map(cell).join('\t'));
  return `${[...head, ...lines].join('\n')}\n`;
}

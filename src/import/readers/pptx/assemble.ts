/** Stands in a text where one of our decks keeps room in a line for a formula, which is a shape of its own. */
export const room = '\u{E000}';

const isFormula = (block: string): boolean =>
  block.length > 2 && block.startsWith('$') && block.indexOf('$', 1) === block.length - 1;

/** Formulas into the rooms that the texts before them keep; rooms of other things are closed. */
function withFormulas(blocks: readonly string[]): readonly string[] {
  const made: string[] = [];
  /** The text with rooms that are still open. */
  let open = -1;
  for (const block of blocks) {
    const text = made[open];
    if (text?.includes(room) === true && isFormula(block)) made[open] = text.replace(room, () => ` ${block} `);
    else {
      made.push(block);
      if (block.includes(room)) open = made.length - 1;
    }
  }
  return made.map((block) => (block.includes('$') || block.includes(room) ? tidy(block.replaceAll(room, ' ')) : block));
}

/** Room between words that was kept twice, and room before a sign that follows its word. */
function tidy(block: string): string {
  let text = block;
  while (text.includes('$  ')) text = text.replaceAll('$  ', '$ ');
  while (text.includes('  $')) text = text.replaceAll('  $', ' $');
  for (const sign of ['.', ',', ';', ':', ')', '?', '!']) text = text.replaceAll(`$ ${sign}`, `$${sign}`);
  return text.replaceAll('( $', '($').trim();
}

/** Numbers that stand in boxes of their own beside what they count: 1, 2, 3 … are a list. */
function withNumbers(blocks: readonly string[]): readonly string[] {
  const isNumber = (block: string | undefined): boolean =>
    block !== undefined && String(Number.parseInt(block, 10)) === block;
  const numbers = blocks.filter(isNumber);
  const isCounted = numbers.length > 1 && numbers.every((number, i) => number === String(i + 1));
  if (!isCounted) return blocks;
  const made: string[] = [];
  for (let i = 0; i < blocks.length; i++) {
    const [block = '', next] = [blocks[i], blocks[i + 1]];
    const isItem = isNumber(block) && next !== undefined && !isNumber(next) && !next.includes('\n');
    made.push(isItem ? `${block}. ${next}` : block);
    if (isItem) i++;
  }
  return made;
}

/** What the shapes of a slide say, as blocks of Markdown in their order: what was taken apart for its places is joined. */
export const assembled = (blocks: readonly string[]): readonly string[] =>
  withNumbers(withFormulas(blocks.filter((block) => block.trim() !== '')));

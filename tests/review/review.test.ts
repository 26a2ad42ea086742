import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deckData, deckHtml } from '../../src/formats/html/index.ts';
import type { Audience } from '../../src/model/index.ts';
import { changesMarkdown, compareDecks, readShownDeck, settleChanges, type ShownDeck } from '../../src/review/index.ts';
import { compareLines, compareWords } from '../../src/review/words.ts';
import type { ReviewWords } from '../../src/wire/index.ts';
import { soundKit } from '../support/pipeline.ts';
import { wordsIn } from '../support/words.ts';

const words = (wordsIn('en') as { readonly review: ReviewWords }).review;

const slide = (id: string, statement: string, more: object = {}): object => ({
  id,
  layout: 'statement',
  statement,
  ...more,
});

async function shown(slides: readonly object[], source: string, audience: Audience = 'teacher'): Promise<ShownDeck> {
  const outline = { title: 'T', lang: 'en', source: 'source.md', sections: [{ id: 's', title: 'S', slides }] };
  const { made } = await soundKit(outline, { 'lessons/x/source.md': source }, audience);
  const html = deckHtml(made.deck, deckData(made.deck, made.lesson, audience), { script: '', css: '' });
  const deck = readShownDeck(html);
  if (!deck) throw new Error('not read');
  return deck;
}

const source = '## One {#a}\n\nIce is cold. Iron melts at 1538 °C. Water is wet.\n';
const then = [
  slide('cold', 'Ice is cold.', { covers: ['a.1'], notes: 'Say it **slowly**.' }),
  slide('iron', 'Iron melts at $1538$ °C.', { covers: ['a.2'] }),
  slide('wet', 'Water is wet & <good>.', { covers: ['a.3'] }),
];

describe('two versions of a deck', () => {
  it('differ in nothing when they are the same, and when only their page numbers moved', async () => {
    const old = await shown(then, source);
    expect(compareDecks(old, old)).toEqual([]);
    const now = await shown([slide('first', 'Hello there.'), ...then], source);
    expect(compareDecks(old, now).map(({ kind, id }) => [kind, id])).toEqual([['added', 'first']]);
  });

  it('tell what was reworded, added, taken away, moved, and which sentence of the source is behind it', async () => {
    const old = await shown(then, source);
    const now = await shown(
      [
        slide('wet', 'Water is wet & <good>.', { covers: ['a.4'] }),
        slide('cold', 'Ice is very cold.', { covers: ['a.2'], notes: 'Say it quickly.' }),
        slide('new', 'Gold melts.', {}),
      ],
      source.replace('Ice', 'A new sentence comes first. Ice').replace('Ice is cold', 'Ice is very cold'),
    );
    const changes = settleChanges(compareDecks(old, now), new Set());
    const told = changes.map(({ kind, id }) => `${kind} ${id}`);
    expect(told.sort()).toEqual(['added new', 'changed cold', 'moved wet', 'removed iron']);
    const cold = changes.find(({ id }) => id === 'cold');
    expect(
      cold?.lines
        .flat()
        .filter(({ kind }) => kind === 'new')
        .map(({ text }) => text.trim()),
    ).toContain('very');
    expect(cold?.notes).not.toEqual([]);
    // Sentence two was sentence one: it is known by its words, not by its number.
    expect(changes.flatMap((change) => change.source.map(({ id }) => id))).toEqual(['a.2']);
    const markdown = changesMarkdown(
      [{ lesson: 'x', title: 'A | <b> @all', lang: 'en', changes, pictures: new Map() }],
      words,
      'What',
    );
    expect(markdown).toContain('## A &#124; &#60;b&#62; &#64;all');
    expect(markdown).toContain('<ins>');
    expect(markdown).not.toContain('<good>');
  });

  it('name the sentence that was reworded in its place', async () => {
    const old = await shown(then, source);
    const now = await shown(then, source.replace('1538', '1540'));
    const [change] = compareDecks(old, now);
    expect(change?.source.map(({ id, pieces }) => [id, pieces.filter(({ kind }) => kind !== 'same')])).toEqual([
      [
        'a.2',
        [
          { kind: 'old', text: '1538' },
          { kind: 'new', text: '1540' },
        ],
      ],
    ]);
  });

  it('of students hold no note and no sentence of the source', async () => {
    const deck = await shown(then, source, 'student');
    expect(deck.slides.flatMap(({ notes, statements }) => [...notes, ...statements.keys()])).toEqual([]);
    expect(deck.slides[1]?.lines.join(' ')).toContain('Iron melts at 1538 °C.');
  });

  it('are nothing where the file is no deck', () => {
    for (const html of ['', '<main id="deck">', '<style id="lectern-theme"></style><main id="deck"></main>'])
      expect(readShownDeck(html)).toBeUndefined();
  });
});

describe('words that changed', () => {
  const text = fc.array(fc.constantFrom('a', 'b', ' ', 'cat', '1,5', '<', '字', '\n')).map((parts) => parts.join(''));

  it('put together are the texts before and after, whatever they are', () => {
    fc.assert(
      fc.property(text, text, (old, now) => {
        const pieces = compareWords(old, now);
        const side = (kind: 'old' | 'new'): string =>
          pieces.flatMap((piece) => (piece.kind === kind || piece.kind === 'same' ? [piece.text] : [])).join('');
        expect([side('old'), side('new')]).toEqual([old, now]);
      }),
    );
  });

  it('take no longer than their limit', () => {
    const many = Array.from({ length: 20_000 }, (_, i) => `w${i}`);
    const started = performance.now();
    compareLines([many.join(' ')], [many.toReversed().join(' ')]);
    compareLines(many, many.toReversed());
    expect(performance.now() - started).toBeLessThan(3000);
  });
});

import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import { blockMarkdown, plainText } from '../../src/compose/text/index.ts';
import { kitFrom, lessonOf, soundKit } from '../support/pipeline.ts';

const host = { picture: () => undefined, drawing: () => '', use: () => undefined, word: (key: string) => `«${key}»` };
const reader = new MarkdownIt({ html: true, linkify: false });
const block = (text: string): string => reader.render(blockMarkdown(text, host));

const slide = { layout: 'bullets', title: 'A pump moves water uphill', bullets: ['It needs power'] };
const deckOf = async (callout: unknown, more: object = {}): Promise<string> => {
  const { made } = await soundKit(lessonOf([{ ...slide, callout }], more));
  return made.deck.slides.map(({ html }) => html).join('\n');
};

describe('call-outs in a text', () => {
  it.each([
    ['NOTE', 'note'],
    ['tip', 'key'],
    ['IMPORTANT', 'key'],
    ['Warning', 'warning'],
    ['CAUTION', 'danger'],
  ])('begin with [!%s]', (word, kind) => {
    const html = block(`> [!${word}]\n> Keep the *lid* on.`);
    expect(html).toContain(`<b class="callout-mark is-${kind}">«callout-${kind}»</b> Keep the <em>lid</em> on.`);
    expect(html).not.toContain('[!');
  });

  it('keep lists, further paragraphs and the quotations after them', () => {
    const html = block('> [!WARNING]\n>\n> - one\n> - two\n\n> A quotation.\n\n> [!OTHER] no call-out');
    expect(html.match(/callout-mark/g)).toHaveLength(1);
    expect(html).toMatch(/<li>one<\/li>\s*<li>two<\/li>/);
    expect(html).toContain('[!OTHER] no call-out');
  });

  it('say only their words to checks and coverage', () => {
    expect(plainText('> [!NOTE]\n> Only the words.')).toBe('Only the words.');
  });
});

describe('the field callout', () => {
  it.each([
    ['a text', 'Switch it off first.', 'note'],
    ['a text with a mark', '[!DANGER] Switch it off first.', 'danger'],
    ['a mapping', { kind: 'key', text: 'Switch it off first.' }, 'key'],
    ['a mapping by its kind', { warning: 'Switch it off first.' }, 'warning'],
  ])('is %s', async (_, callout, kind) => {
    const html = await deckOf(callout);
    expect(html).toMatch(new RegExp(`<div class="callout is-${kind}" role="note">`));
    expect(html).toContain('Switch it off first.');
  });

  it('may be several, with names of their own, in the language of the lesson', async () => {
    const html = await deckOf([{ warning: 'Zet hem uit.' }, { title: 'Tip van Ans', text: 'Neem een doek mee.' }], {
      lang: 'nl',
    });
    expect(html).toMatch(/<b class="callout-mark is-warning">Let op<\/b> Zet hem uit/);
    expect(html).toMatch(/<b class="callout-mark is-note">Tip van Ans<\/b> Neem een doek/);
  });

  it('stands on the last of the pages of a long slide', async () => {
    const bullets = Array.from({ length: 30 }, (_, i) => `Item ${i + 1} has a number and some words to say of itself`);
    const { made } = await soundKit(lessonOf([{ ...slide, bullets, callout: { key: 'Thirty is many.' } }]));
    const has = made.deck.slides.map(({ html }) => html.includes('callout-mark'));
    expect(has.length).toBeGreaterThan(2);
    expect(has.map((one, i) => one === (i === has.length - 1))).not.toContain(false);
  });

  it('takes room: the text beside it is set smaller', async () => {
    const sizeOf = async (callout?: string): Promise<number> => {
      const body = 'A sentence of some length that takes a whole line of the slide. '.repeat(6);
      const { made } = await soundKit(lessonOf([{ layout: 'statement', title: 'A point', body, callout }]));
      return Number(/text-(\d+)/.exec(made.deck.slides[0]?.html ?? '')?.[1]);
    };
    expect(await sizeOf('A remark. '.repeat(12))).toBeLessThan(await sizeOf());
  });

  it('tells a kind that it does not know', async () => {
    const { diagnostics } = await kitFrom(lessonOf([{ ...slide, callout: { kind: 'shout', text: 'Hey' } }]));
    expect(diagnostics.map(({ code }) => code)).toContain('outline/value');
  });
});

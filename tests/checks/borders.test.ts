import { describe, expect, it } from 'vitest';
import { stepsCheck } from '../../src/checks/deck/steps.ts';
import { textOf } from '../../src/checks/deck/markup.ts';
import { altTextCheck } from '../../src/checks/outline/alt-text.ts';
import { emptyNotesCheck } from '../../src/checks/outline/empty-notes.ts';
import { figureTexts } from '../../src/checks/outline/figure-texts.ts';
import { plainReadingCheck } from '../../src/checks/outline/plain-reading.ts';
import { referenceIdsCheck } from '../../src/checks/outline/reference-ids.ts';
import { retractedCheck } from '../../src/checks/outline/retracted.ts';
import { saidShownCheck } from '../../src/checks/outline/said-shown.ts';
import { unusedFilesCheck } from '../../src/checks/outline/unused-files.ts';
import { formsOf } from '../../src/checks/outline/unused-terms.ts';
import { factLockCheck } from '../../src/checks/source/fact-lock.ts';
import { takeNames } from '../../src/checks/source/names.ts';
import { numbersIn } from '../../src/checks/source/numbers.ts';
import { answerPatternCheck } from '../../src/checks/teaching/answer-pattern.ts';
import { minutesCheck } from '../../src/checks/teaching/minutes.ts';
import { questionsCheck } from '../../src/checks/teaching/questions.ts';
import { foreignLanguage, inlineOf } from '../../src/checks/texts/index.ts';
import { codesWithoutWords } from '../../src/checks/without-words.ts';
import { spellingCheck } from '../../src/checks/words/index.ts';
import { cleanSlide, find, outlineOf, places, type Fields } from './outline/support.ts';

const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
const slide = (more: Fields): Fields => ({ ...cleanSlide, id: 'x', title: 'Something else stands here', ...more });

describe('pictures and files', () => {
  it('finds pictures in lists', async () => {
    const images = [
      { src: 'images/a.svg', alt: 'A cell with one pump' },
      { src: 'images/a.svg', alt: 'Cell' },
    ];
    const gallery = slide({ layout: 'gallery', body: undefined, images });
    const found = await find(altTextCheck, outlineOf([gallery]), { files: { 'images/a.svg': svg } });
    expect(found.map(({ code, source }) => [code, source])).toEqual([['picture/alt-short', 'Cell']]);
  });

  it('names the file of a picture in a text that says nothing of it, and what is wrong with one that does', async () => {
    const said = async (body: string): Promise<string | undefined> =>
      (await find(altTextCheck, outlineOf([slide({ body })]), { files: { 'images/a.svg': svg } }))[0]?.message;
    expect(await said('![](images/a.svg)')).toContain('images/a.svg');
    expect(await said('![a.svg](images/a.svg)')).toContain('“a.svg”');
  });

  it('takes a file for used that the style sheet of the lesson names', async () => {
    const files = { 'images/a.svg': svg, 'own.css': 'h2 { background: url("images/a.svg") }' };
    const own = outlineOf([], { presentation: { css: 'own.css' } });
    expect(await find(unusedFilesCheck, own, { files })).toEqual([]);
    expect(await find(unusedFilesCheck, outlineOf([]), { files })).toHaveLength(1);
  });

  it('reads the words of links and the pictures in them', () => {
    expect(inlineOf('See [a ![pump](p.svg) here](b) and ![x](y).')).toEqual({
      links: [{ words: 'a pump here', href: 'b' }],
      pictures: [
        { alt: 'pump', src: 'p.svg' },
        { alt: 'x', src: 'y' },
      ],
      text: 'See  and .',
    });
  });
});

describe('slides', () => {
  it('slide/no-steps: where nothing appears one after another', async () => {
    const bullets = { layout: 'bullets', body: undefined, bullets: ['One of these', 'Two of these'] };
    expect(
      await places(
        stepsCheck,
        outlineOf([slide({ layout: 'quote', body: undefined, quote: 'It moves.', by: 'Somebody', steps: true })]),
      ),
    ).toEqual(['slide/no-steps: true']);
    expect(await find(stepsCheck, outlineOf([slide({ ...bullets, steps: true }), cleanSlide]))).toEqual([]);
  });

  it('parts blocks by a space, and never words within them', () => {
    expect(textOf('<p>a<b>b</b>c</p><p>d<br>e</p><!-- f --><i hidden>g</i>', () => false)).toBe('abc d e g');
  });

  it('points at the layout of a slide without title and notes', async () => {
    const untitled = { id: 'x', layout: 'quote', quote: 'It moves.', by: 'Somebody' };
    expect(await places(emptyNotesCheck, outlineOf([untitled]))).toEqual(['slide/empty-notes: quote']);
  });

  it('finds cells of blanks', async () => {
    const table = slide({ layout: 'table', body: undefined, head: ['a', 'b'], rows: [['1', '  ']] });
    expect((await find(plainReadingCheck, outlineOf([table]))).map(({ code }) => code)).toEqual(['table/empty-cell']);
  });

  it('reads labels and cells, and no alternatives, data or axes', () => {
    const drawing =
      '<svg><title>Not me</title><g><text>Cell</text></g><g><text>5</text><text>Bind-</text><text>ing</text></g></svg>';
    const data = '<div class="data-table"><div>x</div><table><tr><td>Not me</td></tr></table></div>';
    expect(
      figureTexts(`<p>No</p>${data}${drawing}<p>No</p><table><tr><th>Head</th><td>a<b>b</b></td></tr></table>`),
    ).toEqual(expect.arrayContaining(['Head', 'ab']));
    const texts = figureTexts(`${data}${drawing}<p>After</p>`).map((text) => text.trim().replace(/\s+/g, ' '));
    expect(texts.filter((text) => text !== '')).toEqual(['Cell', '5 Binding']);
  });

  it('points at the notes when what they leave out stands in no text of the slide', async () => {
    const cells = [
      'Ner\u00adves',
      'Kid\u00adneys',
      'Mus\u00adcles',
      'Glan\u00addular',
      'Ves\u00adsels',
      'Ten\u00addons',
    ];
    const table = { layout: 'table', body: undefined, head: ['1', '2'], rows: [cells.slice(0, 3), cells.slice(3)] };
    const [finding] = await find(saidShownCheck, outlineOf([slide({ ...table, notes: 'Nothing of that.' })]));
    expect([finding?.code, finding?.at !== undefined]).toEqual(['figure/unsaid', true]);
  });
});

describe('references, terms and facts', () => {
  it('takes only what links to a reference for a citation', async () => {
    const references = [{ id: 'w', authors: 'A', year: '2007', title: 'A work', retracted: true }];
    expect(await find(retractedCheck, outlineOf([slide({ body: 'w' })], { references }))).toEqual([]);
    const [finding, ...more] = await find(
      retractedCheck,
      outlineOf([slide({ body: 'w', cites: ['w'] })], { references }),
    );
    expect([finding?.source, more]).toEqual(['w', []]);
  });

  it('points at the PubMed id that cannot be right', async () => {
    const references = [{ id: 'w', authors: 'A', year: '2007', title: 'A work', pmid: '0123' }];
    const found = await places(referenceIdsCheck, outlineOf([slide({ cites: ['w'] })], { references }));
    expect(found.filter((text) => text.startsWith('reference/pmid'))).toEqual(['reference/pmid: "0123"']);
  });

  it('looks for no single letter', () => expect(formsOf(' B , A,  Net ')).toEqual(['net']));

  it('reads a number with points and commas as it may be meant', () => {
    const values = (text: string): readonly (readonly number[])[] => numbersIn(text).map((number) => number.values);
    expect(values('1.179 1,234.5 1.234.567 1234.567 12.34 0,5')).toEqual([
      [1.179, 1179],
      [1234.5],
      [1234567],
      [1234.567],
      [12.34],
      [0.5],
    ]);
  });

  it('takes abbreviations for names, and no words that end like one', () =>
    expect(takeNames('SERT mRNA tasSERTs VII').names.map(({ written }) => written)).toEqual(['SERT', 'mRNA']));

  it('leaves the number of a row alone in tables of a text and in the first cell of a row', async () => {
    const files = { 'source.md': '# T\n\n## Pump {#pump}\n\nIt moves.\n' };
    const facts = async (more: Fields): Promise<readonly string[]> =>
      (await find(factLockCheck, outlineOf([slide({ covers: ['pump.1'], ...more })]), { files })).map(
        ({ code }) => code,
      );
    expect(await facts({ body: '| a | b |\n|---|---|\n| 1 | x |\n| 22. | y |' })).toEqual([]);
    expect(await facts({ body: '| a | b |\n|---|---|\n| x | 22 |' })).toEqual(['source/fact-unsupported']);
  });
});

describe('teaching', () => {
  it('names the minutes of each section that is planned', async () => {
    const sections = [{ id: 'a', title: 'A', minutes: 4, slides: [cleanSlide] }];
    const [finding] = await find(minutesCheck, { ...outlineOf([]), duration: 5, sections });
    expect(finding?.related?.map(({ message }) => message)).toEqual([expect.stringContaining('"a": 4')]);
    expect(finding?.help?.[0]).toMatch(/^Give 1 /);
  });

  it('shows where the same answer stood first', async () => {
    const answers = [{ text: 'one', correct: true }, { text: 'two' }, { text: 'One.' }];
    const found = await find(questionsCheck, outlineOf([], { quiz: [{ id: 'q', question: 'Which?', answers }] }));
    const same = found.find(({ code }) => code === 'quiz/same-answers');
    expect([same?.source, same?.related?.length]).toEqual(['One.', 1]);
    expect(same?.related?.[0]?.at.start).toBeLessThan(same?.at?.start ?? 0);
  });

  it('lets the longest answer be right in as many questions as it may', async () => {
    const question = (id: number, isLong: boolean): Fields => ({
      id: `q${id}`,
      question: 'Which?',
      answers: ['one', 'two', 'six', 'ten'].map((text, i) =>
        i === [0, 2, 1, 3, 0, 3, 1, 2, 2, 0][id]
          ? { text: isLong ? `${text} and much more` : text, correct: true }
          : { text },
      ),
    });
    const found = async (long: number): Promise<readonly string[]> =>
      (
        await find(
          answerPatternCheck,
          outlineOf([], { quiz: Array.from({ length: 10 }, (_, i) => question(i, i < long)) }),
        )
      ).map(({ code }) => code);
    expect([await found(5), await found(10)]).toEqual([[], ['quiz/longest-answer']]);
  });
});

describe('languages and words', () => {
  it('counts the small words of a text but not those within a name', () => {
    const italian = 'Il gatto che non era sotto il tavolo con la gatta della casa';
    expect(foreignLanguage(italian, 'en')).toBe('it');
    expect(foreignLanguage('Vasco da Gama, Luca della Robbia, Andrea del Sarto, Rio de Janeiro', 'en')).toBeUndefined();
  });

  it('tells which findings a language cannot get', () => {
    expect(codesWithoutWords('en-GB')).toEqual([]);
    expect(codesWithoutWords('fr')).toEqual([]);
    expect(codesWithoutWords('ja')).toEqual([
      'text/colour-words',
      'text/link-words',
      'picture/alt-says-picture',
      'text/language',
    ]);
    expect(codesWithoutWords('it')).toEqual(['text/colour-words', 'text/link-words', 'picture/alt-says-picture']);
  });

  it('reads a list of words without its comments, and joins words of four letters', async () => {
    const files = { 'words.txt': 'blorf # not a word of zzzyx\n\n#quux\n' };
    const lesson = {
      ...outlineOf([slide({ title: 'Het is zo', body: 'Een blorf, een blorfdeur, een quux en een zzzyx.' })]),
      lang: 'nl',
    };
    const found = await find(spellingCheck, lesson, { files });
    const words = found.map(({ source }) => source);
    expect(['blorf', 'blorfdeur', 'quux', 'zzzyx'].filter((word) => words.includes(word))).toEqual(['quux', 'zzzyx']);
  });

  it('spells no quotation in another language', async () => {
    const german = 'Der Hund und die Katze sind nicht mit dem Vogel auf einem Baum, weil sie das nicht wollen.';
    expect(await find(spellingCheck, outlineOf([slide({ body: german, notes: 'Say it.' })]))).toEqual([]);
  });
});

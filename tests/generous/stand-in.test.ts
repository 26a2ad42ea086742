import { expect, it } from 'vitest';
import { kitFrom, lessonOf } from '../support/pipeline.ts';

const good = { layout: 'statement', title: 'This slide is sound', body: 'Good words.' };

/** Slides that cannot be made, each with the code of its finding and a text that must not be lost. */
const bad: Readonly<Record<string, readonly [slide: object, code: string, text: string]>> = {
  'a picture that is not there': [
    { layout: 'image', title: 'Odd', image: { src: 'no.png', alt: 'A striped horse' } },
    'asset/missing',
    'striped',
  ],
  'a file of data that is not there': [
    { layout: 'chart', title: 'Odd', chart: { type: 'bar', x: 'a', y: 'b' }, data: 'no.csv', alt: 'Striped bars' },
    'asset/missing',
    'Striped',
  ],
  'a question that is not there': [
    { layout: 'quiz', title: 'Odd', question: 'striped' },
    'link/unknown-question',
    'striped',
  ],
};

for (const [what, [slide, code, text]] of Object.entries(bad)) {
  it(`${what} takes no other slide down`, async () => {
    const { made, diagnostics, files } = await kitFrom(lessonOf([good, { notes: 'Say it.', ...slide }, good]));
    const found = diagnostics.find((finding) => finding.code === code);
    expect(found?.severity).toBe('error');
    expect(found?.at).toBeDefined();
    expect(made?.deck.slides).toHaveLength(3);
    const [first, middle, last] = made?.deck.slides ?? [];
    expect([first?.standIn, middle?.standIn, last?.standIn]).toEqual([undefined, true, undefined]);
    expect(middle?.html).toContain('could not be made');
    expect(middle?.html).toContain(text);
    expect(middle?.notes).toBe('Say it.');
    expect(files['deck.md']).toContain(text);
    expect(files['deck.html']).toContain('could not be made');
  });
}

it('a template that fails, and one that writes what is forbidden, spoil only their slides', async () => {
  const layout = (name: string, template: string) => ({
    [`templates/layouts/${name}/fields.yaml`]:
      'title: T\ndescription: D\ntype: object\nproperties: { words: { type: string, format: inline } }\n',
    [`templates/layouts/${name}/layout.hbs`]: template,
  });
  const { made } = await kitFrom(
    lessonOf([
      good,
      { layout: 'one', title: 'A', words: 'kept words' },
      { layout: 'two', title: 'B', words: 'kept words' },
      { layout: 'three', title: 'C', words: 'kept words' },
    ]),
    {
      ...layout('one', '{{#if}}'),
      ...layout('two', '<script>1</script>{{words}}'),
      ...layout('three', '{{words}}\n\n---\n\nx'),
    },
  );
  expect(made?.deck.slides.map(({ standIn }) => standIn)).toEqual([undefined, true, true, true]);
  for (const slide of made?.deck.slides.slice(1) ?? []) expect(slide.html).toContain('kept words');
});

it('what is shown in the place of a slide loses no text, however much there is', async () => {
  const words = Array.from({ length: 900 }, (_, i) => `word${i}`);
  const { made } = await kitFrom(lessonOf([{ layout: 'none', title: 'Odd', body: words.join(' ') }]));
  expect(made?.deck.slides.length).toBeGreaterThan(5);
  const text = made?.deck.slides.map(({ html }) => html).join(' ') ?? '';
  expect(words.filter((word) => !new RegExp(`\\b${word}\\b`).test(text))).toEqual([]);
});

it('mistakes outside the slides stop no slide', async () => {
  const { made, diagnostics } = await kitFrom(
    lessonOf([good], {
      zebra: { stripes: 1 },
      quiz: [{ question: 'What?' }],
      glossary: [{ term: 'a' }],
      references: [{ id: 'r' }],
      presentation: { logo: 'no.png' },
    }),
  );
  expect(made?.deck.slides).toHaveLength(1);
  expect(diagnostics.filter(({ severity }) => severity === 'error').length).toBeGreaterThan(4);
});

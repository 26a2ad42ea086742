import { describe, expect, it } from 'vitest';
import { importLesson, readerFor } from '../../src/import/index.ts';
import { coverageOf } from '../../src/coverage/index.ts';
import type { Lesson } from '../../src/model/index.ts';
import { parseLesson } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

interface Result {
  readonly lesson: Lesson;
  readonly report: readonly string[];
  readonly outline: string;
  readonly source: string;
}

async function imported(name: string, text: string): Promise<Result> {
  const reader = readerFor(name);
  if (reader === undefined) throw new Error(name);
  const make = () => importLesson(reader, new TextEncoder().encode(text), { name, picture: () => undefined });
  const { files, report } = await make();
  expect((await make()).files).toEqual(files);
  const content = Object.fromEntries([...files].map(([path, data]) => [`lessons/x/${path}`, data]));
  const outcome = parseLesson(makeProject(content).files, 'lessons/x');
  expect(outcome.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  if (!outcome.ok) throw new Error(name);
  const outline = String(files.get('lesson.yaml'));
  return { lesson: outcome.value, report, outline, source: String(files.get('source.md')) };
}

const layouts = ({ lesson }: Result): readonly string[] =>
  lesson.sections.flatMap(({ slides }) => slides.map(({ layout }) => layout));

describe('a text becomes a lesson without errors, covered whole', () => {
  it.each([
    [
      'a.md',
      '# T\n\n## A\n\nIt is. It was.\n\n1. one\n2. two\n3. three\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n> Said so.\n',
    ],
    ['a.txt', 'Ein Titel\n\nErster Absatz. Zweiter Satz.\n\n- eins\n- zwei\n\nKapitel\n\nDrei: {{x}} "y" \\ #z.\n'],
    [
      'a.html',
      '<html lang=fr><h1>T</h1><p>Un &amp; deux. Trois</p><ul><li>a<ul><li>b</ul></ul><p>Fin.</p><pre>x\n```\ny</pre>',
    ],
    ['deck.md', '---\nmarp: true\n---\n# A\n\n<!-- _class: lead -->\n\n- x\n\n---\n\n## B\n\ny\n\n<!-- A note. -->\n'],
    ['empty.md', ''],
    ['code.md', '```js\nx\n```\n'],
    ['narrow.md', '## A\n\n| a |\n|---|\n| b |\n'],
    ['one.txt', 'x'.repeat(5000)],
  ])('%s', async (name, text) => {
    const { lesson } = await imported(name, text);
    expect(coverageOf(lesson).totals.uncovered).toBe(0);
  });

  it('in layouts that fit', async () => {
    const text =
      '# T\n\n## A\n\nA neuron is a cell that sends signals.\n\n## B\n\n1. Cut\n2. Copy\n3. Paste\n\n## C\n\nIn 1990 it began. In 1995 it grew. In 2001 it ended.\n\n## D\n\n- One thing\n- Another\n\n| a | c |\n|---|---|\n| b | d |\n\n> Words.\n';
    expect(layouts(await imported('a.md', text))).toEqual([
      'title', 'definition', 'cascade', 'timeline', 'bullets', 'table', 'quote',
    ]); // prettier-ignore
  });
});

describe('what is lost is told', () => {
  it('with lines', async () => {
    const deck = '---\nmarp: true\n---\n# A\n\n<!-- _class: lead -->\n\n![bg](x.png)\n\n- x\n\n<!-- A note. -->\n';
    const { report, source } = await imported('deck.md', deck);
    expect(source).toContain('A note.');
    expect(report.join('\n')).toMatch(/line 1: .*marp: true[\s\S]*line 6: .*_class: lead[\s\S]*x\.png is not there/);
  });

  it('and a paragraph after a list stays a paragraph', async () => {
    const { source } = await imported('a.html', '<ul><li>a</ul><p>After.</p>');
    expect(source).toContain('\n\nAfter.');
  });
});

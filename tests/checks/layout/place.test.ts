import { expect, it } from 'vitest';
import { overflowCheck } from '../../../src/checks/layout/overflow.ts';
import { Placer } from '../../../src/checks/layout/place.ts';
import type { SceneSlide, SceneText } from '../../../src/checks/layout/scene.ts';
import type { CheckContext } from '../../../src/checks/check.ts';
import { defaultConfig } from '../../../src/parse/index.ts';
import { makeProject } from '../../support/files.ts';
import { kitOf } from '../../support/pipeline.ts';

const text = (words: string, more: Partial<SceneText> = {}): SceneText => ({
  text: words,
  block: 1,
  lines: [{ left: 100, right: 200, top: 300, bottom: 330 }],
  size: 30,
  bold: false,
  script: false,
  ornament: false,
  inDrawing: false,
  layered: false,
  part: -1,
  limits: [],
  color: [0, 0, 0],
  alpha: 1,
  backgrounds: [[255, 255, 255]],
  sampled: false,
  ...more,
});

const scene = (id: string, texts: readonly SceneText[]): SceneSlide => ({
  ...{ id, width: 1280, height: 720, content: { left: 72, right: 1208, top: 34, bottom: 694 } },
  ...{ parts: [], marks: [], texts, pictures: [], strays: [], gaps: [] },
});

async function contextOf(slide: string) {
  const outline = `title: T\nlang: en\nsections:\n  - title: S\n    slides:\n${slide}`;
  const project = makeProject({ 'lessons/x/lesson.yaml': outline });
  const { made } = await kitOf(project);
  if (!made) throw new Error('no deck');
  const context: CheckContext = { ...made, config: defaultConfig, files: project.files };
  const id = made.deck.slides[0]?.id ?? '';
  return { context, id, at: (span: { start: number; end: number }) => outline.slice(span.start, span.end) };
}

it('words of a diagram are traced to its own line, not to the same words elsewhere', async () => {
  const { context, id, at } = await contextOf(
    '      - layout: statement\n        title: Kiln\n        body: |\n          Kiln and fire.\n\n' +
      '          ```mermaid\n          graph LR\n            A[Clay] --> B[Kiln]\n            B --> C[Glaze]\n          ```\n',
  );
  const found = new Placer(context).find(scene(id, [text('Kiln', { inDrawing: true })]), 1);
  expect(at(found.at)).toBe('A[Clay] --> B[Kiln]');
});

it('a formula of many parts is said to run as far as its farthest part', async () => {
  const { context, id } = await contextOf(
    "      - { layout: formula, title: A sum, formula: 'a + b \\\\qquad c' }\n".replace('\\\\', '\\'),
  );
  const line = (right: number) => [{ left: right - 20, right, top: 300, bottom: 330 }];
  const slide = scene(id, [text('a', { lines: line(1214) }), text('b', { lines: line(1270) })]);
  const [found] = overflowCheck.judge({ slides: [slide] }, context);
  expect(found?.message).toContain('62 px');
});

import { expect, it } from 'vitest';
import { loadCatalogue, parseLesson } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const outline = (slides: string): string => `title: T\nlang: en\nsections:\n  - title: S\n    slides: [${slides}]\n`;

/** Files that include the next one several times; the last one holds `end`. */
function chain(deep: number, wide: number, end: string) {
  const include = (n: number): string => Array.from({ length: wide }, () => `{ include: p${n}.yaml }`).join(', ');
  const parts = Array.from({ length: deep }, (_, i) => [`lessons/x/p${i}.yaml`, `slides: [${i + 1 < deep ? include(i + 1) : end}]`] as const); // prettier-ignore
  return makeProject({ 'lessons/x/lesson.yaml': outline(include(0)), ...Object.fromEntries(parts) });
}

function parsed(project: ReturnType<typeof makeProject>) {
  const start = process.cpuUsage();
  const outcome = parseLesson(project.files, 'lessons/x', { catalogue: loadCatalogue(project.files, []) });
  const { user, system } = process.cpuUsage(start);
  return { codes: new Set(outcome.diagnostics.map(({ code }) => code)), seconds: (user + system) / 1e6, outcome };
}

it.each([
  ['three a file, fifteen deep, with a slide at the end', 15, 3, '{ layout: statement, title: A, body: b }'],
  ['three a file, fifteen deep, with nothing at the end', 15, 3, ''],
  ['forty a file, four deep, with nothing at the end', 4, 40, ''],
])('includes: %s', (_, deep, wide, end) => {
  const { codes, seconds, outcome } = parsed(chain(deep, wide, end));
  expect(codes).toContain('outline/include-cycle');
  expect(outcome.diagnostics.length).toBeLessThan(20);
  expect(seconds).toBeLessThan(4);
});

it('a file that includes itself, and a chain that is too deep, are told', () => {
  const self = makeProject({
    'lessons/x/lesson.yaml': outline('{ include: a.yaml }'),
    'lessons/x/a.yaml': 'slides: [{ include: a.yaml }]',
  });
  expect(parsed(self).codes).toContain('outline/include-cycle');
  expect(parsed(chain(30, 1, '{ layout: statement, title: A, body: b }')).codes).toContain('outline/include-cycle');
});

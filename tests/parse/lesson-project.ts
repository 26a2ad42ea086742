import type { Diagnostic } from '../../src/base/index.ts';
import { positionAt } from '../../src/base/index.ts';
import type { Lesson } from '../../src/model/index.ts';
import { loadCatalogue, parseLesson } from '../../src/parse/index.ts';
import type { Project } from '../support/files.ts';
import { makeProject } from '../support/files.ts';

const bullets = `title: Bullets
description: A list.
type: object
required: [bullets]
properties:
  bullets:
    type: array
    minItems: 1
    maxItems: 3
    items:
      anyOf:
        - { type: string, format: inline, maxLength: 20 }
        - type: object
          required: [text]
          properties: { text: { type: string, format: inline }, sub: { type: array, items: { type: string, format: inline } } }
  image: { $ref: '#/$defs/picture' }
  level: { $ref: '#/$defs/evidence' }
  sample: { type: string, format: code }
`;
const table = `title: Table
description: Rows.
type: object
required: [rows]
x-title: optional
properties:
  rows: { type: array, items: { type: array, items: { type: string, format: inline } } }
  width: { type: number, minimum: 1, maximum: 10 }
  body: { type: string, format: block }
anyOf:
  - required: [width]
  - required: [body]
`;

export const source = '# Text\n\n## One {#one}\n\nFirst. Second. Third.\n\n## Two {#two}\n\nOnly.\n';

export function project(outline: string, more: Readonly<Record<string, string>> = {}): Project {
  return makeProject({
    'templates/layouts/bullets/fields.yaml': bullets,
    'templates/layouts/bullets/layout.hbs': 'x',
    'templates/layouts/table/fields.yaml': table,
    'templates/layouts/table/layout.hbs': 'x',
    'lessons/x/lesson.yaml': outline,
    ...more,
  });
}

export function parse({ files }: Project): ReturnType<typeof parseLesson> {
  return parseLesson(files, 'lessons/x', { catalogue: loadCatalogue(files, ['templates']) });
}

export function read(outline: string, more?: Readonly<Record<string, string>>): Lesson {
  const outcome = parse(project(outline, more));
  if (!outcome.ok) throw new Error(outcome.diagnostics.map((d) => `${d.code}: ${d.message}`).join('\n'));
  return outcome.value;
}

/** Findings as `line:column code message`, of one file. */
export function errors(outline: string, more: Readonly<Record<string, string>> = {}): string[] {
  const outcome = parse(project(outline, more));
  const show = (d: Diagnostic): string => {
    const text = d.at?.file === 'lessons/x/lesson.yaml' ? outline : (more[d.at?.file ?? ''] ?? '');
    const { line, column } = positionAt(text, d.at?.start ?? 0);
    const help = d.help?.find((entry) => entry.startsWith('Did you mean'));
    return `${line}:${column} ${d.code} ${d.message}${help === undefined ? '' : ` ${help}`}`;
  };
  return outcome.diagnostics.map(show);
}

const head = 'title: T\nlang: en\n';
export const withSlides = (slides: string): string => `${head}sections:\n  - title: S\n    slides:\n${slides}`;
export const slide = (fields: string): string =>
  withSlides(`      - layout: bullets\n        title: A\n        bullets: [a]\n${fields}`);

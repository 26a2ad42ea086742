import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { isObject } from '../../src/base/index.ts';
import { composedSchema, loadCatalogue, loadYaml } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const good = `title: Good
description: One sentence.
type: object
required: [body]
x-data: references
x-fit: { max: 40, continue: [data], box: { each: data, of: { text: title } } }
properties:
  body: { type: string, format: block }
  root: { $ref: '#/$defs/node' }
$defs:
  node:
    type: object
    required: [label]
    properties:
      label: { type: string, format: inline }
      children: { type: array, items: { $ref: '#/$defs/node' } }
`;

function layout(fields: string, more: Readonly<Record<string, string>> = {}): ReturnType<typeof loadCatalogue> {
  const { files } = makeProject({ 't/layouts/l/fields.yaml': fields, 't/layouts/l/layout.hbs': '{{body}}', ...more });
  return loadCatalogue(files, ['t']);
}

describe('the catalogue', () => {
  it('reads a layout with its files', () => {
    const outcome = layout(good).get('l');
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        name: 'l',
        title: 'Good',
        description: 'One sentence.',
        titleRequired: true,
        data: 'references',
        template: { file: 't/layouts/l/layout.hbs', text: '{{body}}' },
        style: { file: 't/layouts/l/style.css', text: '' },
        origin: 't',
        examples: 't/layouts/l/example.yaml',
      },
    });
  });

  it('takes a layout from the first folder that has it, and others from the base', () => {
    const { files } = makeProject({
      'a/layouts/x/fields.yaml': good.replace('Good', 'A'),
      'a/layouts/x/layout.hbs': '',
      'b/layouts/x/fields.yaml': good.replace('Good', 'B'),
      'b/layouts/x/layout.hbs': '',
      'b/layouts/y/fields.yaml': good,
      'b/layouts/y/layout.hbs': '',
      'c/layouts/z/fields.yaml': good,
      'c/layouts/z/layout.hbs': '',
      'b/layouts/.hidden/fields.yaml': '',
    });
    const catalogue = loadCatalogue(files, ['a', 'b'], loadCatalogue(files, ['b', 'c']));
    expect(catalogue.names).toEqual(['x', 'y', 'z']);
    expect(catalogue.all()).toMatchObject({ value: [{ title: 'A', origin: 'a' }, { origin: 'b' }, { origin: 'c' }] });
    expect(catalogue.get('w')).toBe(undefined);
    expect(catalogue.get('x')).toBe(catalogue.get('x'));
  });

  it.each<[name: string, from: string, to: string, message: string]>([
    ['unknown root key', 'x-data:', 'x-date:', 'The layout has no field `x-date`.'],
    ['no description', 'description: One sentence.\n', '', 'The layout has no `description`.'],
    ['another type', 'type: object\nrequired', 'type: array\nrequired', '`type` is `array`, but must be object.'],
    [
      'core key',
      '  body:',
      '  notes: { type: string }\n  body:',
      '`notes` is a key of every slide, so a layout cannot redefine it.',
    ],
    ['unknown required field', '[body]', '[boddy]', '`boddy` is required but not among the `properties`.'],
    ['unknown format', 'format: block', 'format: blok', '`format` is `blok`, but must be inline, block'],
    ['unknown keyword', 'format: block', 'maxLenght: 3', 'The schema `body` has no field `maxLenght`.'],
    [
      'broken reference',
      'body: { type: string, format: block }',
      "body: { $ref: '#/$defs/pictur' }",
      'There is no definition `pictur`.',
    ],
    [
      'core definition',
      '  node:\n',
      '  picture: {}\n  node:\n',
      '`$defs/picture` already exists; choose another name.',
    ],
    ['bad fit', 'max: 40', 'max: -1', '`max` is `-1`, but must be at least 0.'],
    ['bad data', 'x-data: references', 'x-data: slides', '`x-data` is `slides`, but must be references, '],
    [
      'bad title rule',
      'type: object\nrequired',
      'x-title: no\ntype: object\nrequired',
      '`x-title` is `no`, but must be required, optional or topic.',
    ],
  ])('reports %s', (_name, from, to, message) => {
    const outcome = layout(good.replace(from, to)).get('l');
    expect(outcome?.ok).toBe(false);
    expect(outcome?.diagnostics).toMatchObject([
      {
        code: 'layout/schema',
        message: expect.stringContaining(message) as string,
        at: { file: 't/layouts/l/fields.yaml' },
      },
    ]);
  });

  it('reports missing files and names', () => {
    const { files } = makeProject({ 't/layouts/l/style.css': '', 't/layouts/Bad name/fields.yaml': good });
    expect(
      loadCatalogue(files, ['t'])
        .all()
        .diagnostics.map((d) => [d.code, d.at?.file]),
    ).toEqual([
      ['layout/name', 't/layouts/Bad name/fields.yaml'],
      ['layout/missing-file', 't/layouts/l/fields.yaml'],
      ['layout/missing-file', 't/layouts/l/layout.hbs'],
    ]);
  });
});

describe('the composed schema', () => {
  it('accepts what the layouts accept, and nothing else', () => {
    const outcome = composedSchema(
      layout(good, {
        't/layouts/m/fields.yaml': good.replace('[body]', '[]').replace('label:', 'name:').replace('[label]', '[name]'),
        't/layouts/m/layout.hbs': '',
      }),
    );
    if (!outcome.ok) throw new Error(outcome.diagnostics[0]?.message);
    const ajv = new Ajv({ strict: false, validateFormats: false });
    const check = ajv.compile(outcome.value);
    const lesson = (slide: string): unknown => {
      const yaml = loadYaml(
        'x',
        new TextEncoder().encode(`title: T\nlang: en\nsections: [{title: S, slides: [${slide}]}]`),
      );
      return yaml.ok ? yaml.value.value : undefined;
    };
    expect(check(lesson('{layout: l, title: A, body: b, root: {label: a, children: [{label: b}]}}'))).toBe(true);
    expect(check(lesson('{layout: m, title: A, root: {name: a}}'))).toBe(true);
    expect(check(lesson('{include: a.yaml, slides: [x]}'))).toBe(true);
    expect(check(lesson('{layout: m, title: A, root: {label: a}}'))).toBe(false);
    expect(check(lesson('{layout: l, title: A}'))).toBe(false);
    expect(check(lesson('{layout: l, title: A, body: b, bodi: c}'))).toBe(false);
    expect(isObject(outcome.value.$defs) && Object.keys(outcome.value.$defs)).toContain('slide-l');
  });
});

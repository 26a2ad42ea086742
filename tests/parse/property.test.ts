import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogue, loadYaml, parseCodes, parseLesson } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const yamlish = fc.stringMatching(/^[-:?[\]{},&*!|>'"%@`#~ \n\tab0.<$]{0,120}$/);

describe('any bytes', () => {
  it('never make the YAML reader throw, and every finding has a place', () => {
    fc.assert(
      fc.property(fc.oneof(yamlish, fc.string({ unit: 'binary', maxLength: 200 })), (text) => {
        const outcome = loadYaml('a.yaml', encode(text));
        for (const found of outcome.diagnostics) expect(found.at?.file).toBe('a.yaml');
        expect(outcome.ok || outcome.diagnostics.length > 0).toBe(true);
      }),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => loadYaml('a.yaml', bytes).diagnostics.length >= 0),
    );
  });

  it('round-trip through JSON, which is YAML', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, '');
        const outcome = loadYaml('a.yaml', encode(text));
        if (text.includes('__proto__')) return;
        expect(outcome).toMatchObject({ ok: true });
        expect(outcome.ok && JSON.parse(JSON.stringify(outcome.value.value))).toEqual(JSON.parse(text));
      }),
    );
  });
});

describe('any outline', () => {
  const keys = [
    'title',
    'lang',
    'sections',
    'slides',
    'layout',
    'include',
    'vars',
    'quiz',
    'answers',
    'id',
    'covers',
    'plans',
    'minutes',
    'references',
    'evidence',
    'constructor',
    'toString',
  ];
  const leaf = fc.oneof(
    fc.constantFrom('en', 'a', '${a}', 'x.1', 'b', null, true, 3, '', '../a.yaml'),
    fc.string({ maxLength: 10 }),
  );
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      leaf,
      fc.array(tie('node'), { maxLength: 4 }),
      fc
        .array(fc.tuple(fc.constantFrom(...keys), tie('node')), { maxLength: 8 })
        .map((entries) => Object.fromEntries(entries)),
    ),
  })).node;

  it('never throws, and gives a lesson or known errors with places', () => {
    const project = makeProject({ 'lessons/x/source.md': '## X {#x}\n\nA. B.' });
    const catalogue = loadCatalogue(project.files, []);
    fc.assert(
      fc.property(value, (root) => {
        project.write('lessons/x/lesson.yaml', JSON.stringify(root));
        const outcome = parseLesson(project.files, 'lessons/x', { catalogue });
        for (const found of outcome.diagnostics) {
          expect(Object.keys(parseCodes)).toContain(found.code);
          expect(found.at).toBeDefined();
        }
      }),
      { numRuns: 300 },
    );
  });
});

import { mkdirSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkLessonId, lessonIdFlaw, lessonIds, loadCatalogue, parseLesson } from '../../src/parse/index.ts';
import { makeProject } from '../support/files.ts';

const outline = 'title: T\nlang: en\nsections: [{title: S, slides: []}]';

describe('S9: lesson ids', () => {
  it.each([
    '../../x',
    '..',
    '.',
    '',
    'a/b',
    'a\\b',
    'a\0b',
    'CON',
    'con',
    'nul',
    'com1',
    'lpt9',
    'A',
    'a b',
    'a_b',
    '-a',
    'a-',
    'a--b',
    'é',
    '.git',
    'a.b',
    'x'.repeat(65),
    '\u202ea',
    'C:',
  ])('rejects %j', (id) => {
    expect(lessonIdFlaw(id)).toBeTypeOf('string');
    expect(checkLessonId(id, 'lessons')).toMatchObject({ code: 'outline/lesson-id', severity: 'error' });
    const { files } = makeProject({});
    expect(parseLesson(files, `lessons/${id}`).ok).toBe(false);
  });

  it.each(['a', 'mdma-serotonine', 'week-4', 'x'.repeat(64), 'console', 'com10'])('accepts %j', (id) => {
    expect(lessonIdFlaw(id)).toBe(undefined);
  });

  it('lists lessons, sorted, and reports a folder with a name that cannot be used', () => {
    const project = makeProject({
      'lessons/b/lesson.yaml': outline,
      'lessons/a/lesson.yaml': outline,
      'lessons/c/notes.md': '',
      'lessons/shared.yaml': '',
    });
    expect(lessonIds(project.files)).toMatchObject({ ok: true, value: ['a', 'b'] });
    expect(lessonIds(project.files, 'elsewhere')).toMatchObject({ ok: true, value: [] });
    project.write('lessons/Bad Name/lesson.yaml', outline);
    expect(lessonIds(project.files)).toMatchObject({
      ok: true,
      value: ['a', 'b'],
      diagnostics: [{ code: 'outline/lesson-id', at: { file: 'lessons/Bad Name/lesson.yaml' } }],
    });
  });
});

describe('S1: files of a lesson stay inside the project', () => {
  it('an include through a link that leaves the project is refused', () => {
    const outside = makeProject({ 'secret.yaml': 'slides: [{layout: x, title: SECRET}]' });
    const project = makeProject({
      'lessons/x/lesson.yaml': outline.replace('slides: []', 'slides: [{include: link.yaml}]'),
    });
    symlinkSync(join(outside.root, 'secret.yaml'), join(project.root, 'lessons/x/link.yaml'));
    const outcome = parseLesson(project.files, 'lessons/x', { catalogue: loadCatalogue(project.files, []) });
    expect(outcome).toMatchObject({ diagnostics: [{ code: 'outline/include' }] });
    expect(JSON.stringify(outcome)).not.toContain('SECRET');
  });

  it('a source that is a folder or a link out is an error, not a crash', () => {
    const project = makeProject({ 'lessons/x/lesson.yaml': outline, 'lessons/y/lesson.yaml': outline });
    mkdirSync(join(project.root, 'lessons/x/source.md'));
    symlinkSync(tmpdir(), join(project.root, 'lessons/y/source.md'));
    for (const dir of ['lessons/x', 'lessons/y'])
      expect(parseLesson(project.files, dir).diagnostics).toMatchObject([{ code: 'yaml/unreadable' }]);
  });
});

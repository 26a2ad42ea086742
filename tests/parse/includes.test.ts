import { describe, expect, it } from 'vitest';
import { slidesOf } from '../../src/model/index.ts';
import { errors, read, slide, withSlides } from './lesson-project.ts';

describe('variables', () => {
  it('are replaced everywhere but in code, and use each other', () => {
    const outline = `${slide('        notes: "week ${week} \\\\${x}"\n        sample: "${week}"\n')}vars: {week: 4, course: "BIO\${week}"}\nsubtitle: \${course}\n`;
    const lesson = read(outline);
    expect(lesson.subtitle).toBe('BIO4');
    expect(lesson.vars).toEqual({ week: 4, course: 'BIO4' });
    expect(lesson.sections[0]?.slides[0]).toMatchObject({ notes: 'week 4 ${x}', fields: { sample: '${week}' } });
  });

  it('keep the kind of their value when they stand alone', () => {
    const lesson = read(`${withSlides('      - {layout: table, rows: [["${w}"]], width: "${w}"}\n')}vars: {w: 3}\n`);
    expect(lesson.sections[0]?.slides[0]?.fields).toEqual({ rows: [['3']], width: 3 });
  });

  it('are reported at their exact place when unknown', () => {
    expect(errors(`${slide('        notes: |\n          a\n          ${curse}\n')}vars: {course: x}\n`)).toEqual([
      '11:11 outline/unknown-variable There is no variable `curse`. Did you mean `course`?',
    ]);
  });

  it('may not use each other in a circle, nor explode', () => {
    expect(errors(`${slide('')}vars: {a: "\${b}", b: "\${a}"}\n`).map((line) => line.slice(0, 27))).toEqual(
      ['9:11 outline/variable-cycle', '9:22 outline/variable-cycle'].map((line) => line.slice(0, 27)),
    );
    const doubling = Array.from(
      { length: 40 },
      (_, i) => `  v${i}: "${i === 0 ? 'x' : `\${v${i - 1}}`.repeat(4)}"`,
    ).join('\n');
    const start = process.cpuUsage().user;
    expect(errors(`${slide('')}vars:\n${doubling}\n`)[0]).toContain('outline/too-long');
    expect(process.cpuUsage().user - start).toBeLessThan(1_000_000);
  });
});

describe('includes', () => {
  const shared =
    'slides:\n  - {layout: bullets, id: rules, title: "Rules for ${course}", bullets: [a]}\n  - {layout: bullets, title: Other, bullets: [b]}\n';
  const files = { 'lessons/shared/rules.yaml': shared };

  it('take all slides or some, with variables of their own and their own places', () => {
    const outline = `${withSlides('      - {include: ../shared/rules.yaml, slides: [rules], vars: {course: B}}\n      - include: ../shared/rules.yaml\n')}vars: {course: A}\n`;
    const slides = slidesOf(read(outline, files)).map((entry) => entry.slide);
    expect(slides.map(({ id, title }) => [id, title])).toEqual([
      ['rules', 'Rules for B'],
      ['rules-2', 'Rules for A'],
      ['other', 'Other'],
    ]);
    const at = slides[1]?.places.value('/title');
    expect(at?.file).toBe('lessons/shared/rules.yaml');
    expect(shared.slice(at?.start, at?.end)).toBe('"Rules for ${course}"');
  });

  it('report a slide that is not there', () => {
    expect(
      errors(withSlides('      - {include: ../shared/rules.yaml, slides: [rule], vars: {course: B}}\n'), files),
    ).toEqual(['6:50 link/unknown-slide lessons/shared/rules.yaml has no slide `rule`. Did you mean `rules`?']);
  });

  it('report a circle with its chain', () => {
    const circle = { 'lessons/a.yaml': 'slides: [{include: b.yaml}]', 'lessons/b.yaml': 'slides: [{include: a.yaml}]' };
    expect(errors(withSlides('      - include: ../a.yaml\n'), circle)).toEqual([
      '1:20 outline/include-cycle Files include each other: lessons/a.yaml → lessons/b.yaml → lessons/a.yaml.',
    ]);
    expect(errors(withSlides('      - include: lesson.yaml\n'))[0]).toContain(
      'lessons/x/lesson.yaml → lessons/x/lesson.yaml',
    );
  });

  it('do not limit the slides that a lesson has of its own, as the import of a book makes them', () => {
    const own = Array.from({ length: 2001 }, () => `      - {layout: bullets, title: A, bullets: [a]}\n`);
    expect(errors(withSlides(own.join('')))).toEqual([]);
  });

  it('do not multiply without limit', () => {
    const files: Record<string, string> = { 'lessons/l0.yaml': 'slides: [{layout: bullets, title: A, bullets: [a]}]' };
    for (let i = 1; i < 19; i++)
      files[`lessons/l${i}.yaml`] = `slides: [${Array(4)
        .fill(`{include: l${i - 1}.yaml}`)
        .join(',')}]`;
    const start = process.cpuUsage().user;
    expect(errors(withSlides('      - include: ../l18.yaml\n'), files)).toEqual([
      expect.stringContaining('outline/include-cycle The lesson has more than 2000 slides'),
    ]);
    expect(process.cpuUsage().user - start).toBeLessThan(1_000_000);
  });

  it.each([
    '../../../etc/passwd',
    '/etc/passwd',
    'file:///etc/passwd',
    '..\\x.yaml',
    '~/x.yaml',
    'C:/x.yaml',
    'http://x/y.yaml',
    'a\\0.yaml',
  ])('refuse %s', (path) => {
    expect(errors(withSlides(`      - include: "${path.replaceAll('\\', '\\\\')}"\n`))[0]).toMatch(
      /^6:18 outline\/include /,
    );
  });

  it('report a missing file and a file of another form', () => {
    expect(errors(withSlides('      - include: no.yaml\n'))).toEqual([
      '6:18 outline/include The included file lessons/x/no.yaml does not exist.',
    ]);
    expect(errors(withSlides('      - include: a.yaml\n'), { 'lessons/x/a.yaml': 'slidez: []' })).toEqual([
      '1:1 outline/read-as `slidez` is read as `slides`.',
    ]);
    expect(
      errors(withSlides('      - include: a.yaml\n        slidez: [x]\n'), { 'lessons/x/a.yaml': 'slides: []' }),
    ).toEqual([
      '7:9 outline/read-as `slidez` is read as `slides`.',
      '7:18 link/unknown-slide lessons/x/a.yaml has no slide `x`.',
    ]);
  });
});

it('counts includes, so that files that include files thrice end soon', () => {
  const file = (i: number): string =>
    i === 15 ? 'slides: []\n' : `slides:\n${`  - include: f${i + 1}.yaml\n`.repeat(3)}`;
  const files = Object.fromEntries(Array.from({ length: 15 }, (_, i) => [`lessons/x/f${i + 1}.yaml`, file(i + 1)]));
  const start = process.cpuUsage().user;
  expect(errors(withSlides('      - include: f1.yaml\n'), files).join('\n')).toMatch(
    /outline\/include-cycle The lesson has more than 5000 includes/,
  );
  expect(process.cpuUsage().user - start).toBeLessThan(3_000_000);
});

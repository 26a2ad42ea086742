import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { lectern } from '../support/cli.ts';
import { lessonsNamed, outline, smallProject } from './small-lessons.ts';

const build = ['build', '--format', 'html,md,pdf', '--no-check'];

it('proves that the output can be made again, and names the first difference when it cannot', async () => {
  const project = lessonsNamed('one', 'two');
  const early = await lectern(project.root, ['verify']);
  expect([early.code, early.err]).toEqual([1, expect.stringContaining('verify/no-manifest')]);

  await lectern(project.root, build);
  await lectern(project.root, [...build, 'two', '--audience', 'student']);
  const fine = await lectern(project.root, ['verify']);
  expect([fine.code, fine.out]).toEqual([0, '2 lessons made again, byte for byte\n']);
  expect(fine.err).toContain('two (student)');

  project.write('output/one/deck.md', 'changed by hand');
  const damaged = await lectern(project.root, ['verify', 'one']);
  expect([damaged.code, damaged.err]).toEqual([1, expect.stringContaining('verify/damaged')]);

  await lectern(project.root, build);
  project.write('lessons/one/lesson.yaml', outline('uno'));
  const differs = await lectern(project.root, ['verify']);
  expect(differs.err).toContain('verify/differs');
  expect(differs.code).toBe(1);
  expect(differs.err).toMatch(
    /verify\/differs: one\/deck\.md differs from a rebuild from byte \d+: ".*one.*" became ".*uno.*"/,
  );
  expect(differs.err).not.toContain('two/deck');
  rmSync(join(project.root, 'output'), { recursive: true });
});

it('verify/extra: the manifest lists something else than a rebuild makes', async () => {
  const picture = (name: string): string =>
    `      - { layout: image, title: P, image: { src: ${name}, alt: A square } }\n`;
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>';
  const project = lessonsNamed('one');
  project.write('lessons/one/a.svg', svg);
  project.write('lessons/one/b.svg', svg.replace('9 9', '8 8'));
  project.write('lessons/one/lesson.yaml', outline('one', picture('a.svg')));
  await lectern(project.root, ['build', '--format', 'md', '--no-check']);
  project.write('lessons/one/lesson.yaml', outline('one', picture('b.svg')));
  const { code, err } = await lectern(project.root, ['verify']);
  expect(code).toBe(1);
  expect(err).toMatch(/verify\/extra: one\/assets\/.*a\.svg is in the manifest/);
  expect(err).toMatch(/verify\/extra: A rebuild makes one\/assets\/.*b\.svg/);
});

it(
  'the same bytes in every time zone, with times on axes, in formats and in formulas',
  { timeout: 240_000 },
  async () => {
    const time = { field: 't', type: 'temporal' };
    const chart = {
    layer: [
      { mark: 'line', encoding: { x: { ...time, timeUnit: 'hoursminutes' }, y: { field: 'a', aggregate: 'mean' } } },
      {
        mark: 'text',
        transform: [{ timeUnit: 'yearmonthdatehours', field: 't', as: 'u' }, { calculate: "'' + utc(2024, 3, 10, 2, 30) + toDate('2024-03-10 02:30')", as: 'v' }],
        encoding: { x: { ...time, axis: { format: '%c %Z' } }, y: { field: 'a', type: 'quantitative' }, text: { ...time, format: '%H:%M %j %U' }, tooltip: { field: 'v' } },
      },
    ],
  }; // prettier-ignore
    // In none of them are these moments the same hour or day; some hours are missing where summer time begins.
    const stamps = ['2024-03-10T02:30', '2024-03-31 02:30', '2024-11-03T01:15:00', '2024-12-31', '2025-01-01T00:00:00Z', '1 May 2025']; // prettier-ignore
    const rows = stamps.map((t, i) => ({ t, a: i * i }));
    const slides = [
      { layout: 'chart', title: 'Vega', alt: 'A chart', chart, data: rows },
      { layout: 'chart', title: 'Table', alt: 'A chart', chart: { type: 'line', x: 'day', y: 'dose' }, data: 'd.csv' },
    ];
    const text = JSON.stringify({ title: 'T', lang: 'en', sections: [{ title: 'S', slides }] });
    const csv = `day,dose\n2024-03-09,1\n2024-03-10,2\n2024-11-03,4\n2024-12-31,3\n`;
    const project = smallProject({ 'lessons/one/lesson.yaml': text, 'lessons/one/d.csv': csv });
    const built = await lectern(project.root, ['build', '--format', 'html,md,pdf', '--no-check'], { TZ: 'UTC' });
    expect([built.code, built.err]).toEqual([0, expect.not.stringMatching(/error/)]);
    for (const TZ of ['UTC', 'America/St_Johns', 'Pacific/Kiritimati']) {
      const run = await lectern(project.root, ['verify'], { TZ });
      expect([TZ, run.code, run.out]).toEqual([TZ, 0, '1 lesson made again, byte for byte\n']);
    }
  },
);

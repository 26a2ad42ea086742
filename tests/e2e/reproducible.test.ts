import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { copyOfLessons, lectern } from '../support/cli.ts';
import { hashesIn, outline } from './small-lessons.ts';
import { mkdirSync, writeFileSync } from 'node:fs';

/** A real lesson with charts, diagrams, formulas, code and pictures, and a small one. */
const project = copyOfLessons('fourier-series');
const args = ['build', '--format', 'all', '--no-check', '--no-cache'];
let expected: Readonly<Record<string, string>>;

/** A file that pins the time of day that Node and its children see. */
const clock = (iso: string): string => {
  const file = join(project.root, 'clock.mjs');
  writeFileSync(
    file,
    `const at = ${Date.parse(iso)};\nDate.now = () => at;\nconst Real = Date;\nglobalThis.Date = class extends Real { constructor(...a) { a.length === 0 ? super(at) : super(...a); } };\n`,
  );
  return `--import=file://${file}`;
};

beforeAll(async () => {
  mkdirSync(join(project.root, 'lessons/small'), { recursive: true });
  writeFileSync(join(project.root, 'lessons/small/lesson.yaml'), outline('Small'));
  await lectern(project.root, args);
  expected = hashesIn(join(project.root, 'output'));
}, 120_000);
afterAll(() => project.remove());

it('makes artifacts of every kind', () => {
  const kinds = new Set(Object.keys(expected).map((path) => path.replace(/^.*\./, '')));
  expect([...kinds]).toEqual(expect.arrayContaining(['html', 'json', 'md', 'pdf', 'png']));
  expect(Object.keys(expected).length).toBeGreaterThan(15);
});

type Variation = readonly [string, Readonly<Record<string, string | undefined>>, readonly string[]];

const places: readonly Variation[] = [
  ['another time zone', { TZ: 'Pacific/Kiritimati' }, []],
  ['another locale', { LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8', LANGUAGE: 'tr' }, []],
  ['a locale with other digits', { LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' }, []],
  ['no LANG', { LANG: undefined, LC_ALL: undefined, LANGUAGE: undefined }, []],
  ['no HOME', { HOME: undefined, XDG_CACHE_HOME: undefined }, []],
  ['another user name', { USER: 'somebody', LOGNAME: 'somebody', HOSTNAME: 'elsewhere' }, []],
  ['a terminal of another kind', { TERM: 'dumb', COLUMNS: '40', CI: '1' }, []],
  ['a proxy in the environment', { http_proxy: 'http://127.0.0.1:9', https_proxy: 'http://127.0.0.1:9' }, []],
];
const counts: readonly Variation[] = [
  ['one lesson at a time', {}, ['--jobs', '1']],
  ['many lessons at a time', {}, ['--jobs', '8']],
];

/** Several at once: what none of them changes alone they do not change together. */
const together = (name: string, some: readonly Variation[]): Variation => [
  name,
  Object.assign({}, ...some.map(([, env]) => env)) as Variation[1],
  some.flatMap(([, , more]) => more),
];
const named = (...names: readonly string[]): readonly Variation[] => places.filter(([name]) => names.includes(name));

/** One by one with `REPRODUCIBLE=all`, which tells what is to blame. */
const variations: readonly Variation[] =
  process.env.REPRODUCIBLE === 'all'
    ? [...places, ...counts]
    : [
        together('another time zone, locale, user and terminal, and a proxy', [
          ...places.filter(([name]) => !/digits|^no /.test(name)),
          ...counts.slice(0, 1),
        ]),
        together('other digits, no home folder and many lessons at a time', [
          ...named('a locale with other digits', 'no HOME'),
          ...counts.slice(1),
        ]),
      ];

const buildThere = async (root: string, env: Readonly<Record<string, string | undefined>>, more: readonly string[]) => {
  const out = mkdtempSync(join(tmpdir(), 'out-lectern-'));
  try {
    const run = await lectern(root, [...args, ...more, '--out', out], env);
    return { code: run.code, hashes: hashesIn(out) };
  } finally {
    rmSync(out, { recursive: true, force: true });
  }
};

it.each(variations)('gives the same bytes with %s', async (_name, env, more) => {
  expect(await buildThere(project.root, env, more)).toEqual({ code: 0, hashes: expected });
});

it('gives the same bytes on another day, with a strict umask, in no language, in another folder with a strange name', async () => {
  const env = { NODE_OPTIONS: clock('2031-02-28T23:59:59Z'), LANG: undefined, LC_ALL: undefined, LANGUAGE: undefined };
  const root = mkdtempSync(join(tmpdir(), 'lectern é ’ '));
  const before = process.umask(0o077);
  try {
    cpSync(join(project.root, 'lessons'), join(root, 'lessons'), { recursive: true });
    expect(await buildThere(root, env, [])).toEqual({ code: 0, hashes: expected });
  } finally {
    process.umask(before);
    rmSync(root, { recursive: true, force: true });
  }
});

it('gives the same bytes from a cache, and from a browser that has printed other lessons before', async () => {
  const cached = args.filter((word) => word !== '--no-cache');
  const cache = mkdtempSync(join(tmpdir(), 'cache-lectern-'));
  const out = join(cache, 'out');
  try {
    await lectern(project.root, [...cached, 'small', '--jobs', '1', '--cache-dir', cache, '--out', out]);
    await lectern(project.root, [...cached, '--jobs', '1', '--cache-dir', cache, '--out', out]);
    expect(hashesIn(out)).toEqual(expected);
    rmSync(out, { recursive: true });
    await lectern(project.root, [...cached, '--cache-dir', cache, '--out', out]);
    expect(hashesIn(out)).toEqual(expected);
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
});

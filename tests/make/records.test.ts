import { statSync, utimesSync, writeFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { failure, hashOf, type Diagnostic } from '../../src/base/index.ts';
import {
  createBrowserPool,
  createDiskStore,
  createFiles,
  createLedgerOutput,
  createOutput,
  findBrowser,
} from '../../src/host/index.ts';
import { readManifest, updateManifest, type Manifest } from '../../src/make/manifest.ts';
import { readRecord, recordKey, writeRecord, type LessonRecord } from '../../src/make/record.ts';
import { restoreOrBuild } from '../../src/make/restore.ts';
import { areArtifactsOf } from '../../src/make/shape.ts';
import { Observer } from '../../src/make/trace.ts';
import type { World } from '../../src/make/world.ts';
import { defaultConfig } from '../../src/parse/index.ts';
import { folderWith } from '../host/support.ts';
import { packageRoot } from '../support/files.ts';

const page = Buffer.from('<p>page</p>');
const artifact = {
  path: 'one/deck.html',
  mediaType: 'text/html',
  hash: hashOf(page),
  bytes: page.length,
  audience: 'teacher',
  format: 'html',
} as const;
const finding: Diagnostic = {
  code: 'slide/empty-notes',
  severity: 'warning',
  message: 'm',
  at: { file: 'f', start: 0, end: 1 },
  related: [{ at: { file: 'f', start: 0, end: 1 }, message: 'r' }],
  help: ['h'],
  fix: { at: { file: 'f', start: 0, end: 1 }, replacement: 'x' },
};
const record: LessonRecord = {
  trace: { own: { 'read\tlessons/one/lesson.yaml': 'a' }, shared: { 'read\tx': 'b' } },
  summary: {
    id: 'one',
    title: 'T',
    subtitle: 's',
    authors: ['A'],
    lang: 'en',
    date: '2026-01-05',
    plans: [{ id: 'p', minutes: 4.5, title: 't' }],
    slides: 2,
    errors: 0,
    warnings: 1,
    statements: { covered: 1, waived: 0, total: 1 },
  },
  artifacts: [artifact],
  diagnostics: [finding],
  ignored: 0,
};

function worldIn(root = folderWith({ 'lessons/one/lesson.yaml': 'a', x: 'b' }), more: Partial<World> = {}): World {
  const output = createOutput(`${root}/output`);
  return {
    files: createFiles(root, packageRoot),
    output: { ...output, holds: () => false },
    store: createDiskStore(`${root}/cache`),
    browser: createBrowserPool({ find: () => findBrowser({ env: {} }), env: {}, pages: 1 }),
    browserIdentity: 'none',
    config: defaultConfig,
    version: 'v1',
    sourceDateEpoch: undefined,
    sweep: () => undefined,
    ...more,
  };
}

const key = hashOf('key');
const options = { formats: ['html'], audience: 'teacher', checked: false } as const;

/** Every way of replacing one part of a value by something else. */
function* damaged(value: unknown, odd: readonly unknown[]): Generator {
  for (const other of odd) yield other;
  if (Array.isArray(value))
    for (const [i, part] of value.entries()) for (const one of damaged(part, odd)) yield value.with(i, one);
  else if (typeof value === 'object' && value !== null)
    for (const [name, part] of Object.entries(value))
      for (const one of damaged(part, odd)) yield { ...value, [name]: one };
}

/** Writes a record as somebody else might, with a seal that is right. */
async function forge(world: World, value: unknown): Promise<void> {
  await world.store.put('ac', key, Buffer.from(JSON.stringify(value)));
}

async function storedForm(world: World): Promise<Record<string, unknown>> {
  await writeRecord(world, key, record);
  return JSON.parse(Buffer.from((await world.store.get('ac', key)) ?? []).toString()) as Record<string, unknown>;
}

describe('the record of a lesson', () => {
  it('is read as it was written, and only for its own lesson', async () => {
    const world = worldIn();
    await writeRecord(world, key, record);
    expect(await readRecord(world, 'one', key)).toEqual(record);
    expect(await readRecord(world, 'two', key)).toBe(undefined);
    expect(await readRecord(world, 'one', hashOf('other'))).toBe(undefined);
  });

  it('is a miss, never an exception, when any part of it is of another shape', async () => {
    const world = worldIn();
    const form = await storedForm(world);
    let misses = 0;
    for (const one of damaged(form, [null, -1, 1.5, [[]], {}, ['', 7], '../x'])) {
      await forge(world, one);
      const read = await readRecord(world, 'one', key);
      if (read === undefined) misses++;
      // What is still a record holds texts where texts belong, and so on.
      else expect(areArtifactsOf('one', read.artifacts)).toBe(true);
    }
    expect(misses).toBeGreaterThan(200);
  });

  it.each<[string, (form: Record<string, never>) => unknown]>([
    ['no trace', (form) => ({ ...form, trace: undefined })],
    ['a trace of numbers', (form) => ({ ...form, trace: { own: { a: 1 }, shared: key } })],
    ['no shared part', (form) => ({ ...form, trace: { own: {}, shared: key } })],
    ['a shared part that is no hash', (form) => ({ ...form, trace: { own: {}, shared: `${key}0` } })],
    ['a hash in capitals', (form) => ({ ...form, artifacts: [{ ...artifact, hash: key.toUpperCase() }] })],
    ['a size below nothing', (form) => ({ ...form, artifacts: [{ ...artifact, bytes: -1 }] })],
    ['an audience that there is not', (form) => ({ ...form, artifacts: [{ ...artifact, audience: 'all' }] })],
    ['a finding of another severity', (form) => ({ ...form, diagnostics: [{ ...finding, severity: 'off' }] })],
    ['a code with a space', (form) => ({ ...form, diagnostics: [{ ...finding, code: 'a/b c' }] })],
    ['a code without a slash', (form) => ({ ...form, diagnostics: [{ ...finding, code: 'ab' }] })],
    ['a place without an end', (form) => ({ ...form, diagnostics: [{ ...finding, at: { file: 'f', start: 1 } }] })],
    ['half a fix', (form) => ({ ...form, diagnostics: [{ ...finding, fix: { at: finding.at } }] })],
    ['help that is no list', (form) => ({ ...form, diagnostics: [{ ...finding, help: 'h' }] })],
    ['no count of what is ignored', (form) => ({ ...form, ignored: 'none' })],
    ['half a title', (form) => ({ ...form, summary: { ...record.summary, title: undefined } })],
    ['authors that are one', (form) => ({ ...form, summary: { ...record.summary, authors: 'A' } })],
    ['no language', (form) => ({ ...form, summary: { ...record.summary, lang: 5 } })],
    ['half a slide', (form) => ({ ...form, summary: { ...record.summary, slides: 0.5 } })],
    ['plans without minutes', (form) => ({ ...form, summary: { ...record.summary, plans: [{ id: 'p' }] } })],
    [
      'counts without a total',
      (form) => ({ ...form, summary: { ...record.summary, statements: { covered: 1, waived: 0 } } }),
    ],
    ['no summary', (form) => ({ ...form, summary: null })],
    ['findings that are none', (form) => ({ ...form, diagnostics: {} })],
  ])('%s is a miss', async (_, change) => {
    const world = worldIn();
    await forge(world, change((await storedForm(world)) as Record<string, never>));
    expect(await readRecord(world, 'one', key)).toBe(undefined);
  });

  it('may leave out what is optional', async () => {
    const world = worldIn();
    const { title, authors, lang, slides, errors, warnings, statements } = record.summary;
    const summary = { id: 'one', title, authors, lang, slides, errors, warnings, statements };
    const bare = { ...record, summary: { ...summary, plans: [{ id: 'p', minutes: 0 }] }, diagnostics: [{ code: 'a/b', severity: 'info', message: '' }] } as LessonRecord; // prettier-ignore
    await writeRecord(world, key, bare);
    expect(await readRecord(world, 'one', key)).toEqual(bare);
  });

  it.each(['error', 'warning', 'info'])('holds findings of the severity %s', async (severity) => {
    const world = worldIn();
    const found = { ...record, diagnostics: [{ ...finding, severity }] } as LessonRecord;
    await writeRecord(world, key, found);
    expect(await readRecord(world, 'one', key)).toEqual(found);
  });

  it('is a miss for any JSON and any bytes (property)', async () => {
    const world = worldIn();
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.json(), fc.string()), async (text) => {
        await world.store.put('ac', key, Buffer.from(text));
        expect(await readRecord(world, 'one', key)).toBe(undefined);
      }),
    );
  });

  it('has a key of all that it depends on', () => {
    const world = worldIn();
    const keys = [
      recordKey(world, 'one', options),
      recordKey(world, 'two', options),
      recordKey({ ...world, version: 'v2' }, 'one', options),
      recordKey({ ...world, browserIdentity: 'other' }, 'one', options),
      recordKey({ ...world, config: { ...defaultConfig, output: 'site' } }, 'one', options),
      recordKey({ ...world, sourceDateEpoch: '0' }, 'one', options),
      recordKey({ ...world, sourceDateEpoch: '1' }, 'one', options),
      recordKey(world, 'one', { ...options, formats: ['html', 'md'] }),
      recordKey(world, 'one', { ...options, formats: ['htmlmd'] }),
      recordKey(world, 'one', { ...options, audience: 'student' }),
      recordKey(world, 'one', { ...options, checked: true }),
      recordKey(world, 'one', { ...options, strict: true }),
    ];
    expect(new Set(keys).size).toBe(keys.length);
    expect(recordKey(world, 'one', { ...options, strict: false })).toBe(keys[0]);
  });
});

it('an artifact that was edited is not believed, whatever its size and time', () => {
  const root = folderWith();
  const output = createLedgerOutput(root, `${root}/ledger.json`);
  expect(output.write({ path: 'one/a.html', bytes: Buffer.from('one') }).ok).toBe(true);
  expect(output.holds('one/a.html', hashOf('one'))).toBe(true);
  const { atime, mtime } = statSync(`${root}/one/a.html`);
  writeFileSync(`${root}/one/a.html`, 'two');
  utimesSync(`${root}/one/a.html`, atime, mtime);
  expect(output.holds('one/a.html', hashOf('one'))).toBe(false);
  expect(output.holds('one/a.html', hashOf('two'))).toBe(true);
  output.save();
  expect(createLedgerOutput(root, `${root}/ledger.json`).holds('one/a.html', hashOf('one'))).toBe(false);
});

describe('artifacts of a lesson', () => {
  it.each([
    'two/deck.html',
    'one',
    'one/',
    'onee/deck.html',
    'index.html',
    'one/../two/deck.html',
    'one/./a',
    'one//a',
    'one/.htaccess',
    'one/a/.b',
    '/one/a',
  ])('never have the path %j', (path) => {
    expect(areArtifactsOf('one', [{ ...artifact, path }])).toBe(false);
    expect(areArtifactsOf('one', [artifact, { ...artifact, path }])).toBe(false);
  });
  it('stand once, whatever the case of their letters', () => {
    expect(areArtifactsOf('one', [artifact, { ...artifact, path: 'one/a/b.html' }])).toBe(true);
    expect(areArtifactsOf('one', [artifact, artifact])).toBe(false);
    expect(areArtifactsOf('one', [artifact, { ...artifact, path: 'one/DECK.html' }])).toBe(false);
    expect(areArtifactsOf('one', [])).toBe(true);
    expect(areArtifactsOf('one', artifact)).toBe(false);
  });
});

describe('a manifest', () => {
  const done = [{ id: 'one', record, state: 'built', reasons: [], diagnostics: [] }] as never;
  const tool = { version: '1', browser: 'none' };
  const rest = { existing: ['one', 'two'], removed: [] as readonly string[] };
  const made = (): Manifest => updateManifest(undefined, tool, done, rest);
  const bytes = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

  it('is read as it was written', () => {
    const manifest = made();
    expect(readManifest(bytes(manifest))).toEqual(manifest);
    expect(manifest.lessons.one?.inputs).toEqual({ 'lessons/one/lesson.yaml': 'a', x: 'b' });
  });

  it('is none when any part of it is of another shape', () => {
    const manifest = made();
    const one = { ...manifest.lessons.one, artifacts: [] };
    expect(readManifest(bytes({ ...manifest, lessons: { one } }))).toBeDefined();
    expect(readManifest(bytes({ ...manifest, lessons: { two: one } }))).toBe(undefined);
    expect(readManifest(bytes({ ...manifest, lessons: { one, two: { ...one, id: 'two', slides: -1 } } }))).toBe(
      undefined,
    );
    for (const odd of damaged(manifest, [null, -1, [[]], ['', 7]])) {
      const read = readManifest(bytes(odd));
      if (read) for (const [id, lesson] of Object.entries(read.lessons)) expect(areArtifactsOf(id, lesson.artifacts)).toBe(true); // prettier-ignore
    }
    expect(readManifest(bytes({ ...manifest, format: 'lectern-manifest/2' }))).toBe(undefined);
    expect(readManifest(bytes({ ...manifest, tool: { version: '1' } }))).toBe(undefined);
    expect(readManifest(bytes({ ...manifest, tool: { browser: '1' } }))).toBe(undefined);
    expect(readManifest(bytes({ ...manifest, lessons: { two: manifest.lessons.one } }))).toBe(undefined);
    expect(readManifest(bytes({ ...manifest, lessons: { one: { ...manifest.lessons.one, inputs: [1] } } }))).toBe(undefined); // prettier-ignore
    fc.assert(
      fc.property(fc.json(), (text) => {
        expect(readManifest(Buffer.from(text))).toBe(undefined);
      }),
    );
  });

  it('keeps lessons that exist and artifacts of other builds, and drops what is gone', () => {
    const other = { ...artifact, path: 'one/a.pdf', format: 'pdf' };
    const gone = { ...artifact, path: 'one/b.pdf', format: 'pdf' };
    const manifest = made();
    const lesson = manifest.lessons.one;
    if (!lesson) throw new Error('no lesson');
    const before: Manifest = {
      ...manifest,
      lessons: { two: { ...lesson, id: 'two', artifacts: [] }, three: { ...lesson, id: 'three', artifacts: [] }, one: { ...lesson, artifacts: [other, gone] } },
    }; // prettier-ignore
    const after = updateManifest(before, tool, done, { ...rest, removed: ['one/b.pdf'] });
    expect(Object.keys(after.lessons)).toEqual(['one', 'two']);
    expect(after.lessons.one?.artifacts.map(({ path }) => path)).toEqual(['one/a.pdf', 'one/deck.html']);
  });

  it('is in order, and lists no input that was looked for and not found', () => {
    const of = (id: string, paths: readonly string[], own: Readonly<Record<string, string>> = {}) => ({
      id,
      record: {
        ...record,
        trace: { own, shared: {} },
        summary: { ...record.summary, id },
        artifacts: paths.map((path) => ({ ...artifact, path })),
      },
    });
    const own = {
      'read\tc': hashOf('c'),
      'read\tgone': 'missing',
      'list\tempty': hashOf(''),
      'list\tfull': hashOf('x'),
    };
    const lessons = [of('b', ['b/3', 'b/1', 'b/2']), of('c', []), of('a', ['a/1'], own), { id: 'none' }] as never;
    const { lessons: told } = updateManifest(undefined, tool, lessons, { existing: [], removed: [] });
    expect(Object.keys(told)).toEqual(['a', 'b', 'c']);
    expect(told.b?.artifacts.map(({ path }) => path)).toEqual(['b/1', 'b/2', 'b/3']);
    expect(told.a?.inputs).toEqual({ c: hashOf('c'), full: hashOf('x') });
  });
});

describe('a lesson whose record holds', () => {
  const job = { id: 'one', formats: [{ name: 'html' }], audience: 'teacher' } as never;
  const never = (): never => {
    throw new Error('made');
  };
  const prepared = async (holds: boolean, kept = true) => {
    const root = folderWith({ 'lessons/one/lesson.yaml': 'a', x: 'b' });
    const world = worldIn(root);
    const seen = new Observer(world.files);
    const trace = { own: {}, shared: {} };
    await writeRecord(world, recordKey(world, 'one', options), { ...record, trace });
    if (kept) await world.store.put('cas', artifact.hash, page);
    return { world: { ...world, output: { ...world.output, holds: () => holds } }, seen };
  };

  it('is left alone when its files are there', async () => {
    const { world, seen } = await prepared(true);
    expect(await restoreOrBuild(world, seen, job, never)).toMatchObject({ state: 'unchanged', reasons: [], diagnostics: [finding] }); // prettier-ignore
  });
  it('gets lost files back', async () => {
    const { world, seen } = await prepared(false);
    const result = await restoreOrBuild(world, seen, job, never);
    expect(result).toMatchObject({ state: 'restored', reasons: ['one/deck.html was missing or changed'] });
  });
  it('is made again when the store has lost them too', async () => {
    const { world, seen } = await prepared(false, false);
    const built = { complete: false, diagnostics: [finding], findings: undefined, trace: undefined, record: undefined };
    const result = await restoreOrBuild(world, seen, job, () => Promise.resolve(built as never));
    expect(result).toMatchObject({ state: 'failed', reasons: ['one/deck.html is lost'], diagnostics: [finding] });
    // A lesson that failed is not kept.
    const two = { ...record, summary: { ...record.summary, id: 'two' }, artifacts: [] };
    expect(await restoreOrBuild(world, seen, { id: 'two', formats: [], audience: 'teacher' } as never, () => Promise.resolve({ ...built, record: two } as never))).toMatchObject({ state: 'failed' }); // prettier-ignore
    expect(await readRecord(world, 'two', recordKey(world, 'two', { ...options, formats: [] }))).toBe(undefined);
  });
  it('is made again when they cannot be put back', async () => {
    const { world, seen } = await prepared(false);
    const refuses = { ...world.output, write: () => failure<never>([finding]) };
    const built = { complete: false, diagnostics: [], findings: undefined, trace: undefined, record: undefined };
    const result = await restoreOrBuild({ ...world, output: refuses }, seen, job, () =>
      Promise.resolve(built as never),
    );
    expect(result.reasons).toEqual(['one/deck.html is lost']);
  });
  it('of a strict build is no record of another', async () => {
    const world = worldIn();
    const built = { complete: true, diagnostics: [], findings: undefined, record };
    const strict = { id: 'one', formats: [{ name: 'html' }], audience: 'teacher', strict: true } as never;
    await restoreOrBuild(world, new Observer(world.files), strict, () => Promise.resolve(built as never));
    expect(await readRecord(world, 'one', recordKey(world, 'one', { ...options, strict: true }))).toEqual(record);
    expect(await readRecord(world, 'one', recordKey(world, 'one', options))).toBe(undefined);
  });
  it('is kept once it was made, and what was checked as a check', async () => {
    const world = worldIn();
    const seen = new Observer(world.files);
    const checks = { id: 'one', formats: [{ name: 'html' }], audience: 'teacher', checks: {} } as never;
    const built = { complete: true, diagnostics: [], findings: [finding], record };
    const made = await restoreOrBuild(world, seen, checks, () => Promise.resolve(built as never));
    expect(made).toMatchObject({ state: 'built', reasons: ['made for the first time with these options by this version'] }); // prettier-ignore
    expect(await readRecord(world, 'one', recordKey(world, 'one', { ...options, checked: true }))).toMatchObject({ diagnostics: [finding], artifacts: [artifact] }); // prettier-ignore
    expect(await readRecord(world, 'one', recordKey(world, 'one', { ...options, formats: [], checked: true }))).toMatchObject({ diagnostics: [finding], artifacts: [] }); // prettier-ignore
  });
});

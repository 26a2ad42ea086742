import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const src = join(root, 'src');

/** The folders of `src`: each may import from those above it, and from nothing else. */
const order = [
  'base',
  'text',
  'model',
  'questions',
  'wire',
  'host',
  'reporters',
  'parse',
  'coverage',
  'import',
  'compose',
  'render',
  'checks',
  'page-kit',
  'documents',
  'formats',
  'lecture',
  'make',
  'pages',
  'review',
  'threads',
  'preview',
  'project',
  'commands',
];

/** These are functions of what they are given: files and browser reach them through ports, never through `host`. */
const pure = [
  'questions',
  'parse',
  'coverage',
  'import',
  'compose',
  'render',
  'checks',
  'page-kit',
  'documents',
  'formats',
  'lecture',
  'make',
  'lecture',
  'pages',
  'review',
];

/** What each folder may import from, besides itself. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  ...Object.fromEntries(
    order.map((area, i) => [
      area,
      order.slice(0, i).filter((above) => !(pure.includes(area) && ['host', 'reporters'].includes(above))),
    ]),
  ),
  player: ['base', 'wire'],
};

/** Heavy packages, and the only folder each may be imported in. */
const homes: Readonly<Record<string, string>> = {
  elkjs: 'render/diagrams/layout',
  katex: 'render',
  saxes: 'render/svg',
  jszip: 'import',
  'sql.js': 'formats/flashcards',
  'any-ascii': 'parse',
  'subset-font': 'render',
  shiki: 'render',
  puppeteer: 'host/browser',
  'puppeteer-core': 'host/browser',
  '@sparticuz/chromium': 'host/browser',
  '@marp-team/marp-core': 'render',
  '@marp-team/marpit': 'render',
  handlebars: 'compose',
  yaml: 'parse',
  mammoth: 'import',
  ajv: 'parse',
  vega: 'render/charts',
  'vega-lite': 'render/charts',
  sharp: 'render/images',
  mermaid: 'render/mermaid-page',
};

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.replaceAll('\\', '/'));

interface Import {
  readonly target: string;
  readonly typeOnly: boolean;
}

function importsOf(file: string): readonly Import[] {
  const text = readFileSync(join(src, file), 'utf8');
  const statements = [...text.matchAll(/^(import|export)\s+(type\s+)?[^;]*?from\s+'([^']+)'/gm)].map((match) => ({
    target: match[3] ?? '',
    typeOnly: match[2] !== undefined,
  }));
  const dynamic = [...text.matchAll(/\bimport\(\s*'([^']+)'\s*\)/g)].map((match) => ({
    target: match[1] ?? '',
    typeOnly: false,
  }));
  const required = [...text.matchAll(/\brequire(?:\.resolve)?\(\s*'([^']+)'\s*\)/g)].map((match) => ({
    target: match[1] ?? '',
    typeOnly: false,
  }));
  return [...statements, ...dynamic, ...required];
}

const manifest = () =>
  JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };

const local = (file: string, target: string): string => posix.normalize(posix.join(posix.dirname(file), target));
const areaOf = (file: string): string => file.split('/')[0] ?? '';
const packageOf = (target: string): string =>
  target
    .split('/')
    .slice(0, target.startsWith('@') ? 2 : 1)
    .join('/');

/** May read the disk: the host, what opens projects and starts threads, and what reads files of Lectern's own package. */
const fromDisk = [
  'host',
  'project',
  'threads',
  'commands',
  'load.ts',
  'base/prepared.ts',
  'checks/words/dictionary.ts',
  'render/emoji.ts',
  'render/fonts.ts',
  'render/formulas.ts',
];

/** Circles of files that import each other, be it for their types alone. */
function cycles(): readonly (readonly string[])[] {
  const graph = new Map(
    files.map((file) => [
      file,
      importsOf(file)
        .filter(({ target }) => target.startsWith('.'))
        .map(({ target }) => local(file, target)),
    ]),
  );
  const state = new Map<string, 'open' | 'done'>();
  const found: (readonly string[])[] = [];
  const visit = (file: string, path: readonly string[]): void => {
    if (state.get(file) === 'done') return;
    if (state.get(file) === 'open') {
      found.push([...path.slice(path.indexOf(file)), file]);
      return;
    }
    state.set(file, 'open');
    for (const next of graph.get(file) ?? []) visit(next, [...path, file]);
    state.set(file, 'done');
  };
  for (const file of files) visit(file, []);
  return found;
}

describe('the architecture', () => {
  it('knows each folder of src', () => {
    expect([...new Set(files.map(areaOf))].filter((area) => !area.endsWith('.ts') && !(area in allowed))).toEqual([]);
  });

  it('lets imports flow one way', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file).flatMap(({ target }) => {
        if (!target.startsWith('.') || target.endsWith('.json')) return [];
        const from = areaOf(file);
        const to = areaOf(local(file, target));
        const free = !(from in allowed) || to === from || allowed[from]?.includes(to) === true;
        return free ? [] : [`${file} → ${to}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('crosses areas through their public face only', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file).flatMap(({ target }) => {
        if (!target.startsWith('.') || target.endsWith('.json') || !(areaOf(file) in allowed)) return [];
        const to = local(file, target);
        const crosses = areaOf(to) !== areaOf(file);
        const face = /^[a-z-]+\/(?:[a-z-]+\/)?index\.ts$/.test(to);
        return crosses && !face ? [`${file} → ${to}`] : [];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('has no cycles, of types neither', () => {
    expect(cycles()).toEqual([]);
  });

  it('reads the disk in the host and in what stands on it', () => {
    const wrong = files.filter(
      (file) =>
        !fromDisk.some((place) => file === place || file.startsWith(`${place}/`)) &&
        importsOf(file).some(({ target }) => /^(?:node:)?fs(?:\/promises)?$/.test(target)),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps each heavy package in one place', () => {
    const wrong = files.flatMap((file) =>
      importsOf(file).flatMap(({ target, typeOnly }) => {
        const home = homes[packageOf(target)];
        return home === undefined || typeOnly || `${dirname(file)}/`.startsWith(`${home}/`)
          ? []
          : [`${file} imports ${target}`];
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('imports only packages that package.json names', () => {
    const { dependencies, devDependencies } = manifest();
    const known = new Set([...Object.keys(dependencies), ...Object.keys(devDependencies), '@marp-team/marpit']);
    const wrong = files
      .filter((file) => areaOf(file) !== 'player')
      .flatMap((file) =>
        importsOf(file)
          .filter(
            ({ target, typeOnly }) =>
              !typeOnly && !target.startsWith('.') && !target.startsWith('node:') && !known.has(packageOf(target)),
          )
          .map(({ target }) => `${file} imports ${target}`),
      );
    expect(wrong).toEqual([]);
  });

  it('installs what is read beside the bundle, and nothing else', () => {
    const { dependencies, devDependencies } = manifest();
    const texts = files.map((file) => readFileSync(join(src, file), 'utf8'));
    const needed = Object.keys(dependencies).filter((name) => texts.some((text) => text.includes(`'${name}`)));
    expect(needed).toEqual(Object.keys(dependencies));
    expect(Object.keys(devDependencies)).toEqual(expect.arrayContaining(['puppeteer', '@marp-team/marp-core', 'yaml']));
  });

  it('keeps files short enough to read in one sitting', () => {
    const lengths = files
      .map((file) => [readFileSync(join(src, file), 'utf8').split('\n').length, relative('.', file)] as const)
      .sort((a, b) => a[0] - b[0]);
    const median = lengths[Math.floor(lengths.length / 2)]?.[0] ?? 0;
    expect(median).toBeLessThanOrEqual(100);
    expect(lengths[Math.floor(lengths.length * 0.9)]?.[0]).toBeLessThanOrEqual(230);
  });
});

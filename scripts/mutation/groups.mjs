// What must not be wrong, group by group, with the tests that run it in their own process: those of tests/e2e start the
// bundle, in which the faults are not.
const group = (mutate, tests) => ({ mutate, tests });

const groups = {
  guard: group(['src/preview/guard.ts'], ['tests/preview/refusal.test.ts']),
  store: group(
    ['src/host/store.ts', 'src/host/store-entries.ts', 'src/host/remote-store.ts', 'src/host/own-file.ts'],
    ['tests/host/store.test.ts', 'tests/host/store-edges.test.ts', 'tests/host/remote-store.test.ts'],
  ),
  output: group(
    ['src/host/output/*.ts', 'src/host/places.ts'],
    ['tests/host/output.test.ts', 'tests/host/ledger.test.ts', 'tests/host/lock.test.ts', 'tests/host/places.test.ts'],
  ),
  restore: group(
    ['src/make/restore.ts', 'src/make/record.ts', 'src/make/shape.ts', 'src/make/manifest.ts'],
    ['tests/make/order.test.ts', 'tests/make/records.test.ts'],
  ),
  merge: group(['src/make/merge.ts'], ['tests/make/merge.test.ts']),
  escape: group(
    [
      'src/compose/text/escape.ts',
      'src/formats/markdown/notes.ts',
      'src/import/escape.ts',
      'src/page-kit/html.ts',
      'src/reporters/safe-text.ts',
      'src/text/html/*.ts',
    ],
    [
      'tests/compose/escape.test.ts',
      'tests/formats/notes.test.ts',
      'tests/import/escape.test.ts',
      'tests/pages/html.test.ts',
      'tests/reporters',
      'tests/text/html.test.ts',
    ],
  ),
  clean: group(
    [
      'src/render/svg/{clean,expansion,parse,style,xml}.ts',
      'src/render/forbidden.ts',
      'src/text/css/{limits,selector,sheet,value}.ts',
      'src/compose/css.ts',
    ],
    ['tests/text/clean.test.ts', 'tests/text/css.test.ts', 'tests/render/svg.test.ts'],
  ),
  cover: group(['src/coverage/**/*.ts'], ['tests/coverage']),
  check: group(
    ['src/checks/**/*.ts', '!src/checks/layout/**/*.ts'],
    [
      'tests/checks/borders.test.ts',
      'tests/checks/deck',
      'tests/checks/outline',
      'tests/checks/settle.test.ts',
      'tests/checks/source',
      'tests/checks/teaching',
      'tests/checks/words',
    ],
  ),
};

/** @returns the group that GROUP names, with MUTATE and TESTS (lists with commas) in place of its own. */
export function chosenGroup({ GROUP = 'guard', MUTATE, TESTS } = process.env) {
  const chosen = groups[GROUP];
  if (!chosen) throw new Error(`GROUP must be one of ${Object.keys(groups).join(', ')}.`);
  return { mutate: MUTATE?.split(',') ?? chosen.mutate, tests: TESTS?.split(',') ?? chosen.tests };
}

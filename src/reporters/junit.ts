/** For test dashboards: a suite a file, a test case a code; errors fail the case, the rest is its output. */
import { escapeXml, type Code, type Diagnostic } from '../base/index.ts';
import { countOf } from './order.ts';
import { placesOf, type Place } from './places.ts';
import type { ReportFunction } from './types.ts';

/** XML would turn these characters of an attribute into spaces. */
const escape = (text: string): string =>
  escapeXml(text).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;').replaceAll('\r', '&#13;');

const attributes = (values: Readonly<Record<string, string | number>>): string =>
  Object.entries(values)
    .map(([name, value]) => ` ${name}="${escape(String(value))}"`)
    .join('');

function groupBy<K>(
  diagnostics: readonly Diagnostic[],
  key: (diagnostic: Diagnostic) => K,
): ReadonlyMap<K, readonly Diagnostic[]> {
  const groups = new Map<K, Diagnostic[]>();
  for (const diagnostic of diagnostics) {
    const group = groups.get(key(diagnostic));
    if (group === undefined) groups.set(key(diagnostic), [diagnostic]);
    else group.push(diagnostic);
  }
  return groups;
}

function describe({ severity, message, help }: Diagnostic, place: Place | undefined): string {
  const position = place?.start === undefined ? '' : `:${place.start.line}:${place.start.column}`;
  const where = place === undefined ? '' : `${place.file}${position}: `;
  return [`${where}${severity}: ${message}`, ...(help ?? []).map((line) => `  help: ${line}`)].join('\n');
}

function testCase(
  file: string,
  code: Code,
  found: readonly Diagnostic[],
  place: (d: Diagnostic) => Place | undefined,
): string {
  const failures = found.filter((diagnostic) => diagnostic.severity === 'error');
  const remarks = found.filter((diagnostic) => diagnostic.severity !== 'error');
  const text = (list: readonly Diagnostic[]): string => escape(list.map((d) => describe(d, place(d))).join('\n'));
  const [first] = failures;
  return [
    `    <testcase${attributes({ name: code, classname: file })}>`,
    ...(first === undefined
      ? []
      : [`      <failure${attributes({ type: code, message: first.message })}>${text(failures)}</failure>`]),
    ...(remarks.length === 0 ? [] : [`      <system-out>${text(remarks)}</system-out>`]),
    '    </testcase>',
  ].join('\n');
}

/** With nothing to report there is one passing case, since several dashboards take an empty file for a failure. */
const CLEAN = `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="lectern" tests="1" failures="0" errors="0">
  <testsuite name="lectern" tests="1" failures="0" errors="0">
    <testcase name="no findings" classname="lectern"/>
  </testsuite>
</testsuites>
`;

export const junit: ReportFunction = (diagnostics, options) => {
  if (diagnostics.length === 0) return [CLEAN];
  const resolve = placesOf(options);
  const place = (diagnostic: Diagnostic): Place | undefined =>
    diagnostic.at === undefined ? undefined : resolve(diagnostic.at);
  let tests = 0;
  let failures = 0;
  const suites = [...groupBy(diagnostics, (d) => d.at?.file ?? 'lectern')].map(([file, inFile]) => {
    const codes = [...groupBy(inFile, (d) => d.code)];
    const failed = codes.filter(([, found]) => countOf(found).error > 0).length;
    tests += codes.length;
    failures += failed;
    const cases = codes.map(([code, found]) => testCase(file, code, found, place)).join('\n');
    return `  <testsuite${attributes({ name: file, tests: codes.length, failures: failed, errors: 0 })}>\n${cases}\n  </testsuite>`;
  });
  const head = attributes({ name: 'lectern', tests, failures, errors: 0 });
  return [`<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${head}>\n${suites.join('\n')}\n</testsuites>\n`];
};

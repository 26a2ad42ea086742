import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../src/base/index.ts';
import { report, wantsColor } from '../../src/reporters/index.ts';
import { all, misspelt, text } from './sample.ts';

const show = (diagnostics: readonly Diagnostic[], file: string, width = 80): string =>
  report(diagnostics, { format: 'pretty', text: () => file, width });

const at = (file: string, part: string): Diagnostic => {
  const start = file.indexOf(part);
  return { code: 'x/y', severity: 'error', message: 'm', at: { file: 'a.yaml', start, end: start + part.length } };
};

/** The text that stands above the carets. */
function underlined(output: string): string {
  const lines = output.split('\n');
  const row = lines.findIndex((line) => line.includes('^'));
  const from = (lines[row] ?? '').indexOf('^');
  const to = (lines[row] ?? '').lastIndexOf('^') + 1;
  return (lines[row - 1] ?? '').slice(from, to);
}

describe('pretty', () => {
  it('shows place, frame, related place, help and summary', () => {
    expect(report(all, { format: 'pretty', text })).toBe(
      [
        'info lesson/remark: No place for this one.',
        '',
        'lessons/x/lesson.yaml:4:5: error outline/unknown-field: Unknown field "bodyy" in layout "statement".',
        '  3 |   - layout: statement',
        '  4 |     bodyy: "→ 日本 text"',
        '    |     ^^^^^',
        '  5 |     covers: [sert.9]',
        '  help: Did you mean "body"?',
        '',
        'lessons/x/lesson.yaml:5:14: warning coverage/stale: Statement sert.9 has changed.',
        '  4 |     bodyy: "→ 日本 text"',
        '  5 |     covers: [sert.9]',
        '    |              ^^^^^^',
        '  6 |',
        '  lessons/x/source.md:5:1: it now reads so',
        '    5 | One sentence.',
        '      | ^^^^^^^^^^^^^',
        '',
        '1 error, 1 warning, 1 remark in 1 file',
        '',
      ].join('\n'),
    );
  });

  it('says nothing when there is nothing to say', () => expect(report([], { format: 'pretty' })).toBe(''));

  it('shows the path alone when the text is not at hand', () => {
    expect(report([misspelt], { format: 'pretty' })).toMatch(/^lessons\/x\/lesson\.yaml: error/);
  });

  it('tells once what several lessons have in common, and counts it once', () => {
    const same: Diagnostic = { code: 'browser/not-found', severity: 'error', message: 'No usable browser.' };
    expect(report([same, misspelt, same, { ...same }], { format: 'pretty' }).match(/No usable browser/g)).toHaveLength(
      1,
    );
    expect(report([same, same], { format: 'pretty' })).toContain('1 error\n');
    expect(JSON.parse(report([same, same], { format: 'json' }))).toMatchObject({ summary: { errors: 1 } });
  });

  it('shows three remarks of a kind that concern no place, and counts all', () => {
    const remarks = Array.from({ length: 50 }, (_, i): Diagnostic => ({
      code: 'coverage/no-source',
      severity: 'info',
      message: `Lesson ${i} has no source.`,
    }));
    const output = report(remarks, { format: 'pretty' });
    expect(output.match(/Lesson \d+ has/g)).toHaveLength(3);
    expect(output).toContain('47 more coverage/no-source');
    expect(output).toContain('50 remarks');
  });

  it('stays short and quick when one line has thousands of findings', () => {
    const file = '$\\{'.repeat(60_000);
    const many = Array.from({ length: 15_000 }, (_, i): Diagnostic => ({ ...at(file, '$'), message: `Formula ${i}` }));
    const start = process.cpuUsage().user;
    const output = show(many, file);
    expect((process.cpuUsage().user - start) / 1000).toBeLessThan(1000);
    expect(output.split('\n').length).toBeLessThan(1000);
    expect(output).toContain('14900 more x/y in a.yaml');
    expect(output).toContain('15000 errors in 1 file');
  });

  it('keeps carets under the span after a tab', () => {
    expect(show([at('\tkey: value', 'value')], '\tkey: value')).toContain('1 |     key: value\n    |          ^^^^^');
  });

  it('counts two columns for wide characters and one for combined ones', () => {
    const wide = show([at('日本: x', 'x')], '日本: x');
    expect(wide).toContain('    |       ^\n');
    expect(show([at('e\u0301e\u0301: x', 'x')], 'e\u0301e\u0301: x')).toContain('    |     ^\n');
  });

  it('windows a long line round the place', () => {
    const line = `${'a'.repeat(5000)}HERE${'b'.repeat(5000)}`;
    const output = show([at(line, 'HERE')], line, 60);
    expect(underlined(output)).toBe('HERE');
    for (const row of output.split('\n').slice(1, 4)) expect(row.length).toBeLessThanOrEqual(62);
  });

  it.each(['\r\n', '\n', '\r'])('finds the line with line break %j', (eol) => {
    const file = ['one', 'two', 'three'].join(eol);
    const output = show([at(file, 'two')], file);
    expect(output).toContain('a.yaml:2:1');
    expect(underlined(output)).toBe('two');
    expect(output).not.toContain('\r');
  });

  it('puts one caret at an empty span, also at the end of the file', () => {
    const output = show([{ ...at('abc', 'c'), at: { file: 'a.yaml', start: 3, end: 3 } }], 'abc');
    expect(output).toContain('1 | abc\n    |    ^');
  });

  it('underlines the first line of a span over several', () => {
    expect(underlined(show([at('one\ntwo\nthree', 'ne\ntwo')], 'one\ntwo\nthree'))).toBe('ne');
  });

  it('colours only when asked', () => {
    expect(report(all, { format: 'pretty', text, color: true })).toContain('\u001b[31merror\u001b[39m');
    expect(report(all, { format: 'pretty', text })).not.toContain('\u001b');
  });

  it('makes control and direction characters visible', () => {
    const file = 'a: \u001b[2J\u202eevil\u0007';
    const output = show(
      [{ ...at(file, 'evil'), message: 'bad \u001b]0;t\u0007 \u202e\nname', help: ['\u009b31m'] }],
      file,
    );
    expect(output).toContain('bad ␛]0;t␇ <U+202E> name');
    expect(output).toContain('a: ␛[2J<U+202E>evil␇');
    expect(underlined(output)).toBe('evil');
    expect(output).toMatch(/help: <U\+009B>31m/);
  });
});

describe('wantsColor', () => {
  it('follows NO_COLOR, FORCE_COLOR and the terminal', () => {
    expect(wantsColor({}, true)).toBe(true);
    expect(wantsColor({}, false)).toBe(false);
    expect(wantsColor({ NO_COLOR: '1', FORCE_COLOR: '1' }, true)).toBe(false);
    expect(wantsColor({ NO_COLOR: '' }, true)).toBe(true);
    expect(wantsColor({ FORCE_COLOR: '1' }, false)).toBe(true);
    expect(wantsColor({ FORCE_COLOR: '0' }, true)).toBe(false);
    expect(wantsColor({ TERM: 'dumb' }, true)).toBe(false);
  });
});

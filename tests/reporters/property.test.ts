import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { linesOf, positionAt, type Diagnostic } from '../../src/base/index.ts';
import { isReportFormat, report, reportFormats } from '../../src/reporters/index.ts';

const nasty = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({
    unit: fc.constantFrom(
      '\r',
      '\n',
      '\t',
      '%',
      ':',
      ',',
      '<',
      '&',
      ']]>',
      '"',
      '\u001b[',
      '\u202e',
      '\ud800',
      '\udc00',
      '日',
      '👩‍👩‍👧',
      'e\u0301',
      '\u0000',
      '\ufeff',
      'a',
      ' ',
    ),
    maxLength: 40,
  }),
);

const diagnostic = (text: string): fc.Arbitrary<Diagnostic> => {
  const span = fc.record({
    file: fc.constantFrom('a.yaml', 'b, c:%.md'),
    start: fc.nat(text.length + 3),
    end: fc.nat(text.length + 3),
  });
  return fc.record(
    {
      code: fc.constantFrom('a/b' as const, 'c/d' as const),
      severity: fc.constantFrom('error', 'warning', 'info'),
      message: nasty,
      at: span,
      related: fc.array(fc.record({ at: span, message: nasty }), { maxLength: 2 }),
      help: fc.array(nasty, { maxLength: 2 }),
    },
    { requiredKeys: ['code', 'severity', 'message'] },
  );
};

/** The same finding twice is told once: they are numbered. */
const numbered = (found: readonly Diagnostic[]): readonly Diagnostic[] =>
  found.map((one, i) => ({ ...one, message: `${i} ${one.message}` }));

const reports = nasty.chain((text) =>
  fc.tuple(fc.constant(text), fc.array(diagnostic(text), { maxLength: 5 }).map(numbered)),
);

describe('any text', () => {
  it('never repaints a terminal', () => {
    fc.assert(
      fc.property(reports, ([text, diagnostics]) => {
        const output = report(diagnostics, { format: 'pretty', text: () => text, width: 40 });
        expect(output).not.toMatch(/[^\P{Cc}\n]|[\u202a-\u202e\u2066-\u2069\u2028\u2029]/u);
        expect(output).not.toMatch(/\p{Surrogate}/u);
      }),
    );
  });

  it('never adds or ends a workflow command', () => {
    fc.assert(
      fc.property(reports, ([text, diagnostics]) => {
        const output = report(diagnostics, { format: 'github', text: () => text });
        const lines = output.split(/\r\n|\r|\n/);
        expect(lines).toHaveLength(diagnostics.length + 1);
        for (const line of lines.slice(0, -1))
          expect(line).toMatch(
            /^::(error|warning|notice) (file=[^,:]*,line=\d+,endLine=\d+,(col=\d+,endColumn=\d+,)?)?title=[acbd]+\/[acbd]+::/,
          );
      }),
    );
  });

  it('never breaks XML or JSON', () => {
    fc.assert(
      fc.property(reports, ([text, diagnostics]) => {
        const parser = new SaxesParser();
        parser.on('error', (error) => {
          throw error;
        });
        parser.write(report(diagnostics, { format: 'junit', text: () => text })).close();
        const read = (format: 'json' | 'sarif'): unknown =>
          JSON.parse(report(diagnostics, { format, text: () => text }));
        const messages = diagnostics.map(({ message }) => message.toWellFormed()).sort();
        const { diagnostics: told } = read('json') as { diagnostics: { message: string }[] };
        expect(told.map(({ message }) => message.toWellFormed()).sort()).toEqual(messages);
        const { runs } = read('sarif') as { runs: { results: unknown[] }[] };
        expect(runs[0]?.results).toHaveLength(diagnostics.length);
      }),
    );
  });

  it('gives every reporter the same result in any order of the diagnostics', () => {
    fc.assert(
      fc.property(reports, fc.constantFrom(...reportFormats), ([text, diagnostics], format) => {
        expect(report(diagnostics.toReversed(), { format, text: () => text })).toBe(
          report(diagnostics, { format, text: () => text }),
        );
      }),
    );
  });

  it('has the same lines and columns as base', () => {
    fc.assert(
      fc.property(nasty, fc.nat(80), (text, offset) => {
        expect(linesOf(text).position(offset)).toEqual(positionAt(text, offset));
      }),
    );
  });
});

describe('limits', () => {
  it('stays fast on a line of 50 million characters and on many diagnostics', () => {
    const long = 'x'.repeat(50_000_000);
    const at = (start: number): Diagnostic => ({
      code: 'a/b',
      severity: 'error',
      message: 'm',
      at: { file: 'a', start, end: start + 5 },
    });
    const started = performance.now();
    report([at(49_000_000), at(5)], { format: 'pretty', text: () => long });
    const many = 'key: value\n'.repeat(20_000);
    report(
      Array.from({ length: 2000 }, (_, i) => at(i * 100)),
      { format: 'pretty', text: () => many },
    );
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it('knows its own names', () => {
    expect(reportFormats).toEqual(['pretty', 'json', 'github', 'sarif', 'junit']);
    expect(isReportFormat('sarif')).toBe(true);
    expect(isReportFormat('constructor')).toBe(false);
  });
});

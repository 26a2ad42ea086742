import { describe, expect, it } from 'vitest';
import { report } from '../../src/reporters/index.ts';
import { all, misspelt, text } from './sample.ts';

describe('github', () => {
  it('writes one command a diagnostic with its place', () => {
    expect(report(all, { format: 'github', text }).split('\n')).toEqual([
      '::notice title=lesson/remark::No place for this one.',
      '::error file=lessons/x/lesson.yaml,line=4,endLine=4,col=5,endColumn=10,title=outline/unknown-field::Unknown field "bodyy" in layout "statement".%0Ahelp: Did you mean "body"?',
      '::warning file=lessons/x/lesson.yaml,line=5,endLine=5,col=14,endColumn=20,title=coverage/stale::Statement sert.9 has changed.%0Alessons/x/source.md:5:1: it now reads so',
      '',
    ]);
  });

  it('escapes by the rules of workflow commands', () => {
    const output = report(
      [{ ...misspelt, message: '100% a\r\n::error::b', at: { file: 'a,b:c%.yaml', start: 0, end: 0 }, help: [] }],
      { format: 'github' },
    );
    expect(output).toBe('::error file=a%2Cb%3Ac%25.yaml,title=outline/unknown-field::100%25 a%0A::error::b\n');
  });

  it('puts the folder of the project before each path and leaves out files of Lectern itself', () => {
    const options = { format: 'github', text, prefix: 'course/' } as const;
    expect(report([misspelt], options)).toContain('file=course/lessons/x/lesson.yaml,');
    expect(report([{ ...misspelt, at: { file: 'lectern:templates/a.hbs', start: 0, end: 1 } }], options)).not.toContain(
      'file=',
    );
  });
});

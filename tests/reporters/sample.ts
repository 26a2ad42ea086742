import type { CodeDoc, Diagnostic } from '../../src/base/index.ts';

const yaml = [
  'title: A lesson',
  'slides:',
  '  - layout: statement',
  '    bodyy: "→ 日本 text"',
  '    covers: [sert.9]',
  '',
].join('\n');
const source = '# T\n\n## Pump {#sert}\n\nOne sentence.\n';

const texts: Readonly<Record<string, string>> = { 'lessons/x/lesson.yaml': yaml, 'lessons/x/source.md': source };
export const text = (file: string): string | undefined => texts[file];

const at = (part: string): { file: string; start: number; end: number } => {
  const start = yaml.indexOf(part);
  return { file: 'lessons/x/lesson.yaml', start, end: start + part.length };
};

export const misspelt: Diagnostic = {
  code: 'outline/unknown-field',
  severity: 'error',
  message: 'Unknown field "bodyy" in layout "statement".',
  at: at('bodyy'),
  help: ['Did you mean "body"?'],
  fix: { at: at('bodyy'), replacement: 'body' },
};

const stale: Diagnostic = {
  code: 'coverage/stale',
  severity: 'warning',
  message: 'Statement sert.9 has changed.',
  at: at('sert.9'),
  related: [{ at: { file: 'lessons/x/source.md', start: 22, end: 35 }, message: 'it now reads so' }],
};

const remark: Diagnostic = { code: 'lesson/remark', severity: 'info', message: 'No place for this one.' };

export const all = [stale, misspelt, remark];

export const codes: Readonly<Record<string, CodeDoc>> = {
  'outline/unknown-field': {
    severity: 'error',
    summary: 'A field is unknown.',
    why: 'It would be lost.',
    mend: 'Rename it.',
  },
  'coverage/stale': {
    severity: 'warning',
    summary: 'A statement changed.',
    why: 'The slide may lie.',
    mend: 'Review it.',
  },
};

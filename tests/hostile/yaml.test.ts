import { describe, expect, it } from 'vitest';
import { positionAt } from '../../src/base/index.ts';
import { loadYaml } from '../../src/parse/index.ts';

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);
const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

/** Milliseconds of processor time, which other programs on the machine do not lengthen. */
const cpuTime = (): number => process.cpuUsage().user / 1000;

/** One bar for all: under a second, with one diagnostic of this code at this place. */
function firstError(bytes: Uint8Array): { code: string; place: string } {
  const start = cpuTime();
  const outcome = loadYaml('lesson.yaml', bytes);
  expect(cpuTime() - start).toBeLessThan(1000);
  const [error] = outcome.diagnostics;
  expect(outcome.ok).toBe(false);
  expect(error?.at?.file).toBe('lesson.yaml');
  const text = bytes.length > 3_000_000 ? '' : new TextDecoder().decode(bytes);
  const { line, column } = positionAt(text, error?.at?.start ?? 0);
  return { code: error?.code ?? '', place: `${line}:${column}` };
}

const bomb = ['a: &a [x,x,x,x,x,x,x,x,x,x]'];
for (let i = 1; i < 10; i++) {
  const [name, before] = [String.fromCharCode(97 + i), String.fromCharCode(96 + i)];
  bomb.push(`${name}: &${name} [${Array(10).fill(`*${before}`).join(',')}]`);
}
const chain = Array.from({ length: 15_000 }, (_, i) => `k${i}: &k${i} [${i === 0 ? 'x' : `*k${i - 1}`}]`).join('\n');

describe('S7: hostile YAML gives an error with a place, quickly', () => {
  it.each<[name: string, text: string, code: string, place: string]>([
    ['alias bomb', bomb.join('\n'), 'yaml/alias', '6:8'],
    ['chain of aliases', chain, 'yaml/too-deep', '60:12'],
    ['alias inside its own value', 'a: &a [*a]', 'yaml/alias', '1:8'],
    ['alias without anchor', 'a: *b', 'yaml/alias', '1:4'],
    ['10 000 open brackets', '['.repeat(10_000), 'yaml/too-deep', '1:63'],
    ['10 000 flow mappings', '{a: '.repeat(10_000), 'yaml/too-deep', '1:246'],
    ['10 000 nested lists', '- '.repeat(10_000), 'yaml/too-deep', '1:124'],
    [
      'deep indentation',
      Array.from({ length: 1000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'),
      'yaml/too-deep',
      '62:63',
    ],
    ['duplicate key', 'title: a\nlang: nl\ntitle: b', 'yaml/duplicate-key', '3:1'],
    ['duplicate key by escape', 'a: 1\n"\\x61": 2', 'yaml/duplicate-key', '2:1'],
    ['merge key', 'a: &a {b: 1}\nc:\n  <<: *a', 'yaml/merge-key', '3:3'],
    ['__proto__', 'vars:\n  __proto__: {x: 1}', 'yaml/key', '2:3'],
    ['list as key', '? [a, b]\n: c', 'yaml/key', '1:3'],
    ['unknown tag', 'a: !!js/function "x"', 'yaml/tag', '1:4'],
    ['local tag', 'a: !include ../../etc/passwd', 'yaml/tag', '1:4'],
    ['second document', 'a: 1\n---\nb: 2', 'yaml/several-documents', '2:1'],
    ['100 000 documents', '---\n'.repeat(100_000), 'yaml/several-documents', '2:1'],
    ['directive', '%YAML 1.1\n---\na: no', 'yaml/directive', '1:1'],
    ['NUL', 'a: b\nc: "\0"', 'yaml/control-character', '2:5'],
    ['escape character', 'a: \u001b[31m', 'yaml/control-character', '1:4'],
    ['tab as indentation', 'a:\n\tb: 1', 'yaml/syntax', '2:1'],
    ['infinite number', 'a: .inf', 'yaml/number', '1:4'],
    ['commas', `[${','.repeat(1_000_000)}`, 'yaml/too-large', '1:200000'],
    ['closing braces', '}'.repeat(100_000), 'yaml/syntax', '1:1'],
    ['quotes', '"'.repeat(300_000), 'yaml/syntax', '1:3'],
    ['open quote over many lines', `a: "${'x\r\n'.repeat(60_000)}"`, 'yaml/syntax', '1:4'],
    ['many anchors', '&a '.repeat(90_000), 'yaml/syntax', '1:4'],
    ['many percent lines', '%a\n'.repeat(100_000), 'yaml/directive', '1:1'],
    ['empty lines', '\n'.repeat(1_000_000), 'yaml/too-large', '200001:1'],
  ])('%s', (_name, text, code, place) => {
    expect(firstError(encode(text))).toEqual({ code, place });
  });

  it('50 MB file', () => {
    expect(firstError(new Uint8Array(50 * 1024 * 1024).fill(97)).code).toBe('yaml/too-large');
  });

  it.each<[name: string, bytes: Uint8Array, place: string]>([
    ['UTF-16 with mark', utf16('title: x'), '1:1'],
    ['UTF-16 without mark', utf16('title: x').slice(2), '1:1'],
    ['UTF-16 big endian', new Uint8Array(Buffer.from('\ufefftitle: x', 'utf16le').swap16()), '1:1'],
    ['Latin-1', new Uint8Array(Buffer.from('a: 1\nb: caf\u00e9', 'latin1')), '2:7'],
  ])('%s', (_name, bytes, place) => {
    expect(firstError(bytes)).toEqual({ code: 'yaml/encoding', place });
  });
});

describe('S7: unusual but lawful YAML is read', () => {
  const value = (text: string): unknown => {
    const start = cpuTime();
    const outcome = loadYaml('lesson.yaml', encode(text));
    expect(cpuTime() - start).toBeLessThan(1000);
    return outcome.ok ? outcome.value.value : outcome.diagnostics;
  };

  it('20 000 keys', () => {
    const keys = Array.from({ length: 20_000 }, (_, i) => `k${i}: ${i}`).join('\n');
    expect(Object.keys(value(keys) as object)).toHaveLength(20_000);
  });

  it('byte order mark', () => expect(value('\ufefftitle: x')).toEqual({ title: 'x' }));
  it('CRLF', () => expect(value('a: |\r\n  b\r\n  c\r\nd: e\r\n')).toEqual({ a: 'b\nc\n', d: 'e' }));
  it('one document with marks', () => expect(value('---\na: 1\n...\n')).toEqual({ a: 1 }));
  it('empty file', () => expect(value('')).toBe(null));
  it('values keep no prototype', () => expect(Object.getPrototypeOf(value('constructor: 1'))).toBe(null));
  it('words of YAML 1.1 stay text', () =>
    expect(value('[no, yes, on, 2026-11-23, 16:9]')).toEqual(['no', 'yes', 'on', '2026-11-23', '16:9']));
  it('aliases', () => expect(value('a: &x [1, 2]\nb: *x')).toEqual({ a: [1, 2], b: [1, 2] }));
});

describe('S7: mistakes are mended within the same time', () => {
  it.each([
    ['open brackets', 'title: [\n'],
    ['open brackets on a line', 'title: ['],
    ['open quotes', 'a: "x\n'],
    ['anchors', '&a '],
    ['tags', '!a '],
    ['aliases', 'a: *a\n'],
    ['repeated keys', 'k: 1\n'],
    ['blocks', 'a: |\n'],
    ['merge keys', '<<: *a\n'],
    ['question marks', '? '],
    ['braces', '{a: '],
  ])('%s, 20 000 times', (_name, piece) => {
    const start = cpuTime();
    loadYaml('lesson.yaml', encode(piece.repeat(20_000)), { mend: true });
    expect(cpuTime() - start).toBeLessThan(1000);
  });

  it('100 000 mistakes on one line', () => {
    const start = cpuTime();
    const { diagnostics } = loadYaml('lesson.yaml', encode(`title: "${'\\x'.repeat(100_000)}"`), { mend: true });
    expect(diagnostics[0]?.code).toBe('yaml/syntax');
    expect(cpuTime() - start).toBeLessThan(1000);
  });

  it('tells how many more lines are mended than it shows', () => {
    const text = `title: x\nlist:\n${Array.from({ length: 130 }, (_, i) => `  - k${i}: a: b\n`).join('')}`;
    const { diagnostics } = loadYaml('lesson.yaml', encode(text), { mend: true });
    expect(diagnostics.filter(({ code }) => code === 'yaml/mended')).toHaveLength(101);
    expect(diagnostics.at(-1)?.message).toMatch(/^30 more lines/);
  });
});

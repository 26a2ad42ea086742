import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Lesson } from '../../src/model/index.ts';
import { acceptLock, checkLock, compareLock, lockFile, lockOf, readLock } from '../../src/coverage/index.ts';
import { member } from '../reporters/member.ts';
import { lesson, misconception, question, section, slide, source, waiver } from './lesson.ts';

const S = ['One.', 'Two.', 'Three.', 'Four.', 'Five.'];

/** Slides `first` (1–2), `range` (3–4 by one range) and `last` (5), a question on 3, a misconception on 2, a waiver of nothing. */
const parts = (): Partial<Lesson> => ({
  sections: [
    section('s', [
      slide('first', ['s.1', 's.2'], { notes: 'Say it.' }),
      slide('range', [['s.3', 's.4']]),
      slide('last', ['s.5']),
    ]),
  ],
  quiz: [question('q1', ['s.3'])],
  misconceptions: [misconception('Not two.', ['s.2'])],
});

const withSource = (outline: Partial<Lesson>, sentences: readonly string[]): Lesson =>
  lesson({ ...outline, source: source({ s: sentences }).source });

/** What must be reviewed after the sentences of section `s` became these. */
function after(sentences: readonly string[], outline = parts()): readonly string[] {
  const lock = lockOf(withSource(outline, S));
  return compareLock(withSource(outline, sentences), lock).reviews.map(
    ({ kind, id, covers }) => `${kind} ${id}${covers === undefined ? '' : ` -> ${covers.join(' ')}`}`,
  );
}

describe('compareLock', () => {
  it('finds nothing when nothing changed', () => expect(after(S)).toEqual([]));

  it('names exactly what carries a changed sentence', () => {
    expect(after(['One.', 'Two!', 'Three.', 'Four.', 'Five.'])).toEqual(['slide first', 'misconception Not two.']);
    expect(after(['One.', 'Two.', 'Three!', 'Four.', 'Five.'])).toEqual(['slide range', 'question q1']);
  });

  it('follows sentences that moved because one was inserted before them', () => {
    expect(after(['One.', 'New.', 'Two.', 'Three.', 'Four.', 'Five.'])).toEqual([
      'slide first -> s.1 s.3',
      'slide range -> s.4 s.5',
      'slide last -> s.6',
      'question q1 -> s.4',
      'misconception Not two. -> s.3',
    ]);
  });

  it('accepts links that the author has moved along', () => {
    const lock = lockOf(withSource(parts(), S));
    const moved = {
      ...parts(),
      sections: [
        section('s', [slide('first', ['s.1', 's.3']), slide('range', [['s.4', 's.5']]), slide('last', ['s.6'])]),
      ],
      quiz: [question('q1', ['s.4'])],
      misconceptions: [],
    };
    const now = withSource(moved, ['One.', 'New.', 'Two.', 'Three.', 'Four.', 'Five.']);
    const found = compareLock(now, lock);
    expect(found.reviews).toEqual([]);
    expect(found.outdated).toBe(true);
    expect(checkLock(now, found)).toMatchObject([{ code: 'coverage/lock-outdated', severity: 'info' }]);
  });

  it('names what carried a removed sentence, and what slid into its number', () => {
    expect(after(['One.', 'Two.', 'Three.', 'Four.'])).toEqual(['slide last -> ']);
    expect(after(['Two.', 'Three.', 'Four.', 'Five.'])).toEqual([
      'slide first -> s.1',
      'slide range -> s.2 s.3',
      'slide last -> s.4',
      'question q1 -> s.2',
      'misconception Not two. -> s.1',
    ]);
  });

  it('tells a rewritten sentence after an inserted one from a new one', () => {
    const lock = lockOf(withSource(parts(), S));
    expect(
      compareLock(withSource(parts(), ['One.', 'Two.', 'New.', 'Three.', 'Four!', 'Five.']), lock).changes,
    ).toEqual([
      { kind: 'moved', before: 's.3', after: 's.4' },
      { kind: 'changed', before: 's.4', after: 's.5' },
      { kind: 'moved', before: 's.5', after: 's.6' },
      { kind: 'added', after: 's.3' },
    ]);
  });

  it('asks for a review of a new sentence that a link to the whole section takes in', () => {
    const outline = { sections: [section('s', [slide('all', [['s.1', 's.2']])])] };
    const lock = lockOf(lesson({ ...outline, source: source({ s: ['One.', 'Two.'] }).source }));
    const wider = { sections: [section('s', [slide('all', [['s.1', 's.2', 's.3']])])] };
    const now = lesson({ ...wider, source: source({ s: ['One.', 'Two.', 'Three.'] }).source });
    expect(compareLock(now, lock).reviews.map(({ changes }) => changes)).toEqual([[{ kind: 'added', after: 's.3' }]]);
  });

  it('reviews waivers too', () => {
    const outline = { ...parts(), sections: [], quiz: [], misconceptions: [], omits: [waiver('s.2', 'Repeats.')] };
    expect(after(['One.', 'Two, and more.', 'Three.', 'Four.', 'Five.'], outline)).toEqual(['waiver Repeats.']);
  });

  it('remarks on links that the lock does not know', () => {
    const lock = lockOf(withSource(parts(), S));
    const now = withSource({ ...parts(), quiz: [question('q2', ['s.1'])] }, S);
    expect(checkLock(now, compareLock(now, lock))[0]?.message).toBe(
      'The coverage lock of lesson "x" is behind: links to the source have changed',
    );
    const same = withSource(parts(), S);
    expect(checkLock(same, compareLock(same, lock))).toEqual([]);
  });
});

describe('checkLock', () => {
  it('reports one finding a carrier with the new text, the notes and the mend', () => {
    const now = withSource(parts(), ['One.', 'Two!', 'Three.', 'Four.', 'Five.']);
    const [first] = checkLock(now, compareLock(now, lockOf(withSource(parts(), S))));
    expect(first).toMatchObject({
      code: 'coverage/stale',
      severity: 'warning',
      at: now.sections[0]?.slides[0]?.covers[1]?.at,
    });
    expect(first?.message).toBe('Slide "first" was written from a source that has changed: s.2 has a new text.');
    expect(first?.related?.map(({ message }) => message)).toEqual([
      's.2 now reads so.',
      'These notes go with the slide.',
    ]);
    expect(first?.help).toEqual(['Review the slide and its notes, then run `lectern coverage --accept`.']);
  });

  it('says where the links must point', () => {
    const now = withSource(parts(), ['New.', ...S]);
    const [first] = checkLock(now, compareLock(now, lockOf(withSource(parts(), S))));
    expect(first?.help?.[0]).toBe('Link it to: s.2, s.3.');
  });
});

describe('the lock file', () => {
  const text = acceptLock(withSource({ ...parts(), omits: [waiver('s.4', 'Because "it": repeats\u0085.')] }, S));

  it('is beside the outline, one statement a line, and says the same to any YAML tool', () => {
    expect(lockFile(lesson({}))).toBe('lessons/x/coverage.lock.yaml');
    expect(
      text
        .split('\n')
        .slice(2, 6)
        .map((line) => line.replace(/[0-9a-f]{64}/, '…')),
    ).toEqual([
      'version: 1',
      'statements:',
      '  "s.1": { hash: …, slides: ["first"] }',
      '  "s.2": { hash: …, slides: ["first"], misconceptions: ["Not two."] }',
    ]);
    const parsed: unknown = parse(text);
    expect(member(parsed, 'statements', 's.4', 'waivers')).toEqual(['Because "it": repeats\u0085.']);
  });

  it('survives any text, is read back whole, and is the same each time', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 30 }),
        fc.string({ unit: 'binary', minLength: 1, maxLength: 30 }),
        (reason, id) => {
          const now = withSource({ sections: [section('s', [slide(id, ['s.1'])])], omits: [waiver('s.2', reason)] }, S);
          const written = acceptLock(now);
          expect(readLock(written, 'f')).toEqual({ ok: true, value: lockOf(now), diagnostics: [] });
          expect(readLock(written.replaceAll('\n', '\r\n'), 'f')).toMatchObject({ ok: true });
          expect(acceptLock(now)).toBe(written);
          expect(() => void parse(written)).not.toThrow();
        },
      ),
    );
  });

  it.each([
    ['a conflict', text.replace('  "s.2"', '<<<<<<< ours\n  "s.2"'), '<<<<<<< ours'],
    ['a broken line', text.replace('["first"]', '[first]'), '  "s.1"'],
    ['another version', text.replace('version: 1', 'version: 2'), 'version: 2'],
  ])('reports %s at its line', (_, broken, line) => {
    const result = readLock(broken, 'lock.yaml');
    expect(result.ok).toBe(false);
    expect(result.diagnostics).toMatchObject([
      { code: 'coverage/lock-invalid', severity: 'error', at: { file: 'lock.yaml', start: broken.indexOf(line) } },
    ]);
  });

  it('reports an empty file and a statement locked twice', () => {
    expect(readLock('', 'f').diagnostics[0]?.message).toBe('The coverage lock is empty.');
    const line = text.split('\n')[4] ?? '';
    expect(readLock(`${text}${line}\n`, 'f').diagnostics[0]?.message).toBe('Statement s.1 is locked twice.');
  });

  it('reads anything in bounded time without throwing', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('"', '\\', ',', ' ', '[', ']', '{', '}', ':', 'a', '\n'), maxLength: 200 }),
        (junk) => void readLock(`version: 1\nstatements:\n  "${junk}`, 'f'),
      ),
    );
    const started = performance.now();
    readLock(`version: 1\nstatements:\n  "s.1": { hash: ${'0'.repeat(64)}, slides: [${'"a", '.repeat(200_000)}`, 'f');
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

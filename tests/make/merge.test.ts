import { describe, expect, it } from 'vitest';
import { hashOf } from '../../src/base/index.ts';
import { mergedFiles, mergeManifests, type Manifest, type Part } from '../../src/make/index.ts';

const page = Buffer.from('page');
const lesson = (id: string, more: object = {}) => ({
  id,
  title: id,
  authors: [],
  lang: 'en',
  plans: [],
  slides: 1,
  errors: 0,
  warnings: 0,
  statements: { covered: 0, waived: 0, total: 0 },
  artifacts: [
    { path: `${id}/deck.html`, mediaType: 'text/html', hash: hashOf(page), bytes: 4, audience: 'teacher', format: 'html' },
  ],
  inputs: {},
  ...more,
}); // prettier-ignore
const tool = { version: '1', browser: 'b' };

function part(name: string, ids: readonly string[], more: Partial<Part> & { readonly tool?: Manifest['tool'] } = {}): Part {
  const lessons = Object.fromEntries(ids.map((id) => [id, lesson(id)])) as unknown as Manifest['lessons'];
  return { name, manifest: { format: 'lectern-manifest/1', tool: more.tool ?? tool, lessons }, read: () => page, ...more };
} // prettier-ignore

const codes = (parts: readonly Part[]): readonly string[] => mergeManifests(parts).diagnostics.map(({ code }) => code);

describe('merging', () => {
  it('gives the lessons of all parts, sorted', () => {
    const merged = mergeManifests([part('b', ['two', 'six']), part('a', ['one'])]);
    expect(merged.ok && Object.keys(merged.value.lessons)).toEqual(['one', 'six', 'two']);
    expect(merged.ok && merged.value.tool).toEqual(tool);
  });

  it('takes what two parts share once', () => {
    const parts = [part('a', ['one']), part('b', ['one', 'two'])];
    expect(mergeManifests(parts)).toMatchObject({ ok: true, diagnostics: [] });
    expect(mergedFiles(parts).map(({ path }) => path)).toEqual(['one/deck.html', 'two/deck.html']);
  });

  it('is refused for different states of a lesson, other letter cases included', () => {
    const other = part('b', []);
    const changed: Part = {
      ...other,
      manifest: { ...other.manifest, lessons: { one: lesson('one', { title: 'x' }) } as never },
    };
    expect(codes([part('a', ['one']), changed])).toEqual(['merge/conflict']);
    expect(codes([part('a', ['one']), part('b', ['ONE'])])).toEqual(['merge/conflict']);
    expect(codes([part('a', ['one']), changed, changed])).toEqual(['merge/conflict', 'merge/conflict']);
  });

  it('is refused for parts of other tools, each told', () => {
    const old = part('b', ['two'], { tool: { version: '0', browser: 'b' } });
    const browser = part('c', ['six'], { tool: { version: '1', browser: 'c' } });
    expect(codes([part('a', ['one']), old, browser])).toEqual(['merge/other-tools', 'merge/other-tools']);
    expect(mergeManifests([part('a', ['one']), old]).diagnostics[0]?.message).toContain('Lectern 0 with browser "b"');
  });

  it('needs a part', () => expect(() => mergeManifests([])).toThrow());

  it('gives bytes only when they are those of the manifest', () => {
    const read = (bytes: Uint8Array | undefined) => mergedFiles([part('a', ['one'], { read: () => bytes })])[0]?.bytes();
    expect(read(page)).toMatchObject({ ok: true, value: page });
    expect(read(Buffer.from('pagf'))).toMatchObject({ ok: false, diagnostics: [{ code: 'merge/damaged' }] });
    expect(read(undefined)).toMatchObject({ ok: false, diagnostics: [{ code: 'merge/damaged' }] });
  }); // prettier-ignore
});

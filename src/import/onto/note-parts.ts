import type { WasPart } from './align.ts';
import { markOf } from './seen.ts';
import { segmentsOf } from './segments.ts';

/** The lines of notes as they were written, each with the paragraph of the outline that it shows. */
export function noteParts(raw: string, marks: readonly string[]): readonly WasPart[] {
  const segments = segmentsOf(raw);
  const shape = { kind: 'text', name: '', parts: [] } as const;
  const isEven = segments.length === marks.length;
  const known = new Map<string, { readonly segment: number; readonly around: readonly [number, number] }>();
  segments.forEach(({ plain }, segment) => {
    known.set(markOf(plain), { segment, around: [0, 0] });
    known.set(markOf(`- ${plain}`), { segment, around: [1, 0] });
    for (let number = 1; number <= 20; number++) known.set(markOf(`${number}. ${plain}`), { segment, around: [1, 0] });
  });
  return marks.map((mark, i) => {
    const found = known.get(mark) ?? (isEven ? { segment: i, around: [0, 0] as const } : undefined);
    const origin = found && { key: '/notes', ...found };
    const plain = segments[found?.segment ?? -1]?.plain ?? '';
    return { mark, style: '', shape, plain, ...(origin && { origin }) };
  });
}

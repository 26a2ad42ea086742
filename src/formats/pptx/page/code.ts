/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Paragraph, Run, TextItem } from '../scene.ts';
import type { Runs } from './runs.ts';
import type { Tools } from './tools.ts';

/** Runs in the page. @returns a listing as one box of text with its colours, a paragraph for each line of the code. */
export function makeCode(tools: Tools, runs: Runs): (pre: Element) => TextItem | undefined {
  return (pre) => {
    const css = tools.style(pre);
    const box = pre.getBoundingClientRect();
    const marked = [...pre.querySelectorAll('.line')];
    const pitch = Number.parseFloat(css.lineHeight) || Number.parseFloat(css.fontSize) * 1.3;
    const base = { align: 'l', rtl: false, pitch, before: 0, inset: 0, hang: 0, level: 0 } as const;
    const lefts: number[] = [];
    const tops: number[] = [];
    const paragraphOf = (lines: ReturnType<Runs['lines']>): Paragraph => {
      for (const [i, line] of lines.entries()) {
        const first = line[0];
        if (!first) continue;
        if (i === 0) lefts.push(first.left);
        tops.push(runs.topOf(first.base, first.run.size, pitch));
      }
      return { ...base, lines: lines.map((line) => line.map(({ run }): Run => run)) };
    };
    const paragraphs =
      marked.length > 0
        ? marked.map((line) => paragraphOf(runs.lines([...line.childNodes], () => undefined)))
        : runs.lines([...pre.childNodes], () => undefined).map((line) => paragraphOf([line]));
    if (!paragraphs.some(({ lines }) => lines.length > 0)) return undefined;
    const left = Math.min(...lefts);
    const top = Math.min(...tops);
    const rect = tools.place({ left, top, width: box.right - left, height: box.bottom - top });
    return { kind: 'text', role: 'code', rect, paragraphs };
  };
}

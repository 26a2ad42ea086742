/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Bullet, Paragraph, Run, TextItem } from '../scene.ts';
import type { Runs } from './runs.ts';
import type { Tools } from './tools.ts';

/**
 * Runs in the page. @returns a listing as one box of text with its colours, a paragraph for each line of the code. Numbers
 * of lines are those of a numbered list: they follow when somebody puts a line in.
 */
export function makeCode(tools: Tools, runs: Runs): (pre: Element) => TextItem | undefined {
  /** What numbers the lines: the first number, its paint, its room from the code, and that of a digit. */
  interface Numbers {
    readonly first: number;
    readonly paint: Bullet['paint'];
    readonly room: number;
    readonly digit: number;
  }
  const numbersOf = (line: Element | undefined): Numbers | undefined => {
    if (!line?.parentElement) return undefined;
    const css = getComputedStyle(line, '::before');
    const paint = tools.paint(css.color, line);
    if (!css.content.startsWith('counter(') || !paint) return undefined;
    const from = Number(tools.style(line.parentElement).counterReset.split(' ')[1]) || 0;
    return {
      first: from + 1,
      paint,
      room: Number.parseFloat(css.marginRight) || 0,
      digit: (Number.parseFloat(css.width) || 0) / 2,
    };
  };
  const roomOf = ({ first, room, digit }: Numbers, i: number): number => room + digit * String(first + i).length;

  return (pre) => {
    const css = tools.style(pre);
    const box = pre.getBoundingClientRect();
    const marked = [...pre.querySelectorAll('.line')];
    const numbers = numbersOf(marked[0]);
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
    const letters = paragraphs.flatMap(({ lines }) => lines.flat())[0];
    if (!letters) return undefined;
    const most = numbers ? roomOf(numbers, paragraphs.length - 1) : 0;
    const left = Math.min(...lefts) - most;
    const top = Math.min(...tops);
    const rect = tools.place({ left, top, width: box.right - left, height: box.bottom - top });
    if (!numbers) return { kind: 'text', role: 'code', rect, paragraphs };
    const { first, paint } = numbers;
    const numbered = paragraphs.map((paragraph, i): Paragraph => {
      // Office numbers no line without letters.
      const lines = paragraph.lines.some((line) => line.length > 0) ? paragraph.lines : [[{ ...letters, text: ' ' }]];
      const bullet: Bullet = { kind: 'plain', text: '', start: first, paint };
      return { ...paragraph, lines, inset: most, hang: -roomOf(numbers, i), bullet };
    });
    return { kind: 'text', role: 'code', rect, paragraphs: numbered };
  };
}

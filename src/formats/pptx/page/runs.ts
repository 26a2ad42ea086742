/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Run } from '../scene.ts';
import type { Tools } from './tools.ts';

/** Letters of one look on one line, or the room of something that stands in the line. */
export interface Piece {
  readonly run: Run;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Where its letters stand. */
  readonly base: number;
}

export interface Runs {
  /** The lines of what stands in a row of nodes; things that are no text leave a gap and are handed to `atom`. */
  lines(nodes: readonly Node[], atom: (element: Element) => void): readonly (readonly Piece[])[];
  isAtom(element: Element): boolean;
  /** The text that a style sheet sets there; empty when it sets none that is known. */
  said(css: CSSStyleDeclaration): string;
  /** Top of a first line of a height whose letters stand at `base`: Office puts what is left of a line above them. */
  topOf(base: number, size: number, pitch: number): number;
  /** Share of the height of letters that is below where they stand. */
  depthOf(css: CSSStyleDeclaration): number;
}

/** Runs in the page. */
// eslint-disable-next-line max-lines-per-function -- the page knows nothing but this function
export function makeRuns(tools: Tools): Runs {
  const range = document.createRange();
  const canvas = new OffscreenCanvas(8, 8).getContext('2d');
  const depths = new Map<string, number>();
  const depthOf = (css: CSSStyleDeclaration): number => {
    const font = `${css.fontStyle} ${css.fontWeight} ${css.fontSize} ${css.fontFamily}`;
    const known = depths.get(font);
    if (known !== undefined || !canvas) return known ?? 0.25;
    canvas.font = font;
    const size = canvas.measureText('x');
    const depth = size.fontBoundingBoxDescent / (size.fontBoundingBoxAscent + size.fontBoundingBoxDescent);
    depths.set(font, depth);
    return depth;
  };
  const isAtom = (element: Element): boolean => {
    if (/^(?:img|svg|math|table|canvas|video)$/i.test(element.tagName)) return true;
    if (element.classList.contains('katex')) return true;
    return /^(?:inline-flex|inline-grid|inline-block|inline-table)$/.test(tools.style(element).display);
  };
  const firstFamily = (families: string): string => (families.split(',')[0] ?? '').trim().replace(/^["']|["']$/g, '');
  const shiftOf = (element: Element): number => {
    const { verticalAlign } = tools.style(element);
    if (element.closest('sup') !== null || verticalAlign === 'super') return 0.33;
    return element.closest('sub') !== null || verticalAlign === 'sub' ? -0.2 : 0;
  };
  const lookOf = (element: Element): Omit<Run, 'text'> => {
    const css = tools.style(element);
    const size = Number.parseFloat(css.fontSize);
    const anchor = element.closest('a[href]');
    const decoration = (name: string): boolean => {
      for (let at: Element | null = element; at && !at.matches('#deck > section'); at = at.parentElement)
        if (tools.style(at).textDecorationLine.includes(name)) return true;
      return false;
    };
    const groundOf = (): ReturnType<Tools['paint']> => {
      for (let at: Element | null = element; at; at = at.parentElement) {
        if (tools.style(at).display !== 'inline') return undefined;
        const ground = tools.paint(tools.style(at).backgroundColor, at);
        if (ground) return ground;
      }
      return undefined;
    };
    const ground = groundOf();
    const shift = shiftOf(element);
    const spacing = Number.parseFloat(css.letterSpacing);
    const isDrawn = element instanceof SVGElement;
    return {
      font: firstFamily(css.fontFamily),
      size,
      bold: Number(css.fontWeight) >= 600,
      italic: css.fontStyle !== 'normal',
      paint: tools.paint(isDrawn ? css.fill : css.color, element) ?? { hex: '000000', alpha: 0 },
      lang: tools.lang(element),
      ...(anchor && { href: anchor.getAttribute('href') ?? '' }),
      ...(decoration('underline') && { underline: true as const }),
      ...(decoration('line-through') && { strike: true as const }),
      ...(shift !== 0 && { shift }),
      ...(ground && { ground }),
      ...(Math.abs(spacing) > 0.05 && { spacing }),
    };
  };

  const lines: Piece[][] = [];
  let handAtom: (element: Element) => void = () => undefined;
  const add = (piece: Piece): void => {
    const line = lines.at(-1);
    const base = line?.find(({ run }) => run.shift === undefined && run.gap === undefined) ?? line?.[0];
    const middle = (piece.top + piece.bottom) / 2;
    const isNew =
      !base ||
      (piece.run.gap === undefined && middle - (base.top + base.bottom) / 2 > 0.55 * base.run.size) ||
      (piece.run.gap !== undefined && piece.top > base.bottom - 2);
    if (isNew) lines.push([piece]);
    else line?.push(piece);
  };
  const written = (text: string, css: CSSStyleDeclaration): string => {
    if (css.textTransform === 'uppercase') return text.toLocaleUpperCase();
    return css.textTransform === 'lowercase' ? text.toLocaleLowerCase() : text;
  };
  const readText = (node: Text, parent: Element): void => {
    const css = tools.style(parent);
    if (css.visibility !== 'visible') return;
    const keeps = css.whiteSpaceCollapse === 'preserve' || css.whiteSpace.startsWith('pre');
    const look = lookOf(parent);
    let text = '';
    let box: DOMRect | undefined;
    const flush = (): void => {
      const clean = keeps ? text.replace(/\n/g, '') : text.replace(/[ \t\n\r\f]+/g, ' ');
      if (clean !== '' && box)
        add({
          run: { ...look, text: written(clean, css) },
          left: box.left,
          right: box.right,
          top: box.top,
          bottom: box.bottom,
          base: box.bottom - box.height * depthOf(css),
        });
      text = '';
      box = undefined;
    };
    for (let i = 0; i < node.length; i++) {
      range.setStart(node, i);
      range.setEnd(node, i + 1);
      const rect = [...range.getClientRects()].at(-1);
      // White space that joins other white space is not there.
      if (!keeps && (rect?.width ?? 0) === 0 && /\s/.test(node.data[i] ?? '')) continue;
      const isPainted = rect !== undefined && rect.height > 0;
      if (isPainted && box && (rect.top + rect.bottom - box.top - box.bottom) / 2 > 0.55 * look.size) flush();
      text += node.data[i] ?? '';
      if (!isPainted) continue;
      const left = box ? Math.min(box.left, rect.left) : rect.left;
      const right = box ? Math.max(box.right, rect.right) : rect.right;
      box = new DOMRect(left, box?.top ?? rect.top, right - left, box?.height ?? rect.height);
    }
    flush();
  };
  const said = ({ content }: CSSStyleDeclaration): string =>
    (/^"((?:[^"\\]|\\.)*)"/.exec(content)?.[1] ?? '').replace(/\\(.)/g, '$1');
  const generated = (element: Element, which: '::before' | '::after'): void => {
    const css = getComputedStyle(element, which);
    const text = said(css);
    if (text === '' || css.display !== 'inline' || css.position === 'absolute') return;
    const isBefore = which === '::before';
    const around = [...element.getClientRects()].at(isBefore ? 0 : -1);
    range.selectNodeContents(element);
    const inner = [...range.getClientRects()].at(isBefore ? 0 : -1) ?? around;
    if (!around || !inner) return;
    // It has the room between the edge of what it stands in and the first or last of what else is there.
    const { top, bottom } = around;
    const at = isBefore ? { left: around.left, right: inner.left } : { left: inner.right, right: around.right };
    const run = { ...lookOf(element), text };
    add({ run, ...at, top, bottom, base: bottom - (bottom - top) * depthOf(css) });
  };
  const read = (node: Node): void => {
    if (node instanceof Text && node.parentElement) readText(node, node.parentElement);
    if (!(node instanceof Element) || !tools.seen(node)) return;
    if (node.tagName === 'BR') return;
    if (isAtom(node)) {
      const { left, right, top, bottom, width } = node.getBoundingClientRect();
      const css = tools.style(node);
      const margin = (Number.parseFloat(css.marginLeft) || 0) + (Number.parseFloat(css.marginRight) || 0);
      if (width > 0)
        add({ run: { ...lookOf(node), text: '\u00a0', gap: width + margin }, left, right, top, bottom, base: bottom });
      handAtom(node);
      return;
    }
    generated(node, '::before');
    for (const child of node.childNodes) read(child);
    generated(node, '::after');
  };
  /** White space at the ends of lines is not painted. */
  const trimmed = (line: readonly Piece[]): readonly Piece[] => {
    const kept = line.map((piece) => ({ ...piece }));
    const trim = (at: 0 | -1): void => {
      for (let piece = kept.at(at); piece && piece.run.gap === undefined; piece = kept.at(at)) {
        const text = at === 0 ? piece.run.text.trimStart() : piece.run.text.trimEnd();
        if (text !== '') {
          Object.assign(piece, { run: { ...piece.run, text } });
          return;
        }
        if (at === 0) kept.shift();
        else kept.pop();
      }
    };
    trim(0);
    trim(-1);
    return kept;
  };
  /** Room between neighbours of a line that no letter makes. */
  const spaced = (line: readonly Piece[]): readonly Piece[] =>
    line.flatMap((piece, i) => {
      const before = line[i - 1];
      const room = before ? piece.left - before.right : 0;
      if (!before || room < 2.5 || room > 200 || piece.run.gap !== undefined || before.run.gap !== undefined)
        return [piece];
      return [{ ...piece, run: { ...piece.run, text: '\u200a', gap: room } }, piece];
    });
  // Found by measuring what LibreOffice makes of it.
  const below = 0.19;
  return {
    isAtom,
    said,
    depthOf,
    topOf: (base, size, pitch) => base + below * size - pitch,
    lines(nodes, atom) {
      lines.length = 0;
      handAtom = atom;
      for (const node of nodes) read(node);
      const first = nodes[0]?.parentElement;
      const keeps = first ? tools.style(first).whiteSpace.startsWith('pre') : false;
      return lines.map((line) => (keeps ? line : spaced(trimmed(line)))).filter((line) => line.length > 0);
    },
  };
}

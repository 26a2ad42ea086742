/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Bullet, Paragraph, Rect } from '../scene.ts';
import type { Piece, Runs } from './runs.ts';
import type { Tools } from './tools.ts';

/** Paragraphs with the rectangle that their lines fill. */
interface Flow {
  readonly rect: Rect;
  readonly paragraphs: readonly Paragraph[];
  readonly isList: boolean;
}

export interface Flows {
  /** Whether an element holds text alone, in blocks one below the other, so that it can be one box of text. */
  isFlow(element: Element): boolean;
  /** The text of nodes that stand in an element: all of its nodes, or some that make a line of their own. */
  read(holder: Element, nodes: readonly Node[], atom: (element: Element) => void): Flow | undefined;
}

/** Runs in the page. */
// eslint-disable-next-line max-lines-per-function -- the page knows nothing but this function
export function makeFlows(tools: Tools, runs: Runs, isDecorated: (element: Element) => boolean): Flows {
  const isBlock = (element: Element): boolean => /^(?:block|list-item|flow-root)$/.test(tools.style(element).display);
  const isFree = (element: Element): boolean => {
    const { position, float } = tools.style(element);
    return position === 'absolute' || position === 'fixed' || float !== 'none';
  };
  const isFlow = (element: Element): boolean => {
    if (/^(?:flex|inline-flex|grid|inline-grid|table.*)$/.test(tools.style(element).display)) {
      if (tools.style(element).display !== 'table-cell') return false;
    }
    for (const child of element.children) {
      if (!tools.seen(child) || child.tagName === 'BR') continue;
      if (isFree(child)) return false;
      if (runs.isAtom(child)) {
        // What fills a line of its own is no letter of a line.
        if (tools.style(child).display === 'block' || child.classList.contains('katex-display')) return false;
        continue;
      }
      if (tools.style(child).display === 'inline') {
        if (!isFlow(child)) return false;
      } else if (!isBlock(child) || isDecorated(child) || child.tagName === 'PRE' || !isFlow(child)) return false;
    }
    return true;
  };

  const bulletOf = (item: Element): { readonly bullet: Bullet; readonly width: number } | undefined => {
    const css = tools.style(item);
    const type = css.listStyleType;
    if (css.display !== 'list-item' || type === 'none') return undefined;
    const marker = getComputedStyle(item, '::marker');
    const paint = tools.paint(marker.color, item) ?? { hex: '000000', alpha: 1 };
    const size = Number.parseFloat(marker.fontSize) || Number.parseFloat(css.fontSize);
    const kinds: Readonly<Record<string, Bullet['kind']>> = {
      decimal: 'arabic',
      'lower-alpha': 'lower',
      'lower-latin': 'lower',
      'upper-alpha': 'upper',
      'upper-latin': 'upper',
      'lower-roman': 'roman',
    };
    const kind = kinds[type] ?? 'sign';
    const list = item.parentElement;
    const number = [...(list?.children ?? [])].filter((child) => child.tagName === 'LI').indexOf(item);
    const first = list instanceof HTMLOListElement ? list.start : 1;
    const own = item instanceof HTMLLIElement && item.value > 0 ? item.value : first + number;
    const said = /^"(.*)"$/.exec(type)?.[1]?.trim();
    const text = said ?? { disc: '•', circle: '◦', square: '▪' }[type] ?? '•';
    const width = kind === 'sign' ? size * (said === undefined ? 0.8 : 1) : size * (own > 9 ? 1.5 : 0.95);
    return { bullet: { kind, text: text === '' ? '•' : text, start: own, paint }, width };
  };
  const levelOf = (element: Element, holder: Element): number => {
    let level = 0;
    for (let at = element.parentElement; at && at !== holder.parentElement; at = at.parentElement)
      if (/^[UO]L$/.test(at.tagName)) level++;
    return Math.max(0, level - 1);
  };

  interface Block {
    readonly owner: Element;
    readonly lines: readonly (readonly Piece[])[];
    readonly item: Element | undefined;
  }
  /** The blocks of lines, each with the item of a list that it begins. */
  const blocksOf = (holder: Element, nodes: readonly Node[], atom: (element: Element) => void): readonly Block[] => {
    const blocks: Block[] = [];
    const begun = new Set<Element>();
    const take = (owner: Element, row: readonly Node[]): void => {
      if (row.length === 0) return;
      const lines = runs.lines(row, atom).map((line) => [...line]);
      if (lines.length === 0) return;
      const listItem = owner.closest('li');
      const item = listItem && holder.contains(listItem) && !begun.has(listItem) ? listItem : undefined;
      if (item) begun.add(item);
      blocks.push({ owner, lines, item });
    };
    const visit = (owner: Element, list: readonly Node[]): void => {
      let row: Node[] = [];
      for (const node of list) {
        const isApart = node instanceof Element && node.tagName !== 'BR' && isBlock(node) && !runs.isAtom(node);
        if (!isApart) {
          if (!(node instanceof Element) || tools.seen(node)) row.push(node);
          continue;
        }
        take(owner, row);
        row = [];
        if (tools.seen(node)) visit(node, [...node.childNodes]);
      }
      take(owner, row);
    };
    visit(holder, nodes);
    return blocks;
  };

  const contentOf = (element: Element): { left: number; right: number } => {
    const { left, right } = element.getBoundingClientRect();
    const css = tools.style(element);
    const number = (value: string): number => Number.parseFloat(value) || 0;
    return {
      left: left + number(css.paddingLeft) + number(css.borderLeftWidth),
      right: right - number(css.paddingRight) - number(css.borderRightWidth),
    };
  };
  const contentFor = (holder: Element, { owner }: Block): { left: number; right: number } =>
    contentOf(owner === holder || tools.style(owner).display === 'inline' ? holder : owner);
  /** How far first lines stand out of the room for text, and signs of items. */
  const outOf = (
    { holder, left, right }: { readonly holder: Element; readonly left: number; readonly right: number },
    blocks: readonly Block[],
    marks: readonly (ReturnType<typeof bulletOf> | null)[],
  ): number => {
    const outs = blocks.map((block, i): number => {
      const css = tools.style(block.owner);
      const width = marks[i]?.width;
      if (width === undefined) return -(Number.parseFloat(css.textIndent) || 0);
      const own = contentFor(holder, block);
      return width - (css.direction === 'rtl' ? right - own.right : own.left - left);
    });
    return Math.max(0, ...outs);
  };
  const baseOf = (line: readonly Piece[]): Piece | undefined => {
    const letters = line.filter(({ run }) => run.gap === undefined);
    const level = letters.filter(({ run }) => run.shift === undefined);
    return [...(level.length > 0 ? level : letters)].sort((a, b) => b.run.size - a.run.size)[0] ?? line[0];
  };
  const alignOf = (css: CSSStyleDeclaration): Paragraph['align'] => {
    const isRtl = css.direction === 'rtl';
    if (css.textAlign === 'center' || css.textAlign === '-webkit-center') return 'ctr';
    if (css.textAlign === 'right' || (css.textAlign === 'end') !== isRtl) return css.textAlign === 'left' ? 'l' : 'r';
    return css.textAlign === 'left' || !isRtl ? 'l' : 'r';
  };

  return {
    isFlow,
    read(holder, nodes, atom) {
      const blocks = blocksOf(holder, nodes, atom);
      if (blocks.length === 0) return undefined;
      let { left, right } = contentOf(holder);
      if (
        /^(?:inline|.*flex|.*grid)$/.test(tools.style(holder).display) ||
        nodes.length !== holder.childNodes.length ||
        right - left < 2
      ) {
        const pieces = blocks.flatMap(({ lines }) => lines.flat());
        left = Math.min(...pieces.map((piece) => piece.left));
        right = Math.max(...pieces.map((piece) => piece.right));
      }
      const marks = blocks.map(({ item }) => item && bulletOf(item));
      const out = outOf({ holder, left, right }, blocks, marks);
      if (tools.style(holder).direction === 'rtl') right += out;
      else left -= out;
      let top: number | undefined;
      let bottom = 0;
      let isList = false;
      const paragraphs = blocks.map((block, i): Paragraph => {
        const { owner, lines } = block;
        const css = tools.style(owner);
        const bases = lines.map(baseOf);
        const first = bases[0];
        const last = bases.at(-1);
        const size = first?.run.size ?? 20;
        const declared = Number.parseFloat(css.lineHeight) || size * 1.25;
        const pitch = first && last && lines.length > 1 ? (last.base - first.base) / (lines.length - 1) : declared;
        const start = runs.topOf(first?.base ?? 0, size, pitch);
        const before = top === undefined ? 0 : Math.max(0, start - bottom);
        top ??= start;
        bottom = start + pitch * lines.length;
        const bullet = marks[i];
        isList ||= bullet !== undefined;
        const isRtl = css.direction === 'rtl';
        const own = contentFor(holder, block);
        const inset = owner === holder ? out : Math.max(0, isRtl ? right - own.right : own.left - left);
        return {
          lines: lines.map((line) => line.map(({ run }) => run)),
          align: alignOf(css),
          rtl: isRtl,
          pitch,
          before,
          inset,
          hang: bullet ? -Math.min(bullet.width, inset) : Number.parseFloat(css.textIndent) || 0,
          level: levelOf(owner, holder),
          ...(bullet && { bullet: bullet.bullet }),
          ...(tools.step(owner) > 0 && { step: tools.step(owner) }),
        };
      });
      const rect = tools.place({ left, top: top ?? 0, width: right - left, height: bottom - (top ?? 0) });
      return { rect, paragraphs, isList };
    },
  };
}

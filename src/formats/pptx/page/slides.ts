/// <reference lib="dom" />
/// <reference lib="dom.iterable" />
import type { Item, Paint, Paragraph, Scene, SceneSlide, TextItem } from '../scene.ts';
import type { Boxes } from './boxes.ts';
import type { Flows } from './flows.ts';
import type { Pictures } from './pictures.ts';
import type { Runs } from './runs.ts';
import type { Tools } from './tools.ts';

/** The readers of the parts of a slide. */
export interface Readers {
  readonly tools: Tools;
  readonly runs: Runs;
  readonly flows: Flows;
  readonly boxes: Boxes;
  readonly pictures: Pictures;
  readonly tableOf: (table: HTMLTableElement, atom: (element: Element) => void) => Item | undefined;
  readonly drawingOf: (svg: SVGSVGElement) => Item | undefined;
  readonly codeOf: (pre: Element) => TextItem | undefined;
  readonly generatedOf: (element: Element, which: '::before' | '::after') => TextItem | undefined;
}

/** Runs in the page. @returns all slides as they are laid out. */
// eslint-disable-next-line max-lines-per-function -- the page knows nothing but this function
export function readScene(readers: Readers, names: readonly string[]): Scene {
  const { tools, runs, flows, boxes, pictures, tableOf, drawingOf, codeOf, generatedOf } = readers;
  let items: Item[] = [];
  let titled = false;

  /** A heading of the slide, not one of a part of it. */
  const isTitleIn = (heading: Element | null): boolean =>
    heading !== null &&
    (heading.tagName !== 'H3' ||
      heading.parentElement?.className === 'head' ||
      heading.closest('section')?.getAttribute('aria-label') === heading.textContent);
  const formula = (element: Element): void => {
    const box = element.getBoundingClientRect();
    const said = element.querySelector('math')?.getAttribute('aria-label');
    const tex = element.querySelector('annotation')?.textContent;
    if (box.width <= 0.5) return;
    const picture = pictures.part(element, box, 'formula', (said ?? tex ?? '').replace(/\s+/g, ' ').trim());
    const css = tools.style(element);
    const paint = tools.paint(css.color, element);
    const math = element.querySelector('math');
    const letters = element.querySelector('.katex-html') ?? element;
    const bases = [...element.querySelectorAll('.katex-html > .katex-base, .katex-html > .base')].map((base) =>
      base.getBoundingClientRect(),
    );
    const [left, right] = [Math.min(...bases.map((base) => base.left)), Math.max(...bases.map((base) => base.right))];
    const [top, bottom] = [Math.min(...bases.map((base) => base.top)), Math.max(...bases.map((base) => base.bottom))];
    const rect = tools.place(bases.length === 0 ? box : { left, top, width: right - left, height: bottom - top });
    const isDisplay = element.classList.contains('katex-display');
    const size = Number.parseFloat(tools.style(letters).fontSize);
    items.push({
      ...picture,
      ...(math &&
        paint && { formula: { rect, mathml: math.outerHTML, size, paint, lang: tools.lang(element), isDisplay } }),
    });
  };
  const atom = (element: Element): void => visit(element);
  const text = (holder: Element, nodes: readonly Node[]): void => {
    const behind = items.length;
    const later: Element[] = [];
    const flow = flows.read(holder, nodes, (element) => later.push(element));
    const isTitle = !titled && isTitleIn(holder.closest('h1, h2, h3'));
    const isEmpty = flow?.paragraphs.every(({ lines }) =>
      lines.every((line) => line.every(({ gap }) => gap !== undefined)),
    );
    if (flow && isEmpty !== true) {
      titled ||= isTitle;
      const isFoot = holder.closest('#deck > section > footer') !== null;
      const isMarker = holder.closest('.where > .marker') !== null;
      const plain = isMarker ? 'marker' : flow.isList ? 'list' : 'text';
      const role = isTitle ? 'title' : isFoot ? 'footer' : plain;
      items.splice(behind, 0, {
        kind: 'text',
        role,
        rect: flow.rect,
        paragraphs: flow.paragraphs,
      });
    }
    for (const element of later) atom(element);
  };

  const leaf = (element: Element): boolean => {
    if (element instanceof HTMLImageElement) {
      const item = pictures.image(element);
      if (item && tools.style(element).visibility === 'visible') items.push(item);
      return true;
    }
    if (element instanceof SVGSVGElement) {
      const item = drawingOf(element);
      if (item) items.push(item);
      return true;
    }
    if (
      element.classList.contains('katex-display') ||
      element.classList.contains('katex') ||
      element.tagName === 'math'
    ) {
      formula(element);
      return true;
    }
    if (element instanceof HTMLTableElement) {
      const later: Element[] = [];
      const table = tableOf(element, (part) => later.push(part));
      if (table) items.push(table);
      for (const part of later) atom(part);
      return true;
    }
    if (element.tagName === 'PRE') {
      const code = codeOf(element);
      for (const line of element.querySelectorAll('.line')) items.push(...boxes.read(line));
      if (code) items.push(code);
      return true;
    }
    return false;
  };
  /** What an element holds appears with it, unless a part of it comes later. */
  const visit = (element: Element): void => {
    const from = items.length;
    visitParts(element);
    const step = tools.step(element);
    if (step > 0) items = items.map((item, i) => (i < from || item.step !== undefined ? item : { ...item, step }));
  };
  const visitParts = (element: Element): void => {
    if (!tools.seen(element) || /^(?:SCRIPT|STYLE|TEMPLATE)$/.test(element.tagName)) return;
    if (element instanceof HTMLElement) items.push(...boxes.read(element));
    if (leaf(element)) return;
    if (flows.isFlow(element)) {
      text(element, [...element.childNodes]);
      return;
    }
    let row: Node[] = [];
    const flush = (): void => {
      if (row.some((node) => (node.textContent ?? '').trim() !== '')) text(element, row);
      row = [];
    };
    const isRow = !/flex|grid/.test(tools.style(element).display);
    const generated = (which: '::before' | '::after'): void => {
      const item = generatedOf(element, which);
      if (item) items.push(item);
    };
    generated('::before');
    for (const child of element.childNodes) {
      const isInline =
        child instanceof Text ||
        (isRow && child instanceof Element && tools.style(child).display === 'inline' && !runs.isAtom(child));
      if (isInline) row.push(child);
      else {
        flush();
        if (child instanceof Element) visit(child);
      }
    }
    flush();
    generated('::after');
  };
  const first = (families: string): string => (families.split(',')[0] ?? '').trim().replace(/^["']|["']$/g, '');
  const number = (section: Element): void => {
    const css = getComputedStyle(section, '::after');
    const said = /^"(.*)"$/.exec(css.content)?.[1];
    const around = section.getBoundingClientRect();
    const size = Number.parseFloat(css.fontSize);
    const paint = tools.paint(css.color, section);
    if (said === undefined || said === '' || css.display === 'none' || !paint) return;
    // On a picture it has a ground of its own.
    const fill = tools.paint(css.backgroundColor, section);
    const [above, below] = [Number.parseFloat(css.paddingTop) || 0, Number.parseFloat(css.paddingBottom) || 0];
    const [before, after] = [Number.parseFloat(css.paddingLeft) || 0, Number.parseFloat(css.paddingRight) || 0];
    const pitch = Number.parseFloat(css.lineHeight) || size * 1.25;
    const width = Number.parseFloat(css.width) || size * 2;
    const corner = around.left + Number.parseFloat(css.left);
    const left = corner + before;
    const bottom = around.bottom - Number.parseFloat(css.bottom);
    const middle = bottom - below - pitch / 2;
    const height = above + pitch + below;
    const room = tools.place({ left: corner, top: bottom - height, width: before + width + after, height });
    if (fill) items.push({ kind: 'box', shape: 'rect', radius: 0, rect: room, fill });
    // Letters are a third higher than their size.
    const top = runs.topOf(middle + size * 1.326 * (0.5 - runs.depthOf(css)), size, pitch);
    const isRtl = css.direction === 'rtl';
    const look = { font: first(css.fontFamily), size, bold: false, italic: false, paint, lang: tools.lang(section) };
    const paragraph: Paragraph = {
      lines: [[{ ...look, text: said }]],
      align: isRtl ? 'l' : 'r',
      rtl: isRtl,
      pitch,
      before: 0,
      inset: 0,
      hang: 0,
      level: 0,
    };
    const rect = tools.place({ left: left - 30, top, width: width + 30, height: pitch });
    items.push({
      kind: 'text',
      role: 'number',
      rect: isRtl ? { ...rect, x: rect.x + 30 } : rect,
      paragraphs: [paragraph],
    });
  };
  const tokensOf = (section: Element): SceneSlide['tokens'] => {
    const css = tools.style(section);
    const entries = names.flatMap((name): [string, Paint][] => {
      const paint = tools.paint(css.getPropertyValue(`--${name}`).trim() || 'transparent', section);
      return paint ? [[name, paint]] : [];
    });
    return Object.fromEntries(entries);
  };
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- elements may bear the names of methods
  const sections = [...Document.prototype.querySelectorAll.call(document, '#deck > section')] as HTMLElement[];
  const slides = sections.map((section, index): SceneSlide => {
    tools.enter(section);
    pictures.enter(index);
    items = [];
    titled = false;
    const css = tools.style(section);
    const box = section.getBoundingClientRect();
    const ground = tools.paint(css.backgroundColor, section);
    const own = css.backgroundImage === 'none' ? [] : [pictures.ground(section, '', box)];
    items.push(...own);
    const isWhole = (item: Item): boolean =>
      'rect' in item && item.rect.w >= box.width - 1 && item.rect.h >= box.height - 1;
    const before = boxes.read(section).filter((item) => !isWhole(item));
    items.push(...before);
    for (const child of section.children) visit(child);
    number(section);
    return {
      id: section.id,
      layout: section.dataset.layout ?? '',
      width: box.width,
      height: box.height,
      lang: tools.lang(section),
      ...(ground && { ground }),
      items,
      words: section.innerText,
      tokens: tokensOf(section),
      fonts: { title: first(css.getPropertyValue('--font-title')), text: first(css.getPropertyValue('--font-text')) },
    };
  });
  return { slides, sources: pictures.sources };
}

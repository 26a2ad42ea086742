/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** A rectangle in CSS pixels from the upper left corner of its slide: left, top, right, bottom. */
export type SlideBox = readonly [left: number, top: number, right: number, bottom: number];

/** What one slide says to someone who does not see it, as the laid-out page has it. */
export interface SlideFacts {
  /** Whether the slide is hidden from assistive technology as a whole: an earlier state of a slide with steps. */
  readonly isHidden: boolean;
  /** All text in reading order; what pictures and formulas say stands in their places. */
  readonly text: string;
  readonly figures: readonly { readonly label: string; readonly box: SlideBox }[];
  /** The text of each heading, in order; formulas as TeX between U+E0F0 and U+E0F1. */
  readonly headings: readonly string[];
  /** The text of each link, in order. */
  readonly links: readonly string[];
  /** Where footer, page number and section marker stand. */
  readonly pagination: readonly SlideBox[];
  /** Its language where it is not that of the document. */
  readonly lang?: string;
  /** Pictures with neither a text nor the word that they are ornament. */
  readonly unnamed: number;
}

/** Begins the label of a formula: a picture for Chrome, a formula for the file. No font has this character. */
export const formulaMark = '\ue0f0';

/**
 * Prepares the static deck for printing with tags. Runs in the page and uses nothing from around it.
 *
 * A formula becomes one picture with its words as label and nothing hidden inside: what is hidden inside a picture is not
 * tagged, and the formula would be gone from the structure. An empty cell gets a no-break space: without one it leaves
 * the structure, and its row shifts; so does a drawing without text. {@link undoTags} makes the page what it was.
 */
// eslint-disable-next-line max-lines-per-function -- the page knows nothing but this function
export function prepareTags(mark: string): void {
  // Elements of the document may bear the names of its own methods.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- only some overloads are
  const all = (selector: string): Element[] => [...Document.prototype.querySelectorAll.call(document, selector)];
  const undo: (() => void)[] = [];
  const set = (element: Element, attribute: string, value: string | undefined): void => {
    const before = element.getAttribute(attribute);
    if (value === undefined) element.removeAttribute(attribute);
    else element.setAttribute(attribute, value);
    undo.push(() => (before === null ? element.removeAttribute(attribute) : element.setAttribute(attribute, before)));
  };

  for (const formula of all('.katex')) {
    if (formula.closest('[role="img"]') !== null) continue;
    const tex = (formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent ?? '').trim();
    const words = formula.querySelector('math')?.getAttribute('aria-label') ?? tex;
    const spoken = formula.querySelector('.katex-mathml');
    if (spoken) undo.push(() => formula.prepend(spoken));
    spoken?.remove();
    for (const hidden of formula.querySelectorAll('[aria-hidden]')) set(hidden, 'aria-hidden', undefined);
    set(formula, 'role', 'img');
    set(formula, 'data-tex', mark + tex);
    set(formula, 'aria-label', mark + words.replace(/\s+/g, ' '));
  }
  for (const formula of all('math')) {
    if (formula.closest('.katex, [role="img"]') !== null) continue;
    const words = formula.getAttribute('aria-label') ?? formula.textContent ?? '';
    set(formula, 'role', 'img');
    set(formula, 'aria-label', mark + words.replace(/\s+/g, ' ').trim());
  }
  for (const cell of all('td, th')) {
    if (cell.textContent?.trim() !== '' || cell.querySelector('img, svg') !== null) continue;
    const space = document.createTextNode('\u00a0');
    cell.append(space);
    undo.push(() => space.remove());
  }
  // Chrome tags text and rasters alone: a drawing made of lines would leave the structure with what it is called.
  for (const drawing of all('svg[role="img"]')) {
    if (
      drawing.closest('[aria-hidden="true"]') !== null ||
      drawing.querySelector('text, image, foreignObject') !== null
    )
      continue;
    const { x, y, width, height } = (drawing as SVGSVGElement).viewBox.baseVal;
    const space = document.createElementNS('http://www.w3.org/2000/svg', 'text');
    space.setAttribute('x', String(x + width / 2));
    space.setAttribute('y', String(y + height / 2));
    space.textContent = '\u00a0';
    drawing.append(space);
    undo.push(() => space.remove());
  }
  // A plain span leaves no element, and its language would be lost; emphasis becomes a plain span in the file.
  for (const part of all(':is(#deck, #paper) :is(span, i)[lang]:not([role])')) set(part, 'role', 'emphasis');
  // Soft hyphens at which no line ends would part the words for those who search or copy.
  const text = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);
  const without: (readonly [Text, string])[] = [];
  const rowOf = (node: Text, at: number): number => {
    const range = document.createRange();
    range.setStart(node, at);
    range.setEnd(node, at + 1);
    // The first letter of a line has the end of the line before as a box of its own.
    return [...range.getClientRects()].at(-1)?.top ?? 0;
  };
  for (let node = text.nextNode(); node; node = text.nextNode()) {
    if (!(node instanceof Text) || !node.data.includes('\u00ad')) continue;
    const hyphenated = node;
    const data = node.data.replaceAll(/(?<=.)\u00ad(?=.)/gs, (hyphen, at: number) =>
      Math.abs(rowOf(hyphenated, at - 1) - rowOf(hyphenated, at + 1)) < 1 ? '' : hyphen,
    );
    without.push([node, data]);
  }
  /** Where the lines of a text lie, and how wide they are. */
  const linesOf = (node: Text): readonly DOMRect[] => {
    const range = document.createRange();
    range.selectNodeContents(node);
    return [...range.getClientRects()];
  };
  const isSame = (a: DOMRect, b: DOMRect | undefined): boolean => b !== undefined && Math.abs(a.width - b.width) < 3;
  const replaced = without.map(([node, data]) => {
    const before = linesOf(node);
    // A new node: Chrome keeps the places of letters in a node that it knows.
    return { node, other: document.createTextNode(data), before };
  });
  for (const { node, other } of replaced) node.replaceWith(other);
  // With fewer places to break at, Chrome may balance the lines another way: such a text keeps all its hyphens.
  const blockOf = (node: Node): Element | null => {
    let block = node.parentElement;
    while (block && getComputedStyle(block).display.startsWith('inline')) block = block.parentElement;
    return block;
  };
  const moved = new Set<Element | null>();
  for (const { other, before } of replaced) {
    const after = linesOf(other);
    if (before.length !== after.length || !before.every((line, i) => isSame(line, after[i]))) moved.add(blockOf(other));
  }
  for (const { node, other } of replaced) {
    if (moved.has(blockOf(other))) other.replaceWith(node);
    else undo.push(() => other.replaceWith(node));
  }
  for (const figure of all('figure:not([role])')) set(figure, 'role', 'none');
  for (const part of all('#deck > section > footer, #deck > section > header, .marker'))
    set(part, 'aria-hidden', 'true');
  Object.assign(globalThis, { lecternUndoTags: () => undo.toReversed().forEach((step) => step()) });
}

/** Makes the page what it was before {@link prepareTags}. */
export const undoTags = 'globalThis.lecternUndoTags()';

/**
 * Tells what the tags of each slide, or of the one text of a document, must say. Runs in the prepared page and uses nothing
 * from around it.
 */
// eslint-disable-next-line max-lines-per-function -- the page knows nothing but this function
export function readSlides(): readonly SlideFacts[] {
  // Elements of the document may bear the names of its own methods.
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- only some overloads are
  const all = (selector: string): Element[] => [...Document.prototype.querySelectorAll.call(document, selector)];
  const name = (element: Element): string => {
    const by = element.getAttribute('aria-labelledby');
    if (by !== null) {
      const parts = by
        .split(/\s+/)
        .map((id) => Document.prototype.getElementById.call(document, id)?.textContent?.trim() ?? '');
      return parts.filter((part) => part !== '').join(' ');
    }
    return element.getAttribute('aria-label') ?? element.getAttribute('alt') ?? '';
  };
  const isOrnament = (element: Element): boolean => element.closest('[aria-hidden="true"]') !== null;

  /** Text that only assistive technology meets in HTML is not painted, and what is not painted has no tags. */
  const isPainted = (element: Element): boolean => {
    const style = getComputedStyle(element);
    if (style.display === 'none' || style.visibility !== 'visible') return style.display === 'contents';
    return !/^inset\((?:[5-9]\d|100)/.test(style.clipPath);
  };
  const generated = (element: Element, which: '::before' | '::after'): string =>
    /^"((?:[^"\\]|\\.)*)"$/.exec(getComputedStyle(element, which).content)?.[1] ?? '';
  const boxOf = (element: Element, slide: DOMRect): SlideBox => {
    const { left, top, right, bottom } = element.getBoundingClientRect();
    return [left - slide.left, top - slide.top, right - slide.left, bottom - slide.top];
  };

  const headingOf = (node: Node): string => {
    if (node instanceof Text) return node.data;
    if (node instanceof Element && node.classList.contains('katex'))
      return `${node.getAttribute('data-tex') ?? ''}\ue0f1`;
    return Array.from(node.childNodes, headingOf).join('');
  };

  return all('#deck > section, #paper').map((section): SlideFacts => {
    const slide = section.getBoundingClientRect();
    const figures: { label: string; box: SlideBox }[] = [];
    const links: string[] = [];
    const headings: string[] = [];
    let unnamed = 0;
    let text = '';
    const read = (node: Node): void => {
      if (node instanceof Text) text += node.data;
      if (!(node instanceof Element) || node.getAttribute('aria-hidden') === 'true' || !isPainted(node)) return;
      const isImage = node.tagName === 'IMG';
      if (isImage || node.getAttribute('role') === 'img') {
        const label = name(node);
        if (label !== '') figures.push({ label, box: boxOf(node, slide) });
        else if (node.getAttribute('alt') === null && !node.matches('[role="presentation"], [role="none"]')) unnamed++;
        text += label;
        return;
      }
      if (/^H[1-6]$/.test(node.tagName)) headings.push(headingOf(node));
      if (node.tagName === 'A') links.push(node.textContent?.replace(/\s+/g, ' ').trim() ?? '');
      if (node !== section) text += generated(node, '::before');
      for (const child of node.childNodes) read(child);
      if (node !== section) text += generated(node, '::after');
    };
    const isHidden = isOrnament(section);
    if (!isHidden) read(section);
    const running = section.querySelectorAll(':scope > footer, :scope > header, .marker');
    const number = getComputedStyle(section, '::after');
    const below = slide.height - Number.parseFloat(number.bottom) - Number.parseFloat(number.height);
    const pages: readonly SlideBox[] =
      Number.isFinite(below) && number.content !== 'none' ? [[0, below, slide.width, slide.height]] : [];
    const pagination = [...Array.from(running, (part) => boxOf(part, slide)), ...pages];
    const lang = section.getAttribute('lang');
    return { isHidden, text, figures, headings, links, pagination, unnamed, ...(lang === null ? {} : { lang }) };
  });
}

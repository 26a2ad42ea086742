import { element, findElement, hasClass, isElement, readHtml, wordsOfNodes } from './tree.ts';
import type { HtmlElement, HtmlNode } from './tree.ts';

/** How a slide is to be read. */
export interface ReadingWish {
  /** Whether pictures stay in the text; else only what they say is told. */
  readonly pictures: boolean;
  /** Formulas as MathML, for pages that scroll, or as they are set on the slide, for paper. */
  readonly formulas: 'mathml' | 'set';
  /** Level of headings within the slide. */
  readonly level: number;
  /** The word above what a picture says, where it stands beneath the picture. */
  readonly description?: string;
}

/** A picture of a slide with its words. */
interface ReadPicture {
  /** What those hear who do not see it; empty for ornament. */
  readonly alt: string;
  readonly element: HtmlElement;
}

/** A slide as a text to read: its words, without its layout. */
export interface SlideText {
  /** The nodes of its title; none when it has none. */
  readonly title: readonly HtmlNode[];
  readonly body: readonly HtmlNode[];
  readonly pictures: readonly ReadPicture[];
}

/** What a slide repeats on every slide, or says twice. */
const repeated = new Set(['marker', 'apart']);
const repeatedElements = new Set(['footer', 'header', 'annotation', 'style', 'title']);
/** Elements without a meaning of their own. */
const plain = new Set(['div', 'span', 'section', 'figure']);
const blocks = new Set(
  'p div svg ul ol li dl dt dd table thead tbody tr th td pre blockquote figure figcaption details h1 h2 h3 h4 h5 h6 hr section math'.split(
    ' ',
  ),
);
/** Attributes that mean something without the layout's style sheet. */
const kept = new Set(['lang', 'dir', 'href', 'colspan', 'rowspan', 'scope', 'start', 'type', 'aria-label', 'role']);
const isHeading = ({ name }: HtmlElement): boolean => /^h[1-6]$/.test(name);
const isPicture = ({ name, attributes }: HtmlElement): boolean =>
  name === 'svg' || (name === 'img' && attributes.class !== 'emoji');

/** What those hear who do not see a picture. */
function describedAs(picture: HtmlElement): string {
  const { attributes, children } = picture;
  if (attributes['aria-hidden'] === 'true') return '';
  const spoken = attributes.alt ?? attributes['aria-label'];
  if (spoken !== undefined) return spoken.replace(/\s+/g, ' ').trim();
  const inside = (name: string) => children.find((node) => isElement(node) && node.name === name);
  const found = inside('desc') ?? inside('title');
  return found && isElement(found) ? wordsOfNodes(found.children) : '';
}

class Reader {
  readonly pictures: ReadPicture[] = [];
  title: readonly HtmlNode[] | undefined;
  readonly #wish: ReadingWish;

  constructor(wish: ReadingWish) {
    this.#wish = wish;
  }

  read(nodes: readonly HtmlNode[]): readonly HtmlNode[] {
    return nodes.flatMap((node) => (isElement(node) ? this.#element(node) : [node]));
  }

  #element(node: HtmlElement): readonly HtmlNode[] {
    if (hasClass(node, 'katex')) return this.#formula(node);
    if (isPicture(node)) return this.#picture(node);
    // A small sign is a letter of its line: without its address and alternative it would be lost.
    if (node.name === 'img') return [node];
    const isRepeated = [...repeated].some((name) => hasClass(node, name));
    if (isRepeated || repeatedElements.has(node.name) || node.attributes['aria-hidden'] === 'true') return [];
    if (hasClass(node, 'data-table') && !this.#wish.pictures) return [];
    if (isHeading(node)) return this.#heading(node);
    const isNumbered = node.name === 'ol' ? numberOf(node) : undefined;
    const children = this.read(isNumbered === undefined ? node.children : withoutNumbers(node));
    if (plain.has(node.name) && node.name !== 'figure') return opened(node, children);
    if (node.name === 'figure') return this.#wish.pictures ? [{ ...node, attributes: {}, children }] : children;
    const made = { ...node, attributes: { ...attributesOf(node), ...isNumbered }, children };
    return isEmpty(made) ? [] : [made];
  }

  #formula(node: HtmlElement): readonly HtmlNode[] {
    if (this.#wish.formulas === 'set') return [node];
    const math = findElement([node], ({ name }) => name === 'math');
    return math ? [{ ...math, children: withoutSource(math.children) }] : [node];
  }

  #picture(node: HtmlElement): readonly HtmlNode[] {
    const alt = describedAs(node);
    this.pictures.push({ alt, element: node });
    if (!this.#wish.pictures) return [];
    const { description } = this.#wish;
    if (alt === '' || description === undefined) return [node];
    const summary = element('summary', [{ text: description }]);
    return [node, element('details', [summary, element('p', [{ text: alt }])], { class: 'described' })];
  }

  /** The first heading is the title of the slide, wherever it stands. */
  #heading(node: HtmlElement): readonly HtmlNode[] {
    const children = this.read(node.children);
    if (this.title === undefined && node.name < 'h4') {
      this.title = children;
      return [];
    }
    return [element(`h${this.#wish.level}`, children, attributesOf(node))];
  }
}

const attributesOf = ({ attributes }: HtmlElement): HtmlElement['attributes'] =>
  Object.fromEntries(
    Object.entries(attributes).filter(
      ([name, value]) => kept.has(name) && !(name === 'href' && value.startsWith('#')) && name !== 'role',
    ),
  );

/** A formula without the TeX that it was made from. */
const withoutSource = (nodes: readonly HtmlNode[]): readonly HtmlNode[] =>
  nodes.flatMap((node): readonly HtmlNode[] => {
    if (!isElement(node)) return [node];
    return node.name === 'annotation' ? [] : [{ ...node, children: withoutSource(node.children) }];
  });

/** A box of the layout gives way to what it holds; words alone in it become a paragraph. */
function opened(node: HtmlElement, children: readonly HtmlNode[]): readonly HtmlNode[] {
  const { lang } = node.attributes;
  const isBox = node.name !== 'span';
  const isSpoken = lang !== undefined || hasClass(node, 'evidence');
  if (!isBox) {
    if (!isSpoken) return children;
    return [element('span', children, { ...(lang === undefined ? { class: 'evidence' } : { lang }) })];
  }
  if (children.every((child) => (isElement(child) ? !blocks.has(child.name) : true)))
    return wordsOfNodes(children) === '' && !children.some(isElement)
      ? []
      : [element('p', children, lang === undefined ? {} : { lang })];
  if (lang !== undefined) return [element('div', children, { lang })];
  return children.filter((child) => isElement(child) || child.text.trim() !== '');
}

const mayBeEmpty = new Set(['br', 'hr', 'td', 'th', 'img']);

const isEmpty = ({ name, children }: HtmlElement): boolean =>
  !mayBeEmpty.has(name) && wordsOfNodes(children) === '' && !findElement(children, () => true);

/** The box at the start of an item that holds its number or letter, as layouts write them. */
const numberBox = (item: HtmlElement): HtmlElement | undefined => {
  const first = item.children.find(isElement);
  return first?.name === 'div' && /^(?:\d+|[A-Z])$/.test(wordsOfNodes(first.children)) ? first : undefined;
};

/** Numbers that a layout writes at the start of each item become those of the list. */
function numberOf(list: HtmlElement): HtmlElement['attributes'] | undefined {
  const items = list.children.filter(isElement);
  const texts = items.map((item) => wordsOfNodes(numberBox(item)?.children ?? []));
  const places = texts.map((text) => (/^[A-Z]$/.test(text) ? text.charCodeAt(0) - 64 : Number.parseInt(text, 10)));
  const [start = Number.NaN] = places;
  if (items.length === 0 || !places.every((place, i) => place === start + i)) return undefined;
  const kind = /^[A-Z]$/.test(texts[0] ?? '') ? { type: 'A' } : {};
  return { ...kind, ...(start === 1 ? {} : { start: String(start) }) };
}

const withoutNumbers = (list: HtmlElement): readonly HtmlNode[] =>
  list.children.map((item) => {
    if (!isElement(item)) return item;
    const box = numberBox(item);
    return { ...item, children: item.children.filter((child) => child !== box) };
  });

/** The parts of a title that continues: "Title (2/3)". */
export const partOf = (title: string): { readonly whole: string; readonly part: number } => {
  const [, whole, part] = /^(.*) \((\d+)\/\d+\)$/s.exec(title) ?? [];
  return { whole: whole ?? title, part: Number(part ?? 1) };
};

/** Turns a rendered slide into a text to read. */
export function readSlide(html: string, wish: ReadingWish): SlideText {
  const reader = new Reader(wish);
  const body = reader.read(readHtml(html).flatMap((node) => (isElement(node) ? node.children : [])));
  return {
    title: reader.title ?? [],
    body: body.filter((node) => isElement(node) || node.text.trim() !== ''),
    pictures: reader.pictures,
  };
}

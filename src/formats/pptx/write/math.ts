import { isElement, readHtml, type HtmlElement, type HtmlNode } from '../../../documents/index.ts';
import { el, xmlText } from './xml.ts';

/** A part of a formula that Office cannot show as it is: then the whole is a picture. */
class NotExact extends Error {}

/** Signs that take what follows them: sums, products, integrals. */
const large = new Set('∑∏∐∫∬∭∮⋃⋂⋁⋀⨁⨂⨀⨄⨆');
const unseen = new Set(['\u2061', '\u2062', '\u2063', '\u2064', '\u200b', '']);
const accents = new Map(
  Object.entries({ '^': '\u0302', 'ˆ': '\u0302', '~': '\u0303', '˜': '\u0303', '→': '\u20d7', '⃗': '\u20d7', '˙': '\u0307', '¨': '\u0308', 'ˇ': '\u030c' }),
); // prettier-ignore
const bars = new Set(['‾', '¯', 'ˉ', '―', '_', '\u0332']);
const braces = new Set(['⏞', '⏟', '⏠', '⏡', '⎴', '⎵']);
const scripts = new Map(
  Object.entries({ 'double-struck': 'double-struck', script: 'script', fraktur: 'fraktur', 'sans-serif': 'sans-serif', monospace: 'monospace' }),
); // prettier-ignore

const textIn = (node: HtmlNode): string =>
  isElement(node) ? node.children.map(textIn).join('') : 'text' in node ? node.text : '';
const value = (name: string, val: string | number): string => el(`m:${name}`, { 'm:val': val });

/** The parts of a formula that count: without notes for other programs, and without rows that only hold one. */
function partsOf(nodes: readonly HtmlNode[]): readonly HtmlElement[] {
  return nodes.filter(isElement).flatMap((node): readonly HtmlElement[] => {
    if (node.name === 'annotation' || node.name === 'annotation-xml') return [];
    if (['semantics', 'mstyle', 'mpadded', 'math'].includes(node.name)) return partsOf(node.children);
    if (node.name === 'mrow' && !isFenced(node)) return partsOf(node.children);
    return [node];
  });
}

const isFence = (node: HtmlElement | undefined): boolean => node?.name === 'mo' && node.attributes.fence === 'true';

function isFenced({ children }: HtmlElement): boolean {
  const own = children.filter(isElement);
  return own.length > 1 && isFence(own[0]) && isFence(own.at(-1));
}

type Look = (style: { readonly italic: boolean; readonly bold: boolean }) => string;

/** A letter without width, where Office would show an empty box. */
const nothing = '<m:r><m:rPr><m:nor/></m:rPr><m:t>\u200b</m:t></m:r>';

const between = new Set('=+−-<>≤≥≈≡∼≠→⇒⇔∈⊂⊆×⋅·'.split(''));
const isBetween = (part: HtmlElement | undefined): boolean => part?.name === 'mo' && between.has(textIn(part).trim());

/** Writes formulas; `look` is how their letters look. */
class MathWriter {
  readonly #look: Look;

  constructor(look: Look) {
    this.#look = look;
  }

  row(nodes: readonly HtmlNode[]): string {
    const parts = partsOf(nodes);
    // A sign that has nothing on its left is an error to some programs.
    let written = isBetween(parts[0]) && parts.length > 1 ? nothing : '';
    for (let i = 0; i < parts.length; i++) {
      const part = parts[i];
      if (!part) continue;
      const operator = this.#operator(part);
      if (operator === undefined) written += this.#part(part);
      else {
        const next = parts[i + 1];
        const isTaken = next !== undefined && next.name !== 'mo' && this.#operator(next) === undefined;
        written += operator(isTaken ? this.#part(next) : nothing);
        if (isTaken) i++;
      }
    }
    return written;
  }

  /** A sum or integral with its limits; it waits for what it takes. */
  #operator({ name, children }: HtmlElement): ((taken: string) => string) | undefined {
    const [base, one, two] = children.filter(isElement);
    const sign = base && textIn(base).trim();
    if (!['msub', 'msup', 'msubsup', 'munder', 'mover', 'munderover'].includes(name)) return undefined;
    if (base?.name !== 'mo' || sign === undefined || !large.has(sign)) return undefined;
    const isUp = name === 'msup' || name === 'mover';
    const [low, high] = isUp ? [undefined, one] : [one, two];
    const properties = el(
      'm:naryPr',
      {},
      value('chr', sign),
      value('limLoc', name.startsWith('ms') ? 'subSup' : 'undOvr'),
      low ? '' : value('subHide', 1),
      high ? '' : value('supHide', 1),
    );
    const limit = (at: string, node: HtmlElement | undefined): string =>
      el(`m:${at}`, {}, node ? this.row([node]) : '');
    return (taken) => el('m:nary', {}, properties, limit('sub', low), limit('sup', high), el('m:e', {}, taken));
  }

  #run(text: string, style: string, script?: string): string {
    const shown = Array.from(text.replaceAll('\u00a0', ' '))
      .filter((sign) => !unseen.has(sign))
      .join('');
    if (shown === '') return '';
    const isNormal = style === 'nor';
    const properties = isNormal
      ? '<m:nor/>'
      : (script === undefined ? '' : value('scr', script)) + (style === 'i' ? '' : value('sty', style));
    const look = this.#look({ italic: style === 'i' || style === 'bi', bold: style.startsWith('b') });
    return el(
      'm:r',
      {},
      properties === '' ? '' : el('m:rPr', {}, properties),
      look,
      el('m:t', { 'xml:space': 'preserve' }, xmlText(shown)),
    );
  }

  #letter(node: HtmlElement): string {
    const text = textIn(node).trim();
    const variant = node.attributes.mathvariant ?? (Array.from(text).length === 1 ? 'italic' : 'normal');
    const script = scripts.get(variant);
    if (script !== undefined) return this.#run(text, 'p', script);
    const styles = new Map(Object.entries({ italic: 'i', normal: 'p', bold: 'b', 'bold-italic': 'bi' }));
    const style = styles.get(variant);
    if (style === undefined) throw new NotExact();
    return this.#run(text, style);
  }

  #part(node: HtmlElement): string {
    const children = node.children.filter(isElement);
    const [one, two, three] = children;
    const slot = (name: string, part: HtmlElement | undefined): string =>
      el(`m:${name}`, {}, this.#inside(part ? [part] : []));
    switch (node.name) {
      case 'mi':
        return this.#letter(node);
      case 'mn':
      case 'mo':
        return this.#run(textIn(node).trim(), 'p');
      case 'mtext':
        return this.#run(textIn(node), 'nor');
      case 'mspace':
        return Number.parseFloat(node.attributes.width ?? '0') > 0.25 ? this.#run(' ', 'p') : '';
      case 'mrow':
        return this.#fence(children);
      case 'mfrac': {
        const isBare = ['0', '0px', '0em'].includes(node.attributes.linethickness ?? '');
        return el('m:f', {}, isBare ? el('m:fPr', {}, value('type', 'noBar')) : '', slot('num', one), slot('den', two));
      }
      case 'msup':
        return el('m:sSup', {}, slot('e', one), slot('sup', two));
      case 'msub':
        return el('m:sSub', {}, slot('e', one), slot('sub', two));
      case 'msubsup':
        return el('m:sSubSup', {}, slot('e', one), slot('sub', two), slot('sup', three));
      case 'msqrt':
        return el(
          'm:rad',
          {},
          el('m:radPr', {}, value('degHide', 1)),
          '<m:deg/>',
          el('m:e', {}, this.row(node.children)),
        );
      case 'mroot':
        return el('m:rad', {}, slot('deg', two), slot('e', one));
      case 'mover':
        return this.#over(one, two, 'top');
      case 'munder':
        return this.#over(one, two, 'bot');
      case 'munderover':
        return el(
          'm:limUpp',
          {},
          el('m:e', {}, el('m:limLow', {}, slot('e', one), slot('lim', two))),
          slot('lim', three),
        );
      case 'mtable':
        return this.#table(node);
      default:
        throw new NotExact();
    }
  }

  /** What stands in a place that must not be empty. */
  #inside(nodes: readonly HtmlNode[]): string {
    const row = this.row(nodes);
    return row === '' ? nothing : row;
  }

  #fence(children: readonly HtmlElement[]): string {
    const sign = (at: number): string => textIn(children.at(at) ?? { name: '', attributes: {}, children: [] }).trim();
    const shown = (text: string): string => (text === '∣' ? '|' : text === '∥' ? '‖' : text);
    const properties = el('m:dPr', {}, value('begChr', shown(sign(0))), value('endChr', shown(sign(-1))));
    return el('m:d', {}, properties, el('m:e', {}, this.row(children.slice(1, -1))));
  }

  #over(base: HtmlElement | undefined, mark: HtmlElement | undefined, place: 'top' | 'bot'): string {
    const inside = el('m:e', {}, base ? this.row([base]) : '');
    const sign = mark?.name === 'mo' ? textIn(mark).trim() : '';
    const accent = accents.get(sign);
    if (accent !== undefined && place === 'top')
      return el('m:acc', {}, el('m:accPr', {}, value('chr', accent)), inside);
    if (bars.has(sign)) return el('m:bar', {}, el('m:barPr', {}, value('pos', place)), inside);
    if (braces.has(sign)) {
      const fit = value('vertJc', place === 'top' ? 'bot' : 'top');
      return el('m:groupChr', {}, el('m:groupChrPr', {}, value('chr', sign), value('pos', place), fit), inside);
    }
    const limit = el('m:lim', {}, mark ? this.row([mark]) : '');
    return el(place === 'top' ? 'm:limUpp' : 'm:limLow', {}, inside, limit);
  }

  #table({ attributes, children }: HtmlElement): string {
    const rows = children.filter(isElement).map((row) => {
      if (row.name !== 'mtr') throw new NotExact();
      return row.children.filter(isElement);
    });
    const width = Math.max(0, ...rows.map((cells) => cells.length));
    const sides = (attributes.columnalign ?? 'center').split(' ');
    const columns = Array.from({ length: width }, (_, i) =>
      el('m:mc', {}, el('m:mcPr', {}, value('count', 1), value('mcJc', sides[i] ?? sides.at(-1) ?? 'center'))),
    );
    // What stands left and right of a sign stands close to it.
    const isClose = sides.includes('right') && sides.includes('left');
    const gap = isClose ? value('cGpRule', 3) + value('cGp', 0) : '';
    const properties = el(
      'm:mPr',
      {},
      value('baseJc', 'center'),
      value('plcHide', 1),
      gap,
      el('m:mcs', {}, ...columns),
    );
    const cell = (node: HtmlElement | undefined): string => el('m:e', {}, this.#inside(node?.children ?? []));
    const lines = rows.map((cells) => el('m:mr', {}, ...Array.from({ length: width }, (_, i) => cell(cells[i]))));
    return el('m:m', {}, properties, ...lines);
  }
}

/**
 * A formula as Office writes it (Office Math, ECMA-376 part 1, 22.1), from its MathML.
 * @param look the properties of letters of a style.
 * @returns undefined when Office could not show it exactly.
 */
export function mathXml(mathml: string, look: Look): string | undefined {
  try {
    return el('m:oMath', {}, new MathWriter(look).row(readHtml(mathml)));
  } catch (error) {
    if (error instanceof NotExact) return undefined;
    throw error;
  }
}

import { readTags } from '../../parse/index.ts';
import { UnreadableFile } from '../model.ts';

/** An element of a formula as Word writes it. */
interface Element {
  readonly name: string;
  readonly value: string | undefined;
  readonly children: Element[];
  text: string;
}

/** A formula of a Word document: where it stands in the XML, its TeX, and whether it has a line of its own. */
export interface Formula {
  readonly at: readonly [start: number, end: number];
  readonly tex: string;
  readonly isDisplay: boolean;
}

/** Nobody nests formulas deeper; a document that does is made to harm. */
const deepest = 400;

/** Finds the formulas in the XML of a document and writes each as TeX. @throws UnreadableFile when one nests too deep. */
export function formulasIn(xml: string): readonly Formula[] {
  const found: Formula[] = [];
  const open: Element[] = [];
  let start = 0;
  readTags(xml, {
    open: (name, attributes, [from]) => {
      const isRoot = name === 'm:omathpara' || name === 'm:omath';
      if (open.length === 0 && !isRoot) return;
      if (open.length === 0) start = from;
      if (open.length > deepest) throw new UnreadableFile('a formula in it nests too deep');
      const element = { name: name.replace(/^\w+:/, ''), value: attributes.get('m:val'), children: [], text: '' };
      open.at(-1)?.children.push(element);
      open.push(element);
    },
    close: (_, [, to]) => {
      const element = open.pop();
      if (element === undefined || open.length > 0) return;
      const tex = texOf(element).replace(/\s+/g, ' ').trim();
      found.push({ at: [start, to], tex, isDisplay: element.name === 'omathpara' });
    },
    text: (text) => {
      const element = open.at(-1);
      if (element?.name === 't') element.text += text;
    },
    comment: () => undefined,
  });
  return found;
}

const signs: Readonly<Record<string, string>> = {
  '\\': '\\backslash ', '#': '\\#', $: '\\$', '%': '\\%', '&': '\\&', _: '\\_', '^': '\\hat{}', '~': '\\sim ', '{': '\\{', '}': '\\}',
  '−': '-', '\u2061': '', '\u2062': '', '\u2063': '', '\u200b': '',
}; // prettier-ignore
const operators: Readonly<Record<string, string>> = {
  '∑': '\\sum', '∏': '\\prod', '∐': '\\coprod', '∫': '\\int', '∬': '\\iint', '∭': '\\iiint', '∮': '\\oint', '⋃': '\\bigcup', '⋂': '\\bigcap',
}; // prettier-ignore
const accents: Readonly<Record<string, string>> = {
  '\u0300': 'grave', '\u0301': 'acute', '\u0302': 'hat', '\u0303': 'tilde', '\u0304': 'bar', '\u0305': 'overline', '\u0306': 'breve',
  '\u0307': 'dot', '\u0308': 'ddot', '\u030c': 'check', '\u20d7': 'vec', '^': 'hat', '~': 'tilde', '¯': 'bar', '→': 'vec', '˙': 'dot',
}; // prettier-ignore
const functions = new Set(
  'arccos arcsin arctan arg cos cosh cot coth csc deg det dim exp gcd hom inf ker lg lim ln log max min sec sin sinh sup tan tanh'.split(
    ' ',
  ),
);
const brackets: Readonly<Record<string, string>> = {
  '': '.', '{': '\\{', '}': '\\}', '‖': '\\|', '⌊': '\\lfloor', '⌋': '\\rfloor', '⌈': '\\lceil', '⌉': '\\rceil', '⟨': '\\langle', '⟩': '\\rangle', '〈': '\\langle', '〉': '\\rangle',
}; // prettier-ignore

const child = ({ children }: Element, name: string): Element | undefined => children.find((one) => one.name === name);
const part = (element: Element, name: string): string => group(child(element, name));
const group = (element: Element | undefined): string =>
  element === undefined ? '' : element.children.map(texOf).join('');
/** A setting of an element, in its `…Pr`. */
const setting = (element: Element, name: string): string | undefined =>
  child(element, `${element.name}pr`)?.children.find((one) => one.name === name)?.value;
const script = (sign: '_' | '^', tex: string): string => (tex === '' ? '' : `${sign}{${tex}}`);
const isOn = (value: string | undefined, isThere: boolean): boolean => isThere && value !== '0' && value !== 'off';

function run(element: Element): string {
  const text = element.children
    .filter(({ name }) => name === 't')
    .map((one) => one.text)
    .join('');
  const isNormal = child(element, 'rpr')?.children.some(({ name }) => name === 'nor') === true;
  if (functions.has(text.trim())) return `\\${text.trim()} `;
  const written = Array.from(text, (character) => signs[character] ?? character).join('');
  return isNormal && /\p{L}/u.test(text) ? `\\text{${text.replace(/[\\{}$#%&_^~]/g, ' ')}}` : written;
}

const rows = (element: Element, name: string): string =>
  element.children
    .filter((one) => one.name === name)
    .map((row) =>
      name === 'e'
        ? group(row)
        : row.children
            .filter((one) => one.name === 'e')
            .map(group)
            .join(' & '),
    )
    .join(' \\\\ ');

function delimited(element: Element): string {
  const sign = (name: string, usual: string): string => {
    const value = setting(element, name) ?? usual;
    return brackets[value] ?? value;
  };
  const inner = element.children
    .filter((one) => one.name === 'e')
    .map(group)
    .join(` ${sign('sepchr', '|')} `);
  return `\\left${sign('begchr', '(')} ${inner} \\right${sign('endchr', ')')}`;
}

function root(element: Element): string {
  const properties = child(element, 'radpr');
  const isHidden = properties?.children.some(({ name, value }) => name === 'deghide' && isOn(value, true)) === true;
  const degree = part(element, 'deg');
  return `\\sqrt${isHidden || degree === '' ? '' : `[${degree}]`}{${part(element, 'e')}}`;
}

function fraction(element: Element): string {
  const [above, below] = [part(element, 'num'), part(element, 'den')];
  const type = setting(element, 'type');
  if (type === 'lin' || type === 'skw') return `{${above}}/{${below}}`;
  return type === 'nobar' ? `{${above} \\atop ${below}}` : `\\frac{${above}}{${below}}`;
}

/** How each element is written; one that is not here is its parts. */
const writers: Readonly<Record<string, (element: Element) => string>> = {
  acc: (e) => `\\${accents[setting(e, 'chr') ?? '\u0302'] ?? 'hat'}{${part(e, 'e')}}`,
  bar: (e) => `\\${setting(e, 'pos') === 'top' ? 'overline' : 'underline'}{${part(e, 'e')}}`,
  borderbox: (e) => `\\boxed{${part(e, 'e')}}`,
  d: delimited,
  eqarr: (e) => `\\begin{aligned} ${rows(e, 'e')} \\end{aligned}`,
  f: fraction,
  func: (e) => `${part(e, 'fname')} ${part(e, 'e')}`,
  groupchr: (e) => `\\${setting(e, 'pos') === 'top' ? 'overbrace' : 'underbrace'}{${part(e, 'e')}}`,
  limlow: (e) => `${part(e, 'e').trim()}${script('_', part(e, 'lim'))}`,
  limupp: (e) => `${part(e, 'e').trim()}${script('^', part(e, 'lim'))}`,
  m: (e) => `\\begin{matrix} ${rows(e, 'mr')} \\end{matrix}`,
  nary: (e) => {
    const sign = setting(e, 'chr') ?? '∫';
    return `${operators[sign] ?? sign}${script('_', part(e, 'sub'))}${script('^', part(e, 'sup'))} ${part(e, 'e')}`;
  },
  phant: (e) => `\\phantom{${part(e, 'e')}}`,
  r: run,
  rad: root,
  spre: (e) => `{}${script('_', part(e, 'sub'))}${script('^', part(e, 'sup'))}${part(e, 'e')}`,
  ssub: (e) => `{${part(e, 'e')}}${script('_', part(e, 'sub'))}`,
  ssubsup: (e) => `{${part(e, 'e')}}${script('_', part(e, 'sub'))}${script('^', part(e, 'sup'))}`,
  ssup: (e) => `{${part(e, 'e')}}${script('^', part(e, 'sup'))}`,
};

function texOf(element: Element): string {
  const writer = writers[element.name];
  if (writer !== undefined) return writer(element);
  return element.name.endsWith('pr') ? '' : group(element);
}

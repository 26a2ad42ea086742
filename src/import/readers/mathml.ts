/** One element of a formula in MathML. */
interface MathNode {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: (MathNode | string)[];
}

const operators: Readonly<Record<string, string>> = {
  '−': '-', '×': '\\times ', '·': '\\cdot ', '⋅': '\\cdot ', '∑': '\\sum ', '∏': '\\prod ', '∫': '\\int ', '→': '\\to ', '∞': '\\infty ',
  '≤': '\\le ', '≥': '\\ge ', '≠': '\\ne ', '≈': '\\approx ', '±': '\\pm ', '∂': '\\partial ', '∈': '\\in ', '⇌': '\\rightleftharpoons ',
  '\u2061': '', '\u2062': '', '\u2063': '', '\u2064': '',
}; // prettier-ignore
const accents: Readonly<Record<string, string>> = {
  '¯': 'overline', '‾': 'overline', '^': 'hat', 'ˆ': 'hat', '→': 'vec', '⃗': 'vec', '~': 'tilde', '˙': 'dot', '.': 'dot',
}; // prettier-ignore
const letters: Readonly<Record<string, string>> = { π: '\\pi ', α: '\\alpha ', β: '\\beta ', γ: '\\gamma ', δ: '\\delta ', Δ: '\\Delta ', λ: '\\lambda ', μ: '\\mu ', σ: '\\sigma ', θ: '\\theta ', ω: '\\omega ', Ω: '\\Omega ', φ: '\\varphi ', ρ: '\\rho ', ε: '\\varepsilon ' }; // prettier-ignore

const escaped = (text: string): string =>
  text.replace(/[\\{}$&#%_^~]/g, (mark) => (mark === '\\' ? '\\backslash ' : `\\${mark}`));

/** Reads one formula element by element and gives it as TeX. */
export class MathReader {
  readonly #root: MathNode = { name: 'math', attributes: new Map(), children: [] };
  #open: MathNode[] = [this.#root];
  /** TeX that the formula itself brings. */
  #own = '';
  #hidden = 0;
  #isTex = false;

  open(name: string, attributes: ReadonlyMap<string, string>): void {
    if (name === 'annotation' || name === 'annotation-xml') {
      this.#hidden++;
      this.#isTex = /tex/i.test(attributes.get('encoding') ?? '');
    }
    if (this.#hidden > 0 || this.#open.length > 60) return;
    const node = { name, attributes, children: [] };
    this.#open.at(-1)?.children.push(node);
    if (name !== 'mspace' && name !== 'none' && name !== 'mprescripts') this.#open.push(node);
  }

  text(text: string): void {
    if (this.#isTex) this.#own += text;
    else if (this.#hidden === 0 && text.trim() !== '') this.#open.at(-1)?.children.push(text);
  }

  close(name: string): void {
    if (name === 'annotation' || name === 'annotation-xml') {
      this.#hidden = Math.max(0, this.#hidden - 1);
      this.#isTex = false;
    } else if (this.#hidden === 0) {
      const index = this.#open.findLastIndex((node) => node.name === name);
      if (index > 0) this.#open = this.#open.slice(0, index);
    }
  }

  /** The formula as TeX, on one line. */
  tex(): string {
    const tex = this.#own.trim() === '' ? inner(this.#root) : this.#own;
    return tex.replace(/\s+/g, ' ').trim();
  }
}

const inner = ({ children }: MathNode): string =>
  children.map((child) => (typeof child === 'string' ? escaped(child.trim()) : texOf(child))).join('');
const textOf = ({ children }: MathNode): string =>
  children
    .map((child) => (typeof child === 'string' ? child : textOf(child)))
    .join('')
    .trim();

/** The parts of an element that are elements themselves, as TeX. */
function partsOf({ children }: MathNode): readonly [string, string, string] {
  const [first = '', second = '', third = ''] = children.flatMap((child) =>
    typeof child === 'string' ? [] : [texOf(child)],
  );
  return [first, second, third];
}

function texOf(node: MathNode): string {
  const text = textOf(node);
  const [a, b, c] = node.name.startsWith('m') ? partsOf(node) : ['', '', ''];
  switch (node.name) {
    case 'mi':
      return letters[text] ?? (text.length > 1 ? `\\mathrm{${escaped(text)}}` : escaped(text));
    case 'mo':
      return operators[text] ?? escaped(text);
    case 'mtext':
    case 'ms':
      return `\\text{${escaped(text)}}`;
    case 'mspace':
      return '\\,';
    case 'mfrac':
      return `\\frac{${a}}{${b}}`;
    case 'msqrt':
      return `\\sqrt{${inner(node)}}`;
    case 'mroot':
      return `\\sqrt[${b}]{${a}}`;
    case 'msup':
      return `{${a}}^{${b}}`;
    case 'msub':
      return `{${a}}_{${b}}`;
    case 'msubsup':
      return `{${a}}_{${b}}^{${c}}`;
    case 'munderover':
      return `${a}_{${b}}^{${c}}`;
    case 'munder':
      return /^\\(?:sum|prod|int|mathrm\{lim\})/.test(a) ? `${a}_{${b}}` : `\\underset{${b}}{${a}}`;
    case 'mover': {
      const accent = accents[b.replace(/^\\to $/, '→').trim()];
      return accent === undefined ? `\\overset{${b}}{${a}}` : `\\${accent}{${a}}`;
    }
    case 'mfenced':
      return `\\left${node.attributes.get('open') ?? '('}${inner(node)}\\right${node.attributes.get('close') ?? ')'}`;
    case 'mtable':
      return `\\begin{matrix}${inner(node)}\\end{matrix}`;
    case 'mtr':
      return `${node.children.flatMap((cell) => (typeof cell === 'string' ? [] : [inner(cell)])).join(' & ')} \\\\ `;
    default:
      return inner(node);
  }
}

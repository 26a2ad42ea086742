import { attached, isDetached } from './scripts.ts';
import { isLeaf, onlyPart, type MathNode } from './tree.ts';
import type { Voice } from './voice.ts';

const closers: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}', '⟨': '⟩', '⌊': '⌋', '⌈': '⌉' };
const bars: Readonly<Record<string, string>> = { '∣': 'abs', '|': 'abs', '∥': 'norm', '‖': 'norm' };
/** Letters that stand for functions when a bracket follows. */
const functionLetter = /^(?:[fghFGHPuψφΨΦ]|\p{L}{2,})$/u;

/** Longer brackets are said sign by sign: nobody could follow, and one that never closes is not looked for to the end. */
const mostParts = 300;

/** Where the bracket that opens at `from` closes; -1 where it does not. */
function closing(parts: readonly MathNode[], from: number): number {
  const opener = parts[from]?.text ?? '';
  let depth = 0;
  for (let at = from; at < Math.min(parts.length, from + mostParts); at++) {
    const { name, text } = parts[at] ?? { name: '', text: '' };
    if (name !== 'mo') continue;
    if (text === opener) depth++;
    // Half-open intervals close with the other kind.
    else if (text === closers[opener] || (/[()[\]]/.test(text) && /[)\]]/.test(text) && depth === 1)) {
      depth--;
      if (depth === 0) return at;
    }
  }
  return -1;
}

/** Where the bar that stands at `from` has its fellow; -1 where it stands alone or means “given”. */
function otherBar(parts: readonly MathNode[], from: number): number {
  const { text, name, isFence } = parts[from] ?? { text: '', name: '', isFence: false };
  if (bars[text] === undefined || (name === 'mo' && !isFence)) return -1;
  const ahead = parts.slice(from + 2, from + mostParts);
  const found = ahead.findIndex((part) => part.text === text && part.name === name);
  return found < 0 ? -1 : found + from + 2;
}

const row = (parts: readonly MathNode[]): MathNode => ({
  name: 'mrow',
  kids: parts,
  text: '',
  isUpright: false,
  isFence: false,
  isAccent: false,
  isStack: false,
  notation: '',
});

const cellsOf = (on: Voice, line: MathNode): readonly string[] =>
  line.kids.map((cell) => cell.kids.map((kid) => on.row(kid)).join(' ')).filter((cell) => cell.trim() !== '');

/** Rows of formulas below one another. */
const lines = (on: Voice, table: MathNode): string => table.kids.map((line) => cellsOf(on, line).join(' ')).join('; ');

function matrix(on: Voice, table: MathNode): string {
  const all = table.kids.map((line) => cellsOf(on, line));
  const start = on.words.say('matrix', { a: String(all.length), b: String(Math.max(0, ...all.map((r) => r.length))) });
  const rows = all.map((cells, i) => `${on.words.say('row', { a: String(i + 1) })}: ${cells.join(', ')}`);
  return `${start}; ${rows.join('; ')}; ${on.words.say('matrix-end')}`;
}

function cases(on: Voice, table: MathNode): string {
  const all = table.kids.map((line) => cellsOf(on, line).join(', '));
  return `${on.words.say('cases', { a: String(all.length) })}: ${all.join('; ')}`;
}

const isTable = (node: MathNode): boolean => node.name === 'mtable';

/** A bracket with what it holds, and where the row goes on. */
function bracket(on: Voice, parts: readonly MathNode[], at: number): { said: string; next: number } | undefined {
  const { text, name } = parts[at] ?? { text: '', name: '' };
  const inner = parts[at + 1];
  if (name === 'mo' && text === '{' && inner !== undefined && isTable(inner) && parts[at + 2]?.text !== '}')
    return { said: cases(on, inner), next: at + 2 };
  const end = name === 'mo' && closers[text] !== undefined ? closing(parts, at) : otherBar(parts, at);
  if (end < 0) return undefined;
  const inside = parts.slice(at + 1, end);
  const next = end + 1;
  if (inner !== undefined && isTable(inner) && inside.length === 1) return { said: matrix(on, inner), next };
  if (inner?.isStack === true && inside.length === 1) return { said: on.part(inner), next };
  const a = on.row(row(inside));
  const bar = bars[text];
  if (bar !== undefined) return { said: on.words.say(bar, { a }), next };
  const [open, close] = [openWord(on, text), on.words.say('close')];
  return { said: `${open} ${a} ${close}`, next };
}

const openWord = (on: Voice, text: string): string =>
  on.words.say(text === '[' ? 'open-square' : text === '{' ? 'open-brace' : 'open');

/** `f(x)`: a function of what follows in brackets. */
function application(on: Voice, parts: readonly MathNode[], at: number): { said: string; next: number } | undefined {
  const node = parts[at];
  if (node === undefined || parts[at + 1]?.text !== '(') return undefined;
  const base = /^msu[bp]|^msubsup$/.test(node.name) && node.kids[0] ? onlyPart(node.kids[0]) : node;
  if (base.name !== 'mi' || !functionLetter.test(base.text)) return undefined;
  const end = closing(parts, at + 1);
  if (end < 0) return undefined;
  const inside = parts.slice(at + 2, end);
  const isShort = inside.length > 0 && inside.every(isArgument);
  const args = on.row(row(inside));
  const b = isShort ? args : `${on.words.say('open')} ${args} ${on.words.say('close')}`;
  return { said: on.words.say('of', { a: on.part(node), b }), next: end + 1 };
}

/** What may stand in brackets without words for them. */
const isArgument = (part: MathNode): boolean =>
  (isLeaf(part) && (part.name !== 'mo' || /^[,;∣]$/.test(part.text))) || part.name === 'msub';

/** What raised or lowered characters that follow it may belong to. */
const canBear = (node: MathNode | undefined): node is MathNode =>
  node !== undefined && isLeaf(node) && (node.name !== 'mo' || /[)\]]/.test(node.text));

const isUprightLetter = (node: MathNode | undefined): boolean =>
  node?.name === 'mi' && node.isUpright && /^\p{L}$/u.test(node.text);

/** A row in words, its brackets and functions found. */
export function rowWords(on: Voice, parts: readonly MathNode[]): string {
  const said: string[] = [];
  for (let at = 0; at < parts.length;) {
    const node = parts[at];
    if (node === undefined) break;
    const before = parts[at - 1];
    const found = application(on, parts, at) ?? bracket(on, parts, at);
    if (found) {
      said.push(found.said);
      at = found.next;
      continue;
    }
    if (isTable(node)) said.push(lines(on, node));
    else if (isDetached(node) && canBear(before) && said.length > 0)
      said.push(on.part(attached(node, { ...before, text: said.pop() ?? '', name: 'mtext' })));
    // The letters of a unit or a name make one word.
    else if (isUprightLetter(node) && isUprightLetter(before)) said.push(`${said.pop() ?? ''}${on.part(node)}`);
    else if (node.text === '/' && isUnit(before) && isUnit(parts[at + 1])) said.push(on.words.say('per'));
    else said.push(on.part(node));
    at++;
  }
  return said.filter((words) => words !== '').join(' ');
}

/** Upright letters, raised or not. */
function isUnit(node: MathNode | undefined): boolean {
  if (node === undefined) return false;
  const base = node.kids[0] === undefined ? node : onlyPart(node.kids[0]);
  return base.name === 'mtext' || (base.name === 'mi' && base.isUpright);
}

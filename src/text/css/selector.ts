import { unescapeCss } from './value.ts';

/** White space, comment, string, escape, name (and whether it is called), or a sign. */
const token =
  /\s+|\/\*[^*]*\*+(?:[^/*][^*]*\*+)*\/|("(?:[^"\\\n\r\f]|\\[^\n\r\f])*"|'(?:[^'\\\n\r\f]|\\[^\n\r\f])*')|((?:[\w\u0080-\uffff-]|\\[^\n\r\f])+)(\(?)|([[\]().#:*>+~,=|^$&%])/gy;

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']' };

/** Functions of selectors; none takes an address. */
const known =
  /^(?:not|is|where|has|nth-(?:last-)?(?:child|of-type)|nth-col|lang|dir|host|host-context|slotted|part|state|highlight|view-transition-[a-z-]+|-webkit-any|-moz-any|matches|cue)$/i;

/**
 * A list of selectors as it may stand in a style sheet, comments left out; `undefined` when it holds what no selector
 * does: brackets that do not match, strings that are not closed, an address.
 * @param rename the name to write for an id.
 */
export function cleanSelector(selector: string, rename: (id: string) => string = (id) => id): string | undefined {
  const parts: string[] = [];
  const open: string[] = [];
  let previous = '';
  let end = 0;
  for (const match of selector.matchAll(token)) {
    if (match.index !== end) return undefined;
    const [whole, string, name, call, sign] = match;
    end += whole.length;
    if (string !== undefined) parts.push(string.replaceAll('<', '\\3c '));
    else if (name !== undefined) {
      if (call === '(' && !known.test(unescapeCss(name))) return undefined;
      if (call === '(') open.push(')');
      parts.push((previous === '#' && open.at(-1) !== ']' ? rename(name) : name) + (call ?? ''));
    } else if (sign !== undefined) {
      const closes = closing[sign];
      if (closes !== undefined) open.push(closes);
      if ((sign === ')' || sign === ']') && open.pop() !== sign) return undefined;
      parts.push(sign);
    } else parts.push(' ');
    previous = whole;
  }
  const css = parts.join('').trim();
  return end === selector.length && open.length === 0 && css !== '' ? css : undefined;
}

/** Puts something before each selector of a clean list. */
export function prefixSelectors(list: string, prefix: string): string {
  const selectors: string[] = [];
  let depth = 0;
  let start = 0;
  for (const { 0: unit, index } of list.matchAll(/"(?:[^"\\]|\\[^])*"|'(?:[^'\\]|\\[^])*'|\\[^]|[(),[\]]/g)) {
    if (unit === '(' || unit === '[') depth++;
    if (unit === ')' || unit === ']') depth--;
    if (unit !== ',' || depth > 0) continue;
    selectors.push(list.slice(start, index));
    start = index + 1;
  }
  return [...selectors, list.slice(start)].map((one) => `${prefix} ${one.trim()}`).join(',');
}

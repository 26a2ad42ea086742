import type MarkdownIt from 'markdown-it';

/** Stands for a bar in a formula while tables are divided at theirs; no text holds this code point. */
const bar = '\ufdd0';
const norm = '\ufdd1';
const formula = /(?<!\\)\$(?=[^\s$])(?:[^$\\\n]|\\.){1,1000}(?<=\S)\$(?!\d)/g;

/** After a letter or a closing bracket a bar divides (`P(A \| B)`), elsewhere a pair of them is a norm (`\|x\|`). */
const isDivider = (before: string): boolean => /[\p{L}\p{N})}\]]\s*$/u.test(before);

function protect(tex: string): string {
  const first = tex.indexOf('\\|');
  const pairs = (tex.match(/\\\|/g) ?? []).length % 2 === 0;
  const isNorm = first > 0 && pairs && !isDivider(tex.slice(0, first));
  return tex.replace(/\\?\|/g, (sign) => (sign.length === 2 && isNorm ? norm : bar));
}

/** In a line of a table, bars of a formula belong to the formula, as in Pandoc; `\|` may be written for one, as on GitHub. */
const protectLine = (line: string): string =>
  line.includes('|') && line.includes('$')
    ? line.replace(formula, (tex) => (tex.includes('|') ? protect(tex) : tex))
    : line;

/** Which lines stand in a table: those around a line of dashes and bars. */
function protectTables(text: string): string {
  const lines = text.split('\n');
  let inTable = false;
  return lines
    .map((line, i) => {
      const rule =
        /^[\s>]*(?:\|\s*)?:?-+:?\s*(?:\|[\s|:-]*)?$/.test(lines[i + 1] ?? '') && (lines[i + 1] ?? '').includes('|');
      inTable = rule || (inTable && line.trim() !== '');
      return inTable ? protectLine(line) : line;
    })
    .join('\n');
}

const restore = (text: string): string => text.replaceAll(bar, '|').replaceAll(norm, '\\|');

/** Keeps tables from being divided at the bars inside formulas. */
export function addFormulaPipes(md: MarkdownIt): void {
  md.core.ruler.after('normalize', 'formula_pipes', (state) => {
    const { src } = state;
    if (!src.includes('|') || !src.includes('$') || src.includes(bar) || src.includes(norm)) return;
    state.src = protectTables(src);
  });
  md.core.ruler.before('inline', 'formula_pipes_back', (state) => {
    if (!state.src.includes(bar) && !state.src.includes(norm)) return;
    for (const token of state.tokens) token.content = restore(token.content);
  });
}

import { markdownReader, type Token } from '../../text/index.ts';

/** A text around its gaps: one part more than there are gaps, each gap with the texts that are right. */
export interface GapText {
  readonly parts: readonly string[];
  readonly gaps: readonly (readonly string[])[];
}

const written = /\[\[([^[\]\n]{1,300})\]\]/g;
/** Code points that no text uses: they hold the places of gaps while the text is read as Markdown. */
const first = 0xf_0000;
const most = 200;

let reader: ReturnType<typeof markdownReader> | undefined;

/** The places that stand in plain words, not in code or formulas. */
function inWords(tokens: readonly Token[], found = new Set<number>()): ReadonlySet<number> {
  for (const token of tokens) {
    if (token.type === 'text')
      for (const letter of token.content) {
        const place = (letter.codePointAt(0) ?? 0) - first;
        if (place >= 0 && place < most) found.add(place);
      }
    if (token.children) inWords(token.children, found);
  }
  return found;
}

/** The gaps of a cloze text: `[[serotonin]]`, `[[5-HT|serotonin]]`; none when there are none in its words. */
export function gapText(text: string): GapText | undefined {
  const matches = [...text.matchAll(written)].slice(0, most);
  if (matches.length === 0) return undefined;
  let marked = '';
  let from = 0;
  matches.forEach((match, i) => {
    marked += text.slice(from, match.index) + String.fromCodePoint(first + i);
    from = match.index + match[0].length;
  });
  const inside = inWords((reader ??= markdownReader()).parse(marked + text.slice(from), {}));
  const parts: string[] = [];
  const gaps: (readonly string[])[] = [];
  from = 0;
  matches.forEach((match, i) => {
    const accepted = (match[1] ?? '').split('|').map((one) => one.trim());
    const right = accepted.filter((one) => one !== '');
    if (!inside.has(i) || right.length === 0) return;
    parts.push(text.slice(from, match.index));
    gaps.push(right);
    from = match.index + match[0].length;
  });
  return gaps.length === 0 ? undefined : { parts: [...parts, text.slice(from)], gaps };
}

/** Words between underscores as gaps, `___serotonin___` as `[[serotonin]]`; two underscores are bold in Markdown. */
export function underscoredGaps(text: string): string | undefined {
  const runs: { readonly from: number; readonly to: number }[] = [];
  for (let from = text.indexOf('___'); from >= 0;) {
    let to = from;
    while (text[to] === '_') to++;
    runs.push({ from, to });
    from = text.indexOf('___', to);
  }
  if (runs.length === 0 || runs.length % 2 > 0) return undefined;
  let gapped = '';
  let last = 0;
  for (let i = 0; i < runs.length; i += 2) {
    const [open, close] = [runs[i], runs[i + 1]];
    const word = open && close ? text.slice(open.to, close.from).trim() : '';
    if (!open || !close || word === '' || word.includes('\n') || word.length > 60) return undefined;
    gapped += `${text.slice(last, open.from)}[[${word}]]`;
    last = close.to;
  }
  return gapped + text.slice(last);
}

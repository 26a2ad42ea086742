import { fold, lookOf, rowOf, type SeenParagraph, type SeenRun } from './seen.ts';
import { shownOf, wild } from './segments.ts';

/** A word of a text of the outline as it is written, marks and all. */
export interface WrittenWord {
  readonly raw: string;
  /** What stands between it and the next word. */
  readonly space: string;
  /** What is compared; `wild` for what is shown otherwise than it is written. */
  readonly key: string;
}

/** A word of a slide. */
export interface ShownWord {
  readonly runs: readonly SeenRun[];
  readonly key: string;
}

const marks = new Set('*_~=^`\\');
const closing = new Set('.,;:!?%»”’›…');
const opening = new Set('«“„‘‚‹');

/** What a word of nothing but marks is compared by: itself. */
const keyOrText = (text: string): string => keyOf(text) || fold(text);

/** A word without marks and with the signs that programs change made alike. */
function keyOf(text: string): string {
  let key = '';
  for (const sign of fold(text))
    if (!marks.has(sign) && sign !== ' ' && !(sign === '-' && key.endsWith('-'))) key += sign;
  return key;
}

const isSpace = (sign = ''): boolean => sign !== '' && sign.trim() === '' && sign !== '\ufeff';

/** Where a formula, note, picture or variable that begins at an offset ends; −1 when none begins there. */
function endOfWild(raw: string, at: number): number {
  const closes: readonly (readonly [string, string])[] = [
    ['$$', '$$'],
    ['${', '}'],
    ['$', '$'],
    ['\\(', '\\)'],
    ['\\[', '\\]'],
    ['[^', ']'],
    ['^[', ']'],
    ['![', ')'],
  ];
  for (const [open, close] of closes) {
    if (!raw.startsWith(open, at)) continue;
    const end = raw.indexOf(close, at + open.length);
    return end < 0 ? -1 : end + close.length;
  }
  return -1;
}

/** Where the address of a link, or the marks of words in another language, that begin at a bracket end. */
function endOfTarget(raw: string, at: number): number {
  const close = raw[at] === ']' ? { '(': ')', '{': '}' }[raw[at + 1] ?? ''] : undefined;
  const end = close === undefined ? -1 : raw.indexOf(close, at + 2);
  return end < 0 ? -1 : end + 1;
}

/** The words of a text as it is written. */
export function writtenWords(raw: string): readonly WrittenWord[] {
  const words: WrittenWord[] = [];
  let [own, shown, isWild] = ['', '', false];
  const close = (space: string): void => {
    if (own !== '') words.push({ raw: own, space, key: isWild ? wild : keyOrText(decoded(shown)) });
    [own, shown, isWild] = ['', '', false];
  };
  for (let at = 0; at < raw.length;) {
    if (isSpace(raw[at])) {
      let end = at;
      while (end < raw.length && isSpace(raw[end])) end++;
      close(raw.slice(at, end));
      at = end;
      continue;
    }
    const wildEnd = endOfWild(raw, at);
    const end = wildEnd > 0 ? wildEnd : endOfTarget(raw, at);
    if (end > 0) {
      own += raw.slice(at, end);
      isWild ||= wildEnd > 0;
      at = end;
      continue;
    }
    const isEscape = raw[at] === '\\' && at + 1 < raw.length && !isSpace(raw[at + 1]);
    own += raw.slice(at, at + (isEscape ? 2 : 1));
    if (isEscape) shown += raw[at + 1] ?? '';
    else if (raw[at] !== '[' || !raw.slice(at).includes('](')) shown += raw[at] ?? '';
    at += isEscape ? 2 : 1;
  }
  close('');
  return glued(words);
}

const decoded = (text: string): string => (text.includes('&') && text.includes(';') ? shownOf(text) : text);

/** Signs that stand apart in some languages belong to the word before or after them. */
function glued(words: readonly WrittenWord[]): readonly WrittenWord[] {
  const found: WrittenWord[] = [];
  for (const word of words) {
    const last = found.at(-1);
    const joins = last && last.key !== wild && word.key !== wild && (isTail(word.raw) || isHead(last.raw));
    if (joins)
      found[found.length - 1] = { raw: last.raw + last.space + word.raw, space: word.space, key: last.key + word.key };
    else found.push(word);
  }
  return found;
}

const isTail = (text: string): boolean => Array.from(text).every((sign) => closing.has(sign));
const isHead = (text: string): boolean => Array.from(text).every((sign) => opening.has(sign));

/** The words of a paragraph of a slide. */
export function shownWords(paragraph: SeenParagraph): readonly ShownWord[] {
  const words: SeenRun[][] = [];
  let open = false;
  for (const run of rowOf(paragraph)) {
    if (run.math) {
      words.push([run]);
      open = false;
      continue;
    }
    let part = '';
    const flush = (): void => {
      if (part !== '') {
        const last = words.at(-1);
        if (open && last) last.push({ ...run, text: part });
        else words.push([{ ...run, text: part }]);
        open = true;
      }
      part = '';
    };
    for (const sign of run.text) {
      if (!isSpace(sign)) part += sign;
      else {
        flush();
        open = false;
      }
    }
    flush();
  }
  const found: ShownWord[] = [];
  for (const runs of words) {
    const text = runs.map((run) => run.text).join('');
    const last = found.at(-1);
    const before = last?.runs.map((run) => run.text).join('') ?? '';
    const key = runs[0]?.math ? wild : keyOrText(text);
    if (last && last.key !== wild && key !== wild && (isTail(text) || isHead(before)))
      found[found.length - 1] = { runs: [...last.runs, ...spaced(runs)], key: last.key + key };
    else if (key !== '' || text.trim() !== '') found.push({ runs, key });
  }
  return found.filter(({ key }) => key !== '');
}

const spaced = ([first, ...rest]: readonly SeenRun[]): readonly SeenRun[] =>
  first ? [{ ...first, text: ` ${first.text}` }, ...rest] : rest;

/** How a word looks; `mixed` when its letters differ. */
export function lookOfWord({ runs }: ShownWord): string {
  const looks = new Set(runs.map(lookOf));
  return looks.size === 1 ? ([...looks][0] ?? '') : 'mixed';
}

import { alignLists, type AlignStep } from '../../base/index.ts';
import { asInline, asLinkText } from '../escape.ts';
import { fold, lookOf, rowOf, textOf, type SeenParagraph, type SeenRun } from './seen.ts';
import { linksIn, shownOf, wild } from './segments.ts';
import { lookOfWord, shownWords, writtenWords, type ShownWord, type WrittenWord } from './words.ts';

/** A text that shows itself in Markdown is left as it is. */
const plainly = (text: string): string => (shownOf(text) === text ? text : asInline(text));

const addressOf = (href: string): string =>
  Array.from(href)
    .map((sign) => ('<> \n'.includes(sign) ? encodeURIComponent(sign) : sign))
    .join('');

/** Letters of one look as Markdown. */
function written(text: string, run: SeenRun): string {
  if (run.href !== undefined) return `[${asLinkText(text)}](<${addressOf(run.href)}>)`;
  let shown = plainly(text);
  if (run.shift !== undefined) shown = run.shift > 0 ? `^${shown}^` : `~${shown}~`;
  if (run.strike) shown = `~~${shown}~~`;
  const mark = (run.bold ? '**' : '') + (run.italic ? '*' : '');
  return mark + shown + mark;
}

/** A text whose links lead where those of a paragraph do; the text as it is where they cannot be told one by one. */
export function relinked(raw: string, paragraph: SeenParagraph): string {
  const wanted = rowOf(paragraph)
    .flatMap(({ href }) => href ?? [])
    .filter((href, i, all) => href !== all[i - 1]);
  const own = linksIn(raw);
  if (own.length !== wanted.length) return raw;
  let made = raw;
  let from = 0;
  for (const [i, old] of own.entries()) {
    const at = made.indexOf(old, from);
    const by = addressOf(wanted[i] ?? old);
    if (at < 0) return raw;
    if (old !== wanted[i]) made = made.slice(0, at) + by + made.slice(at + old.length);
    from = at + (old === wanted[i] ? old.length : by.length);
  }
  return made;
}

const sameLook = (a: SeenRun, b: SeenRun): boolean => lookOf(a) === lookOf(b) && a.math !== true && b.math !== true;

/** Words of a slide as Markdown, neighbours of one look in one pair of marks. */
function writtenRuns(words: readonly ShownWord[], isPlain: boolean): string {
  const runs: SeenRun[] = [];
  words.forEach((word, w) => {
    word.runs.forEach((run, r) => {
      const text = run.text.replaceAll('\u00ad', '');
      const own = isPlain ? { text } : { ...run, text };
      const last = runs.at(-1);
      const gap = r === 0 && w > 0 ? ' ' : '';
      if (last && sameLook(last, own)) runs[runs.length - 1] = { ...last, text: last.text + gap + own.text };
      else {
        if (gap !== '') runs.push({ text: gap });
        runs.push(own);
      }
    });
  });
  return runs.map((run) => (run.text.trim() === '' ? run.text : written(run.text, run))).join('');
}

/** Whether all words look alike: then the look is the layout's. */
const isUniform = (words: readonly ShownWord[]): boolean =>
  new Set(words.filter(({ key }) => key !== wild).map(lookOfWord)).size < 2;

/** The looks of the words of a text as its marks make them; undefined when they cannot be told word by word. */
function looksOf(words: readonly WrittenWord[]): readonly string[] | undefined {
  let [bold, italic, strike] = [false, false, false];
  const looks: string[] = [];
  for (const { raw } of words) {
    let look: string | undefined;
    for (let at = 0; at < raw.length; at++) {
      const [one, two] = [raw[at], raw.slice(at, at + 2)];
      if (one === '\\') at++;
      else if (two === '**' || two === '__') {
        bold = !bold;
        at++;
        continue;
      } else if (two === '~~') {
        strike = !strike;
        at++;
        continue;
      } else if (one === '*' || (one === '_' && (at === 0 || at === raw.length - 1))) {
        italic = !italic;
        continue;
      } else if (one === '[' || one === '`' || one === '^' || one === '~' || one === '<') return undefined;
      look ??= (bold ? 'b' : '') + (italic ? 'i' : '') + (strike ? 's' : '');
    }
    looks.push(look ?? '');
  }
  return bold || italic || strike ? undefined : looks;
}

/** A row of words with the steps taken: what stays keeps its marks and the room after it. */
function assembled(
  before: readonly WrittenWord[],
  after: readonly ShownWord[],
  way: readonly AlignStep[],
  isPlain: boolean,
): string {
  let text = '';
  let fresh: ShownWord[] = [];
  let last = -2;
  const put = (piece: string, index: number): void => {
    if (piece === '') return;
    const space = last >= 0 && index === last + 1 ? before[last]?.space : ' ';
    text += text === '' ? piece : (space === undefined || space === '' ? ' ' : space) + piece;
  };
  const flush = (): void => {
    if (fresh.length > 0) put(writtenRuns(fresh, isPlain), last + 1);
    if (fresh.length > 0) last = -2;
    fresh = [];
  };
  for (const step of way) {
    if ('fresh' in step) fresh.push(after[step.fresh] ?? { runs: [], key: '' });
    else if ('kept' in step) {
      flush();
      put(before[step.kept]?.raw ?? '', step.kept);
      last = step.kept;
    } else if (before[step.gone]?.key === wild) {
      // What it is shown as is not known; it stays.
      fresh = [];
      put(before[step.gone]?.raw ?? '', step.gone);
      last = step.gone;
    }
  }
  flush();
  return text;
}

/** A word that a line parted at its own hyphen, or at one that was put there, is the word that was written. */
function keysOf(after: readonly ShownWord[], before: readonly WrittenWord[]): readonly string[] {
  const joined = new Map(before.map(({ key }) => [key.replaceAll('-', ''), key]));
  const known = new Set(before.map(({ key }) => key));
  return after.map(({ key, runs }) => {
    const isParted = runs.some(({ text }) => text.includes('\u00ad'));
    return isParted && !known.has(key) ? (joined.get(key.replaceAll('-', '')) ?? key) : key;
  });
}

const bareText = (text: string): string => fold(text.replaceAll(wild, ' ')).replaceAll(' ', '').replaceAll('-', '');

/**
 * A text of the outline with what a paragraph of a slide changed in it: words that stayed keep their marks and formulas.
 * @param around words of the layout before and after it.
 * @returns undefined when the change cannot be written as Markdown.
 */
export function mergeText(
  raw: string,
  paragraph: SeenParagraph,
  around: readonly [number, number] = [0, 0],
): string | undefined {
  const before = writtenWords(raw);
  const all = shownWords(paragraph);
  const after = all.slice(around[0], all.length - around[1]);
  const keys = keysOf(after, before);
  const isPlain = isUniform(after);
  const looks = isPlain ? undefined : looksOf(before);
  const way = alignLists(
    before.map(({ key }) => key),
    keys,
  ).flatMap((step): readonly AlignStep[] => {
    if (!('kept' in step) || !looks || before[step.kept]?.key === wild) return [step];
    const word = after[step.now];
    const look = word ? lookOfWord(word) : '';
    return look === looks[step.kept] ? [step] : [{ gone: step.kept }, { fresh: step.now }];
  });
  const merged = assembled(before, after, way, isPlain);
  const wanted = bareText(textOf([after.flatMap(({ runs }) => [...runs, { text: ' ' }])]));
  if (bareText(shownOf(merged)) === wanted || before.some(({ key }) => key === wild)) return merged;
  const whole = writtenRuns(after, isPlain);
  return bareText(shownOf(whole)) === wanted ? whole : undefined;
}

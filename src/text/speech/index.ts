import { Speaker } from './speaker.ts';
import { readMath, type MathNode } from './tree.ts';
import { Vocabulary, type SpeechWords } from './words.ts';

export type { SpeechWords } from './words.ts';

const leavesOf = (node: MathNode): readonly MathNode[] =>
  node.kids.length === 0 ? [node] : node.kids.flatMap(leavesOf);

/**
 * A formula as somebody would say it: “the square root of a plus b”.
 * @param mathml what KaTeX writes
 * @param words the words of the lesson's language; signs without words are said as they are
 */
export function speakMath(mathml: string, words: SpeechWords): string {
  const whole = readMath(mathml);
  if (whole === undefined) return '';
  return new Speaker(new Vocabulary(words, leavesOf(whole)))
    .row(whole)
    .replace(/\s+/g, ' ')
    .replace(/ (?=[,;:.])/g, '')
    .trim();
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Gives each formula in some HTML its words as its name. */
export function sayFormulas(html: string, words: SpeechWords): string {
  let said = '';
  let at = 0;
  for (let from = html.indexOf('<math'); from >= 0; from = html.indexOf('<math', at)) {
    const close = html.indexOf('</math>', from);
    if (close < 0) break;
    const end = close + '</math>'.length;
    said += html.slice(at, from) + named(html.slice(from, end), words);
    at = end;
  }
  return said + html.slice(at);
}

function named(math: string, words: SpeechWords): string {
  if (math.slice(0, math.indexOf('>')).includes(' aria-label=')) return math;
  const said = speakMath(math, words);
  return said === '' ? math : `<math aria-label="${escaped(said)}"${math.slice('<math'.length)}`;
}

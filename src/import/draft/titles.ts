import { asMarkdown } from '../escape.ts';
import type { Sentence } from './items.ts';
import { hasVerb, pointsBack, subordinates, takesBack } from './phrases.ts';

/** A title takes two lines at most. */
export const longestTitle = 90;

const endsAsSentence = /[.!。！؟。]["'”’»)\]]*$/u;
/** Without the stop at its end; that of an abbreviation stays. */
const withoutStop = (markdown: string): string =>
  /\p{L}\. ?\p{L}{1,4}\.$/u.test(markdown) ? markdown : markdown.replace(/[.。;:]$/u, '');
/** The number of a paragraph before its first sentence. */
const withoutNumber = (text: string): string => text.replace(/^\(\d{1,3}[a-z]?\)\s+(?=\p{Lu})/u, '');

/** Text cut at a word. */
export function firstWords(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).toWellFormed()} …`;
}

/** The clause that a long sentence begins with, when it says something by itself. */
function mainClause({ text, markdown }: Sentence): string | undefined {
  const words = withoutNumber(text);
  // Marks of Markdown could be cut apart.
  if (text !== markdown || subordinates.test(words)) return undefined;
  const cut = words.slice(0, longestTitle + 12);
  const end = Math.max(cut.lastIndexOf(', '), cut.lastIndexOf('; '), cut.lastIndexOf(' – '), cut.lastIndexOf('—'));
  const clause = cut.slice(0, Math.max(0, end));
  if (takesBack.test(words.slice(clause.length).replace(/^[^\p{L}]+/u, ''))) return undefined;
  return clause.split(' ').length >= 4 && !/[([“„«]/.test(clause) && hasVerb.test(clause) ? clause : undefined;
}

/** The beginning of a sentence, for a slide whose topic was named before. */
const beginning = ({ text }: Sentence): string => asMarkdown(firstWords(withoutNumber(text), beginningLength));
const beginningLength = 56;

/** Whether a sentence can stand above those before it, so that none of them or the next one points back to another than before. */
const canLift = (sentences: readonly Sentence[], at: number): boolean =>
  at === 0 ||
  [...sentences.slice(0, at), ...sentences.slice(at + 1, at + 2)].every(({ text }) => !pointsBack.test(text));

/** A title, and the sentences that it leaves for the slide. */
export interface Titled {
  readonly title: string;
  readonly rest: readonly Sentence[];
  /** Whether the title says something, and does not only name it. */
  readonly states?: true;
}

/**
 * A title that states something: a whole sentence of those on the slide, the first that stands by itself; else the clause
 * that the first one begins with; else what the text calls the topic, and the words it begins with where that was said before.
 * @param named topics that are titles of slides before.
 */
export function titled(sentences: readonly Sentence[], topic: string, named: Set<string>): Titled {
  const fits = ({ text, words }: Sentence): boolean =>
    text.length <= longestTitle && words >= 3 && endsAsSentence.test(text) && !pointsBack.test(text);
  const best =
    sentences.length > 1 ? sentences.find((sentence, i) => fits(sentence) && canLift(sentences, i)) : undefined;
  if (best !== undefined)
    return { title: withoutStop(best.markdown), rest: sentences.filter((sentence) => sentence !== best), states: true };
  const [first] = sentences;
  const clause = first !== undefined && !pointsBack.test(first.text) ? mainClause(first) : undefined;
  if (clause !== undefined) return { title: asMarkdown(clause), rest: sentences, states: true };
  const isNamed = named.has(topic);
  named.add(topic);
  return { title: isNamed && first !== undefined ? beginning(first) : topic, rest: sentences };
}

/** The words before a list or a table as its title. */
export const leadTitle = (lead: Sentence | undefined, topic: string): string =>
  lead === undefined || lead.text.length > longestTitle + 1 || lead.words < 3 ? topic : withoutStop(lead.markdown);

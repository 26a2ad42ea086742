import type { RawMark } from '../../text/index.ts';

/** Something in a text that cannot be shown as its author means it. */
export interface TextProblem {
  readonly kind: RawMark | 'tag' | 'stray-tag' | 'attribute' | 'directive' | 'unused' | 'marp-picture';
  /** The words that it is about, as written. */
  readonly text: string;
}

/** What the writer needs from its surroundings. */
export interface WriterHost {
  /** The path to show for a picture that the text names, or `undefined` when it cannot be used (reported by the host). */
  picture(src: string): string | undefined;
  /** Puts soft hyphens into a very long word, where the language allows them. */
  readonly hyphenate?: (word: string) => string;
  /** Asks for a drawing of some text (Mermaid); returns the path that stands for it. */
  drawing(kind: string, text: string): string;
  /** Called once for each use of an optional renderer. */
  use(feature: 'math' | 'code'): void;
  /** The address of a file beside the lesson that the text links to, or `undefined` when there is none. */
  file?(path: string): string | undefined;
  /** Puts a note at the foot of the slide; returns its number. Without it notes stand in their line. */
  footnote?(markdown: string): number;
  /** Called for each formula, so that it can be checked at its place. */
  formula?(tex: string, display: boolean): void;
  /** Called for each mark that cannot be shown as it is meant. */
  report?(problem: TextProblem): void;
  /** A fixed word in the lesson's language; the key itself where there are none. */
  word?(key: string): string;
  /** The language whose quotes, dashes and spaces are set; as written when it is absent. */
  readonly typography?: string;
  /** The language of the text where it is not that of the lesson; it is marked as such. */
  readonly lang?: string;
  /** Whether lines end where they end in the text, as in a poem. */
  readonly keepsLines?: boolean;
}

/** One text while it is written. */
export interface Writing {
  readonly host: WriterHost;
  /** The number of a footnote of this text, or its words where notes have no place of their own. */
  note(id: number): { readonly number?: number; readonly markdown: string };
}

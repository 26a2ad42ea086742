import type MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import type { Nesting } from 'markdown-it/lib/token.mjs';

/** Where a token begins in the text that was read; for running text, where each of its pieces begins. */
export interface Place {
  readonly at: number;
  /** Pairs of an offset in the token's text and the offset in what was read. */
  readonly pieces?: readonly (readonly [inToken: number, inText: number])[];
}

const nowhere: Place = { at: 0 };

/** The place of an inline token that a parser with {@link keepPlaces} made: no rule here has another use for `meta`. */
export const placeOf = (token: Token): Place => (token.meta as Place | null) ?? nowhere;

/** So deep the parser reads constructs in each other; it keeps this number in an option without a type. */
const deepest = 100;

/**
 * Makes a parser remember where each inline token stands; markdown-it itself knows only the lines of blocks.
 * Rules add text to `pending` before they move on, so the place of new text is the state's position at that moment.
 */
export function keepPlaces(md: MarkdownIt): void {
  const Base = md.inline.State;
  md.inline.State = class PlacedState extends Base {
    // Set by the constructor of the base, before fields of this class would exist.
    declare heldText: string | undefined;
    declare heldPieces: [number, number][] | undefined;

    // @ts-expect-error the base has a plain field here; an accessor is how additions to it are seen.
    override get pending(): string {
      return this.heldText ?? '';
    }

    override set pending(value: string) {
      const before = (this.heldText ?? '').length;
      const pieces = before === 0 ? [] : (this.heldPieces ?? []);
      if (value.length > before) {
        // Where nesting is too deep for rules the parser moves on before it adds the character.
        const moved = this.level >= deepest ? value.length - before : 0;
        const last = pieces.at(-1);
        const at = this.pos - moved;
        if (last === undefined || last[1] - last[0] !== at - before) pieces.push([before, at]);
      }
      this.heldText = value;
      this.heldPieces = pieces;
    }

    override pushPending(): Token {
      const pieces = this.heldPieces ?? [];
      const token = super.pushPending();
      token.meta = { at: pieces[0]?.[1] ?? this.pos, pieces } satisfies Place;
      return token;
    }

    override push(type: string, tag: string, nesting: Nesting): Token {
      if (this.pending !== '') this.pushPending();
      const last = this.tokens.at(-1);
      const token = super.push(type, tag, nesting);
      // A run of marks becomes several tokens before the parser moves on.
      const isNextMark = type === 'text' && last?.type === 'text' && placeOf(last).at >= this.pos;
      token.meta = { at: isNextMark ? placeOf(last).at + last.content.length : this.pos } satisfies Place;
      return token;
    }
  };
}

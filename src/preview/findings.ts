import type { Diagnostic, Span } from '../base/index.ts';
import type { Deck, DeckSlide } from '../model/index.ts';
import type { Fingerprint } from './delta.ts';
import type { Finding, ShownPlace } from '../wire/index.ts';

const ranks = { error: 0, warning: 1, info: 2 } as const;

/**
 * The slide that a place belongs to: the last one that starts before it in the same file and reaches that far.
 * @param grown how many characters the file has gained since the slides were read (a broken outline has no slides).
 */
export function slideAt(slides: readonly DeckSlide[], at: Span, grown = 0): string | undefined {
  const near = slides.filter(({ at: place }) => place.file === at.file && place.start <= at.start);
  const start = Math.max(...near.map(({ at: place }) => place.start));
  const found = near.find(({ at: place }) => place.start === start);
  return found && at.start < found.at.end + Math.max(0, grown) ? found.id : undefined;
}

/** Diagnostics as the preview shows them: errors first, then by place. */
export function shownFindings(
  diagnostics: readonly Diagnostic[],
  placeOf: (span: Span) => ShownPlace,
  slideOf: (span: Span) => string | undefined,
): readonly Finding[] {
  return diagnostics
    .toSorted((a, b) => ranks[a.severity] - ranks[b.severity] || (a.at?.start ?? -1) - (b.at?.start ?? -1))
    .map(({ code, severity, message, at, help, related }): Finding => {
      const spans = [at, ...(related ?? []).map((one) => one.at)].filter((span) => span !== undefined);
      const slide = spans.map(slideOf).find((id) => id !== undefined);
      return {
        code,
        severity,
        message,
        help: help ?? [],
        ...(at ? { place: placeOf(at) } : {}),
        ...(slide === undefined ? {} : { slide }),
      };
    });
}

/** A version of the deck, as far as findings are concerned. */
interface Version {
  readonly deck: Deck;
  readonly print: Fingerprint;
}

/**
 * The findings of slower checks that still hold until those checks have run again: the ones inside slides that have
 * not changed, moved along with their slides.
 */
export function stillTrue(old: readonly Diagnostic[], before: Version, after: Version): readonly Diagnostic[] {
  const now = new Map(after.deck.slides.map((slide) => [slide.id, slide]));
  return old.flatMap((finding) => {
    const { at } = finding;
    if (!at) return [];
    const id = slideAt(before.deck.slides, at);
    const [then, slide] = [before.deck.slides.find((one) => one.id === id), now.get(id ?? '')];
    if (!then || !slide || before.print.slides.get(then.id) !== after.print.slides.get(slide.id)) return [];
    const moved = slide.at.start - then.at.start;
    return [{ ...finding, at: { file: slide.at.file, start: at.start + moved, end: at.end + moved } }];
  });
}

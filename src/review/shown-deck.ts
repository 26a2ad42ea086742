import { isObject, type Json } from '../base/index.ts';
import { plainLines, readHtml } from '../documents/index.ts';
import { slideLines } from '../formats/text/index.ts';
import { audiences, type Audience } from '../model/index.ts';
import { attributeOf, htmlPieces, type HtmlOpening } from '../text/index.ts';

/** A slide of a `deck.html`. */
export interface ShownSlide {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly html: string;
  readonly lines: readonly string[];
  /** The lines of its notes; none in editions without. */
  readonly notes: readonly string[];
  /** The sentences of the source that it carries, by their ids; none in editions without. */
  readonly statements: ReadonlyMap<string, string>;
}

/** A deck as it stands in its `deck.html`. */
export interface ShownDeck {
  readonly lesson: string;
  readonly title: string;
  readonly lang: string;
  readonly audience: Audience;
  readonly size: { readonly width: number; readonly height: number };
  readonly css: string;
  readonly slides: readonly ShownSlide[];
}

const between = (text: string, start: string, end: string): string | undefined => {
  const from = text.indexOf(start);
  const to = from < 0 ? -1 : text.indexOf(end, from + start.length);
  return to < 0 ? undefined : text.slice(from + start.length, to);
};

/** Reads a `deck.html` of Lectern; `undefined` when it is none. It may come from anybody: only its parts are taken. */
export function readShownDeck(html: string): ShownDeck | undefined {
  const css = between(html, '<style id="lectern-theme">', '</style>');
  const main = between(html, '<main id="deck"', '<script type="application/json" id="lectern-data">');
  const data = parsed(between(html, '<script type="application/json" id="lectern-data">', '</script>') ?? '');
  if (css === undefined || main === undefined || !isObject(data)) return undefined;
  const facts = new Map(listOf(data.slides).flatMap((one) => (isObject(one) ? [[textOf(one.id), one] as const] : [])));
  return {
    lesson: textOf(data.lesson),
    title: textOf(data.title),
    lang: textOf(data.lang) || 'en',
    audience: audiences.find((name) => name === data.audience) ?? 'teacher',
    size: { width: sideOf(data.width, 1280), height: sideOf(data.height, 720) },
    css,
    slides: sectionsIn(main.slice(main.indexOf('>') + 1)).map(({ html: own, tag }, i): ShownSlide => {
      const id = attributeOf(tag, 'data-slide') ?? `slide-${i + 1}`;
      const fact = facts.get(id) ?? {};
      const title = attributeOf(tag, 'aria-label') ?? id;
      return {
        id,
        number: Number(attributeOf(tag, 'data-number')) || i + 1,
        title,
        html: own,
        lines: [title, ...slideLines(own)],
        notes: plainLines(readHtml(textOf(fact.notes))),
        statements: new Map(
          listOf(fact.statements).flatMap((one) =>
            isObject(one) ? [[textOf(one.id), textOf(one.text)] as const] : [],
          ),
        ),
      };
    }),
  };
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');
const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? (value as readonly Json[]) : []);
const sideOf = (value: Json | undefined, usual: number): number =>
  typeof value === 'number' && value >= 100 && value <= 8000 ? value : usual;

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** The outermost sections: slides may hold others. */
function sectionsIn(html: string): readonly { readonly html: string; readonly tag: HtmlOpening }[] {
  const found: { readonly html: string; readonly tag: HtmlOpening }[] = [];
  let depth = 0;
  let first: HtmlOpening | undefined;
  for (const piece of htmlPieces(html)) {
    if (piece.kind === 'open' && piece.name === 'section') {
      if (depth++ === 0) first = piece;
    } else if (piece.kind === 'close' && piece.name === 'section' && depth > 0 && --depth === 0 && first)
      found.push({ html: html.slice(first.start, piece.end), tag: first });
  }
  return found;
}

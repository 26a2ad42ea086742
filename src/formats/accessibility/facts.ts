import { linesOf, type Diagnostic, type Lines as FileLines, type Span } from '../../base/index.ts';
import { attributeOf, htmlPieces } from '../../text/index.ts';
import type { Evidence, FormatInput } from '../format.ts';
import { isDeckHtml, isDeckPdf, isPaper } from './files.ts';

/** Where something is: a slide, and its line in the outline. */
interface Place {
  /** Number of the slide; absent when it is the lesson as a whole. */
  readonly slide?: number;
  readonly title?: string;
  readonly file?: string;
  readonly line?: number;
}

/** Something that a person must look at. */
export interface Item extends Place {
  /** What it says: an alternative, the words of a link. */
  readonly text: string;
  /** Set when it is what a test found; its words are English. */
  readonly code?: string;
  /** A finding that the author or the project has set aside. */
  readonly aside?: true;
}

export interface Finding extends Place {
  readonly code: string;
  readonly message: string;
  /** Set aside by the author or the project: true all the same, and for a person to judge. */
  readonly aside?: true;
}

/** What is known of a lesson that was made. */
export interface Facts {
  readonly pictures: readonly Item[];
  /** Pictures made of pixels: words in them cannot be read by a test. */
  readonly rasters: readonly Item[];
  readonly decorative: readonly Item[];
  readonly links: readonly Item[];
  readonly tables: readonly Item[];
  /** Parts in another language. */
  readonly parts: readonly Item[];
  readonly titles: readonly Item[];
  readonly findings: readonly Finding[];
  /** Codes of which nothing can be said. */
  readonly notRun: ReadonlySet<string>;
  /** Whether there is sound, video, or a page within the page. */
  readonly hasMedia: boolean;
  /** Whether checks ran in this build. */
  readonly isChecked: boolean;
  readonly hasHtml: boolean;
  readonly hasPdf: boolean;
}

type Lines = (at: Span) => { readonly file: string; readonly line: number } | undefined;

/** Gathers what the judgement rests on from the slides as they were made. */
export function factsOf({ deck }: FormatInput, evidence: Evidence): Facts {
  const lines = linesFrom(evidence);
  const lists = { pictures: [], rasters: [], decorative: [], links: [], tables: [], parts: [] } as Record<
    'pictures' | 'rasters' | 'decorative' | 'links' | 'tables' | 'parts',
    Item[]
  >;
  const placed = deck.slides.map((slide) => ({ slide: slide.number, title: slide.title, ...lines(slide.at) }));
  deck.slides.forEach((slide, i) => {
    for (const { kind, text } of itemsIn(slide.html)) lists[kind].push({ ...placed[i], text });
  });
  const { artifacts, aside, isChecked } = evidence;
  // Papers have verdicts of their own beside their names.
  const ofPapers = new Set(artifacts.filter(isPaper).flatMap(({ findings }) => findings.map(keyOf)));
  const diagnostics = evidence.diagnostics.filter((one) => !ofPapers.has(keyOf(one)));
  const asFinding = (one: Diagnostic): Finding => findingOf(one, lines, deck.slides);
  return {
    ...lists,
    titles: placed.map((place) => ({ ...place, text: place.title })),
    findings: [...diagnostics.map(asFinding), ...aside.map((one): Finding => ({ ...asFinding(one), aside: true }))],
    notRun: new Set(evidence.notRun),
    isChecked,
    hasMedia: deck.slides.some(({ html }) => holdsMedia(html)),
    hasHtml: artifacts.some(isDeckHtml),
    hasPdf: artifacts.some(isDeckPdf),
  };
}

const keyOf = ({ code, message }: Diagnostic): string => `${code} ${message}`;

function linesFrom({ textOf }: Evidence): Lines {
  const known = new Map<string, FileLines | undefined>();
  return ({ file, start }) => {
    const text = known.has(file) ? undefined : textOf(file);
    if (!known.has(file)) known.set(file, text === undefined ? undefined : linesOf(text));
    const found = known.get(file);
    return found && { file, line: found.position(start).line };
  };
}

function findingOf({ code, message, at }: Diagnostic, lines: Lines, slides: FormatInput['deck']['slides']): Finding {
  if (!at) return { code, message };
  const slide = slides.find((one) => one.at.file === at.file && at.start >= one.at.start && at.start < one.at.end);
  return { code, message, ...(slide ? { slide: slide.number, title: slide.title } : {}), ...lines(at) };
}

const media = new Set(['audio', 'video', 'iframe', 'object', 'embed', 'form']);
const holdsMedia = (html: string): boolean =>
  htmlPieces(html).some((piece) => piece.kind === 'open' && media.has(piece.name));

type Kind = 'pictures' | 'rasters' | 'decorative' | 'links' | 'tables' | 'parts';

/** What stands on a slide, in order. */
function itemsIn(html: string): readonly { readonly kind: Kind; readonly text: string }[] {
  const pieces = htmlPieces(html);
  const items: { kind: Kind; text: string }[] = [];
  const textAfter = (from: number, name: string): string => {
    const words: string[] = [];
    for (const piece of pieces.slice(from + 1)) {
      if (piece.kind === 'close' && piece.name === name) break;
      if (piece.kind === 'text') words.push(piece.text);
      // Cells stand apart.
      else if (piece.kind === 'open' && /^t[dhr]$/.test(piece.name)) words.push(words.join('').trim() && ' · ');
    }
    return words.join('').replace(/\s+/g, ' ').trim();
  };
  const byId = (ids: string): string =>
    ids
      .split(' ')
      .map((id) => {
        const at = pieces.findIndex((piece) => piece.kind === 'open' && attributeOf(piece, 'id') === id);
        const piece = pieces[at];
        return piece?.kind === 'open' ? textAfter(at, piece.name) : '';
      })
      .join(' ')
      .trim();
  pieces.forEach((piece, i) => {
    if (piece.kind !== 'open') return;
    const attribute = (name: string) => attributeOf(piece, name);
    if (piece.name === 'img') {
      const text = attribute('alt') ?? '';
      const isRaster = attribute('src')?.startsWith('data:image/svg') !== true;
      items.push({ kind: text === '' ? 'decorative' : 'pictures', text });
      if (isRaster && text !== '') items.push({ kind: 'rasters', text });
    } else if (attribute('role') === 'img' && attribute('aria-hidden') !== 'true')
      items.push({ kind: 'pictures', text: attribute('aria-label') ?? byId(attribute('aria-labelledby') ?? '') });
    else if (piece.name === 'a' && attribute('href') !== undefined)
      items.push({ kind: 'links', text: textAfter(i, 'a') });
    else if (piece.name === 'table') items.push({ kind: 'tables', text: textAfter(i, 'tr') });
    else if (piece.name !== 'section' && attribute('lang') !== undefined)
      items.push({ kind: 'parts', text: `${attribute('lang') ?? ''}: ${textAfter(i, piece.name)}` });
  });
  return items;
}

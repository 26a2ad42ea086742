import { textString } from '../dictionary.ts';
import { renumberNodes } from '../nodes.ts';
import type { PdfFile } from '../objects.ts';
import { compareSlide, pdfText, textReader, type TagFlaw } from './guard.ts';
import { nameLinks } from './links.ts';
import { mendMaps } from './maps.ts';
import { setReadingOrder } from './order.ts';
import type { SlideFacts } from './page.ts';
import { Streams, type PageBox } from './page-streams.ts';
import { closePictures, elementMaker, repairs, sectionsOf, type Pages, type Repair } from './repair.ts';
import { elementsOf, writeTree, type Elem, type StructureTree } from './tree.ts';

export { formulaMark, prepareTags, readSlides, undoTags } from './page.ts';
export type { TagFlaw } from './guard.ts';
export { pageNumbers } from './page-streams.ts';

/** What a deck says of its slides, or a document of its one text, for the structure of its file. */
export interface TagInput {
  readonly slides: readonly SlideFacts[];
  /** The title of each slide, plain; absent in a document, whose text runs on from page to page. */
  readonly titles?: readonly string[];
  /** Repairs to leave out; for tests. */
  readonly without?: readonly (Repair | 'artifacts' | 'links' | 'maps' | 'sections')[];
}

/**
 * Completes the structure that Chrome wrote, so that the file meets ISO 14289-1 (PDF/UA-1): what is painted for show is
 * an artifact, each slide is a section with its title, lists, figures, formulas, headings and links are what they are.
 * Then compares, slide by slide, what the structure says with what the slides say.
 * @returns why the file may not say that it is accessible; nothing when it may
 * @throws PdfFormatError when the browser wrote the structure in a form that is not known
 */
export function completeTags(file: PdfFile, tree: StructureTree, input: TagInput): readonly TagFlaw[] {
  const skip = new Set<string>(input.without ?? []);
  const streams = new Streams(file);
  const isDeck = input.titles !== undefined;
  const isWhole = !isDeck || streams.pages.length === input.slides.length;
  const pages: Pages = {
    numbers: streams.pages,
    markOf: (kid) => ('mark' in kid ? streams.useOf(kid.form ?? kid.page)?.use.marks.get(kid.mark) : undefined),
  };
  const old = [...elementsOf(tree.root)].map(({ number }) => number);
  const make = elementMaker(file);
  const sections =
    skip.has('sections') || !input.titles ? new Map<number, Elem>() : sectionsOf(tree, pages, input.titles, make);
  const sectionOf = (i: number): Elem | undefined => (isDeck ? sections.get(streams.pages[i] ?? 0) : tree.root);
  if (!isDeck) closePictures(tree.root);
  for (const [name, repair] of Object.entries(repairs)) if (!skip.has(name)) repair(tree, pages, make);
  const reader = textReader(file, streams);
  const flaws = input.slides.flatMap((facts, i): readonly TagFlaw[] => {
    const section = sectionOf(i);
    if (facts.isHidden) return [];
    if (section && facts.lang !== undefined) section.entries.set('Lang', textString(facts.lang));
    if (section && isDeck) placeFigures(section, facts, streams.boxOf(streams.pages[i] ?? 0));
    if (section) setReadingOrder(section, facts.text, reader.ofElem, make);
    if (section && !skip.has('links')) nameLinks(file, section, facts.links, (link) => reader.ofElem(link).trim());
    const compared = compareSlide(i, section ? reader.ofElem(section) : '', facts);
    return reader.gaps.splice(0).length > 0 ? withGap(compared, i) : compared;
  });
  if (!skip.has('maps')) mendMaps(file);
  renumberNodes(file, tree);
  // New elements have their numbers now; copies of forms take the next.
  writeTree(file, tree, old);
  if (!skip.has('artifacts')) streams.rewrite(tree, isDeck ? input.slides : []);
  return isWhole ? flaws : [{ kind: 'page-count', detail: `${streams.pages.length}/${input.slides.length}` }];
}

/** A character without a glyph has no text in the file: what is lost is that character, told once, with its words. */
function withGap(compared: readonly TagFlaw[], slide: number): readonly TagFlaw[] {
  const lost = compared.find(({ kind }) => kind === 'lost-text');
  return [...compared.filter((one) => one !== lost), { slide, kind: 'missing-glyph', detail: lost?.detail ?? '' }];
}

/** Gives the figures of a slide the boxes they have on the page (`/BBox`), in order and by what they say. */
function placeFigures(section: Elem, { figures }: SlideFacts, { height, scale }: PageBox): void {
  const waiting = [...figures];
  for (const elem of elementsOf(section)) {
    const alt = elem.entries.get('Alt');
    if (alt === undefined) continue;
    const label = pdfText(alt);
    const at = waiting.findIndex((figure) => figure.label.replace('\ue0f0', '') === label);
    const [found] = at < 0 ? [] : waiting.splice(at, 1);
    if (!found) continue;
    const [left, top, right, bottom] = found.box.map((side) => side * scale);
    const box = [left, height - (bottom ?? 0), right, height - (top ?? 0)].map((side) => (side ?? 0).toFixed(2));
    // A formula may stand in a line of text.
    const placement = elem.type === 'Formula' ? '' : '/Placement /Block ';
    elem.entries.set('A', `<</O /Layout ${placement}/BBox [${box.join(' ')}]>>`);
  }
}

import { isObject, lineWithin, pointerStep, type Json, type Related, type Span } from '../../base/index.ts';
import { plainText } from '../../compose/index.ts';
import { textsOf } from '../../questions/index.ts';
import { decodeUtf8, slidesOf, type Files, type Lesson, type Slide } from '../../model/index.ts';
import type { SceneSlide } from './scene.ts';

/** Where something on a slide was written. */
export interface Place {
  readonly at: Span;
  /** For people: `bullets`, item 3; absent when the text could not be traced to a field. */
  readonly field?: string;
  /** The list that holds the value and its index there, when it stands in one. */
  readonly item?: { readonly list: string; readonly index: number; readonly count: number };
  /** How many characters the value has. */
  readonly length?: number;
  /** The slide, when the value was written elsewhere. */
  readonly related?: readonly Related[];
}

/** The place and what relates it to the slide, for a diagnostic. */
export const placed = ({ at, related }: Place): { readonly at: Span; readonly related?: readonly Related[] } =>
  related ? { at, related } : { at };

interface Candidate extends Place {
  readonly key: string;
  /** The letters of a text that is TeX, commands left out. */
  readonly texKey?: string;
  /** A text of several lines, as written. */
  readonly source?: string;
}

/** Letters and digits alone: Markdown, typography and line breaks make no difference. */
const keyOf = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');

/** Traces what stands on slides back to the outline. */
export class Placer {
  readonly #slides: ReadonlyMap<string, Slide>;
  readonly #candidates = new Map<Slide, readonly Candidate[]>();
  readonly #lesson: Lesson;
  readonly #files: Files;

  constructor({ lesson, files }: { readonly lesson: Lesson; readonly files: Files }) {
    this.#lesson = lesson;
    this.#files = files;
    this.#slides = new Map(slidesOf(lesson).map(({ slide }) => [slide.id, slide]));
  }

  /** The lesson's slide behind a slide of the deck: `sources-2` is the second page of `sources`. */
  slideOf(id: string): Slide | undefined {
    return this.#slides.get(id) ?? this.#slides.get(id.replace(/-\d+$/, ''));
  }

  /** The slide as a whole. */
  whole(id: string): Place {
    const slide = this.slideOf(id);
    return { at: slide ? slide.places.key('/id') : this.#lesson.places.value('') };
  }

  /** The value in which a block of text was written: the one whose words match best. */
  find(scene: SceneSlide, block: number): Place {
    const slide = this.slideOf(scene.id);
    if (!slide) return this.whole(scene.id);
    const texts = scene.texts.filter((text) => text.block === block);
    const wanted = [texts.map((text) => text.text).join(''), ...texts.map((text) => text.text)].map(keyOf);
    const isDrawn = texts.some(({ inDrawing }) => inDrawing);
    const [all = ''] = wanted;
    const line = isDrawn ? this.#lineOf(slide, all) : undefined;
    if (line) return line;
    // The words of a drawing stand in its parts before they stand in the title.
    const known = this.#candidatesOf(slide);
    const candidates = isDrawn ? [...known.filter(({ item }) => item), ...known.filter(({ item }) => !item)] : known;
    // A formula is traced by its letters, not by the single symbols it is set in.
    const formula = candidates.find(({ texKey }) => texKey === all && all.length > 2);
    if (formula) return formula;
    if (isDrawn && !candidates.some(({ key }) => key === all)) {
      // Words inside a drawing file of the author's stand nowhere in the outline but in the name of the file.
      const [file, other] = candidates.filter(({ field }) => field?.endsWith('src'));
      if (file && !other) return file;
    }
    for (const key of wanted) {
      if (key.length < 3 && key !== all) continue;
      const found = bestMatch(key, candidates);
      if (found) return found;
    }
    return this.whole(scene.id);
  }

  /** The line of a diagram's own text that holds some words; the shortest, where several do. */
  #lineOf(slide: Slide, key: string): Place | undefined {
    const found = this.#candidatesOf(slide).flatMap(({ source, at, field }) => {
      if (source === undefined || key === '') return [];
      const lines = source.split('\n').map((line) => keyOf(line.replace(/<[^<>]*>/g, ' ')));
      const holding = lines.flatMap((line, i) => (line.includes(key) ? [{ length: line.length, number: i + 1 }] : []));
      const [best] = holding.sort((a, b) => a.length - b.length);
      return best ? [{ at, source, number: best.number, ...(field === undefined ? {} : { field }) }] : [];
    });
    const [first] = found;
    if (!first) return undefined;
    const { at: whole, source, number, ...named } = first;
    const read = this.#files.read(whole.file);
    const file = read.ok ? decodeUtf8(read.bytes) : undefined;
    return { ...named, at: (file === undefined ? undefined : lineWithin(file, whole, source, number)) ?? whole };
  }

  /** The picture field with this alternative text. */
  picture(scene: SceneSlide, alt: string): Place {
    const slide = this.slideOf(scene.id);
    const key = keyOf(alt);
    const found =
      slide && this.#candidatesOf(slide).find((candidate) => candidate.key === key && candidate.field?.endsWith('alt'));
    if (!slide || !found) return this.whole(scene.id);
    return found;
  }

  #candidatesOf(slide: Slide): readonly Candidate[] {
    const known = this.#candidates.get(slide);
    if (known) return known;
    const found = [...ownTexts(slide), ...this.#sharedTexts(slide)].filter((candidate) => candidate.key !== '');
    this.#candidates.set(slide, found);
    return found;
  }

  /** What a slide may show besides its own fields. */
  #sharedTexts(slide: Slide): readonly Candidate[] {
    const { glossary, objectives, quiz, references, sections, presentation, places } = this.#lesson;
    const section = sections.find((item) => item.slides.includes(slide));
    const related = [{ at: slide.places.key('/id'), message: 'shown on this slide' }];
    const from = (at: Span, field: string, ...texts: readonly (string | undefined)[]): readonly Candidate[] =>
      texts.flatMap((text) => (text === undefined ? [] : [{ at, field, key: keyOf(plainText(text)), related }]));
    return [
      ...(section ? from(section.places.value('/title'), "the section's title", section.title) : []),
      ...from(places.value('/presentation/footer'), 'presentation.footer', presentation.footer),
      ...from(places.value('/title'), "the lesson's title", this.#lesson.title),
      ...from(places.value('/subtitle'), "the lesson's subtitle", this.#lesson.subtitle),
      ...quiz.flatMap((question) =>
        from(question.at, `question ${question.id}`, ...textsOf(question).filter((text) => text !== '')),
      ),
      ...glossary.flatMap((term) => from(term.at, `term ${term.id}`, term.term, term.definition)),
      ...objectives.flatMap((objective) => from(objective.at, `objective ${objective.id}`, objective.text)),
      ...references.flatMap((reference) =>
        from(reference.at, `reference ${reference.id}`, reference.title, reference.authors),
      ),
    ];
  }
}

/** Whether a text is that of a diagram, or holds one. */
const isDiagram = (pointer: string, value: string | number): boolean =>
  typeof value === 'string' && value.includes('\n') && (pointer === '/diagram' || value.includes('```mermaid'));

const withoutCommands = (tex: string): string => tex.replace(/\\[A-Za-z]+/g, ' ');

/** The slide's title and every text in its fields. */
function ownTexts(slide: Slide): readonly Candidate[] {
  const found: Candidate[] = [];
  const visit = (value: Json | undefined, pointer: string, item: Place['item']): void => {
    if (typeof value === 'string' || typeof value === 'number') {
      const text = plainText(String(value));
      const at = slide.places.value(pointer);
      const tex = typeof value === 'string' && value.includes('\\') ? { texKey: keyOf(withoutCommands(value)) } : {};
      const field = nameOf(pointer);
      const lines = isDiagram(pointer, value) ? { source: String(value) } : {};
      found.push({ at, field, key: keyOf(text), ...tex, ...lines, length: text.length, ...(item ? { item } : {}) });
    } else if (Array.isArray(value)) {
      value.forEach((member: Json, index) =>
        visit(member, pointer + pointerStep(index), item ?? { list: nameOf(pointer), index, count: value.length }),
      );
    } else if (isObject(value)) {
      for (const [name, member] of Object.entries(value)) visit(member, pointer + pointerStep(name), item);
    }
  };
  if (slide.title !== undefined) visit(slide.title, '/title', undefined);
  visit(slide.fields, '', undefined);
  return found;
}

/** `/sides/1/items/2` → `sides[2].items[3]`, counted from one as people do. */
const nameOf = (pointer: string): string =>
  pointer
    .slice(1)
    .split('/')
    .map((part, i) => (/^\d+$/.test(part) ? `[${Number(part) + 1}]` : i === 0 ? part : `.${part}`))
    .join('');

function bestMatch(key: string, candidates: readonly Candidate[]): Candidate | undefined {
  if (key === '') return undefined;
  const exact = candidates.find((candidate) => candidate.key === key);
  if (exact || key.length < 2) return exact;
  const holding = candidates
    .filter((candidate) => candidate.key.includes(key))
    .sort((a, b) => a.key.length - b.key.length)[0];
  if (holding) return holding;
  return candidates
    .filter((candidate) => candidate.key.length > 2 && key.includes(candidate.key))
    .sort((a, b) => b.key.length - a.key.length)[0];
}

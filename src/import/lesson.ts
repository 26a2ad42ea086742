import { wordsIn, type ReadSection, type ReadSource } from '../parse/index.ts';
import { draftSection, type DraftOptions, type DraftSection, type DraftSlide } from './draft/index.ts';
import { asMarkdown, asYaml, flow } from './escape.ts';
import { fill, type ImportWords } from '../wire/index.ts';

/** What the writer of a lesson needs beside the source. */
export interface LessonHead extends DraftOptions {
  readonly title: string;
  readonly lang: string;
  readonly words: ImportWords;
  /** What was lost or left on the way, for people. */
  readonly report: readonly string[];
}

/** A section of the source with its slides. */
interface Drafted extends DraftSection {
  readonly read: ReadSection;
}

const indent = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

/** Links to statements, neighbours as a range: `a.1-3`. */
function covers(section: string, ids: readonly string[]): readonly string[] {
  const numbers = [...new Set(ids.map((id) => Number(id.slice(section.length + 1))))].sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${section}.${from}` : `${section}.${from}-${to}`));
}

/** A text as comments of YAML, of some 110 characters a line. */
const comment = (text: string): readonly string[] =>
  (asLine(text).match(/.{1,110}(?:\s+|$)|\S+\s*/g) ?? []).map((line) => `# ${line.trimEnd()}`);

/** A comment of YAML is one line of printable characters. */
const asLine = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[\s\p{C}]+/gu, ' ')
    .trim();

/** More lines than this are in the terminal alone. */
const mostLines = 40;

/** What was lost or left as comments of YAML, so that it stands in the lesson too. */
function reportComment(report: readonly string[], words: ImportWords): readonly string[] {
  if (report.length === 0) return [];
  const more = report.length > mostLines ? [`#   ${fill(words.more, report.length - mostLines)}`] : [];
  return [`#`, `# ${words.lost}`, ...report.slice(0, mostLines).map((line) => `# - ${asLine(line)}`), ...more];
}

/** Writes the outline of one lesson, with ids and titles that nothing else of it has. */
class OutlineWriter {
  readonly #source: ReadSource;
  readonly #head: LessonHead;
  readonly #words: ImportWords;
  readonly #titles = new Map<string, number>();
  #slides = 0;

  constructor(source: ReadSource, head: LessonHead) {
    this.#source = source;
    this.#head = head;
    this.#words = head.words;
  }

  write(): string {
    const drafted = this.#source.sections.map((read): Drafted => ({
      read,
      ...draftSection(read, this.#source, this.#head),
    }));
    const groups = this.#head.isDeck ? grouped(drafted) : drafted.map((one) => [one]);
    const sections = groups.map((group, i) => this.#section(group, i));
    const minutes = sections.reduce((sum, section) => sum + section.minutes, 0);
    const empty = '- id: start\n  title: Start\n  slides:\n    - layout: title';
    const closing = this.#head.isDeck ? '' : this.#summary(drafted);
    return `${[
      ...this.#opening(Math.max(5, Math.min(1440, minutes))),
      indent(sections.length === 0 ? empty : sections.map(({ yaml }) => yaml).join('\n\n'), 2) + closing,
      ...this.#quiz(),
    ].join('\n')}\n`;
  }

  #opening(minutes: number): readonly string[] {
    const { title, lang } = this.#head;
    const words = this.#words;
    return [
      ...comment(words.comments.made),
      ...reportComment(this.#head.report, words),
      `title: ${asYaml(title)}`,
      `lang: ${lang}`,
      'plans:',
      `  - { id: lecture, minutes: ${minutes} }`,
      '',
      `# TODO: ${words.comments.objective}`,
      'objectives:',
      `  - { id: o1, verb: ${asYaml(this.#words.stubs.verb)}, bloom: understand, text: ${asYaml(`TODO: ${this.#words.stubs.objective}`)} }`,
      '',
      'sections:',
    ];
  }

  #section(group: readonly Drafted[], index: number): { readonly yaml: string; readonly minutes: number } {
    const [first] = group;
    const id = first?.read.section.id ?? `part-${index + 1}`;
    const title = asMarkdown(first?.read.section.title ?? '') || 'TODO';
    const ids = group.map(({ read }) => read.section.id);
    const words = group.reduce(
      (sum, { read }) => sum + read.section.statements.reduce((all, { text }) => all + wordsIn(text), 0),
      0,
    );
    const minutes = Math.max(2, Math.ceil(words / 110));
    const slides: string[] = [];
    for (const one of group) slides.push(...this.#slidesOf(one, index + 1, slides.length));
    const yaml = [
      `- id: ${id}`,
      `  title: ${asYaml(title)}`,
      `  minutes: ${minutes}`,
      `  covers: ${flow(ids)}`,
      '  slides:',
      indent([...(index === 0 ? ['- layout: title'] : []), ...slides].join('\n\n'), 4),
    ].join('\n');
    return { yaml, minutes };
  }

  #slidesOf({ read, slides, notes }: Drafted, section: number, from: number): readonly string[] {
    const { id, title } = read.section;
    const opener: DraftSlide = { layout: 'section', title: asMarkdown(title) || 'TODO', fields: {}, sentences: [] };
    const all = slides.length === 0 ? [opener] : slides;
    return all.map((slide, i) => {
      const own = i === 0 ? notes : [];
      const spoken = (own.length > 0 ? own : slide.sentences).map(({ markdown }) => markdown).join('\n\n');
      const links = covers(
        id,
        [...slide.sentences, ...own].map(({ statement }) => statement.id),
      );
      const objectives = this.#slides === 0 && links.length > 0 ? ['objectives: [o1]'] : [];
      this.#slides += links.length > 0 ? 1 : 0;
      const lines = [
        `layout: ${slide.layout}`,
        `id: s${section}-${from + i + 1}`,
        ...(slide.title === undefined ? [] : [`title: ${asYaml(this.#unique(slide.title))}`]),
        ...Object.entries(slide.fields).map(([key, value]) => `${key}: ${flow(value)}`),
        ...(links.length > 0 ? [`covers: ${flow(links)}`] : []),
        ...objectives,
        ...(spoken === '' ? [] : [`notes: ${asYaml(spoken)}`]),
      ];
      return lines.map((line, k) => (k === 0 ? '- ' : '  ') + line).join('\n');
    });
  }

  /** Two slides with one title cannot be told apart in a list of slides. */
  #unique(title: string): string {
    const count = (this.#titles.get(title) ?? 0) + 1;
    this.#titles.set(title, count);
    return count === 1 ? title : `${title} (${roman(count)})`;
  }

  /** What each of the first sections says, to choose from. */
  #summary(drafted: readonly Drafted[]): string {
    const points = drafted.flatMap(({ slides }) => {
      const stated = slides.find((slide) => slide.states === true);
      return stated?.title === undefined ? [] : [stated.title];
    });
    if (points.length < 2) return '';
    const slide = `\n\n# TODO: ${this.#words.comments.summary}\n- layout: summary\n  title: ${asYaml(this.#unique(this.#words.stubs.summary))}\n  points: ${flow([...new Set(points)].slice(0, 4))}`;
    return indent(slide, 6);
  }

  #quiz(): readonly string[] {
    const first = this.#source.sections.flatMap(({ statements }) => statements).find(({ text }) => text.length <= 300);
    if (first === undefined) return [];
    const text = asMarkdown(first.text);
    return [
      '',
      `# TODO: ${this.#words.comments.quiz}`,
      'quiz:',
      '  - id: q1',
      `    question: ${asYaml(`TODO: ${text}`)}`,
      '    objectives: [o1]',
      `    covers: [${first.id}]`,
      `    explanation: ${asYaml(text)}`,
      '    answers:',
      `      - { text: ${asYaml(this.#words.stubs.right)}, correct: true }`,
      `      - { text: ${asYaml(this.#words.stubs.wrong)} }`,
      `      - { text: ${asYaml(this.#words.stubs.maybe)} }`,
    ];
  }
}

/** Digits in a title would be facts that the source must have. */
function roman(count: number): string {
  const signs: readonly (readonly [number, string])[] = [[100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]; // prettier-ignore
  let rest = count;
  let written = '';
  for (const [value, sign] of signs) for (; rest >= value; rest -= value) written += sign;
  return written;
}

/** Slides of a deck up to the next one that holds nothing but a title are one section. */
function grouped(drafted: readonly Drafted[]): readonly (readonly Drafted[])[] {
  const groups: Drafted[][] = [];
  for (const one of drafted) {
    const isOpener = one.read.section.statements.length === 0 && one.slides.length === 0;
    const last = groups.at(-1);
    if (last === undefined || isOpener) groups.push([one]);
    else last.push(one);
  }
  return groups;
}

/** The outline of a lesson that covers a source from the start: every statement linked, its sentence in the notes. */
export const lessonYaml = (source: ReadSource, head: LessonHead): string => new OutlineWriter(source, head).write();

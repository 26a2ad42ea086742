import { wordsIn, type ReadSection, type ReadSource } from '../parse/index.ts';
import { asMarkdown, asYaml } from './escape.ts';
import { slidesFor, type DraftSlide } from './slides.ts';

/** What the writer of a lesson needs beside the source. */
export interface LessonHead {
  readonly title: string;
  readonly lang: string;
  /** Paths of pictures that were copied, which slides may show. */
  readonly pictures: ReadonlySet<string>;
}

/** A value as YAML in one line. */
function flow(value: unknown): string {
  if (typeof value === 'string') return asYaml(value);
  if (Array.isArray(value)) return `[${value.map(flow).join(', ')}]`;
  if (typeof value === 'object' && value !== null)
    return `{ ${Object.entries(value)
      .map(([key, item]) => `${key}: ${flow(item)}`)
      .join(', ')} }`;
  return String(value);
}

/** Links to statements, neighbours as a range: `a.1-3`. */
function covers(section: string, ids: readonly string[]): readonly string[] {
  const numbers = ids.map((id) => Number(id.slice(section.length + 1))).sort((a, b) => a - b);
  const ranges: [number, number][] = [];
  for (const number of numbers) {
    const last = ranges.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else ranges.push([number, number]);
  }
  return ranges.map(([from, to]) => (from === to ? `${section}.${from}` : `${section}.${from}-${to}`));
}

const indent = (text: string, by: number): string => text.replace(/^(?=.)/gm, ' '.repeat(by));

function slideYaml(slide: DraftSlide, section: string, id: string): string {
  const fields = Object.entries(slide.fields).map(([key, value]) => `${key}: ${flow(value)}`);
  const notes = slide.statements.map(({ text }) => asMarkdown(text)).join('\n\n');
  const links =
    slide.statements.length > 0
      ? [
          `covers: ${flow(
            covers(
              section,
              slide.statements.map((item) => item.id),
            ),
          )}`,
        ]
      : [];
  const said = notes === '' ? [] : [`notes: ${asYaml(notes)}`];
  const [first, ...rest] = [
    `layout: ${slide.layout}`,
    `id: ${id}`,
    `title: ${asYaml(slide.title)}`,
    ...fields,
    ...links,
    ...said,
  ];
  return [`- ${first}`, ...rest.map((line) => `  ${line}`)].join('\n');
}

/** Slides for the pictures of a section that were copied. */
function pictureSlides(
  { part, section }: ReadSection,
  { text }: ReadSource,
  { pictures }: LessonHead,
): readonly DraftSlide[] {
  return part.blocks.flatMap((block): readonly DraftSlide[] => {
    if (block.kind !== 'aside' || block.what !== 'picture') return [];
    const written = text.slice(...block.at);
    const src = /\]\(<?([^)>\s]+)/.exec(written)?.[1] ?? /\bsrc=["']([^"']+)/.exec(written)?.[1];
    if (src === undefined || !pictures.has(src)) return [];
    const alt = block.text.trim() || `TODO: ${section.title}`;
    return [
      {
        layout: 'image',
        title: asMarkdown(block.text.trim() || section.title),
        fields: { image: { src, alt } },
        statements: [],
      },
    ];
  });
}

/** Code of a section as slides. */
function codeSlides({ part, section }: ReadSection): readonly DraftSlide[] {
  return part.blocks.flatMap((block): readonly DraftSlide[] => {
    if (block.kind !== 'aside' || block.what !== 'code') return [];
    const [head = '', ...lines] = block.text.trimEnd().split('\n');
    const language = /^(?:`{3,}|~{3,})[ \t]*([\w+#-]*)/.exec(head)?.[1];
    const isWhole = language !== undefined && /^[\s>]*(?:`{3,}|~{3,})$/.test(lines.at(-1) ?? '');
    const code = isWhole ? lines.slice(0, -1).join('\n') : '';
    if (code.trim() === '' || code.split('\n').length > 18) return [];
    return [
      {
        layout: 'code',
        title: asMarkdown(section.title),
        fields: { language: language === undefined || language === '' ? 'text' : language, code },
        statements: [],
      },
    ];
  });
}

function sectionYaml(
  read: ReadSection,
  source: ReadSource,
  head: LessonHead,
  index: number,
): { readonly yaml: string; readonly minutes: number } {
  const { section } = read;
  const own = [...slidesFor(read), ...pictureSlides(read, source, head), ...codeSlides(read)];
  const opener: DraftSlide = { layout: 'section', title: asMarkdown(section.title), fields: {}, statements: [] };
  const slides = own.length === 0 ? [opener] : own;
  const words = section.statements.reduce((sum, { text }) => sum + wordsIn(text), 0);
  const minutes = Math.max(2, Math.ceil(words / 110));
  const list = slides.map((slide, i) => slideYaml(slide, section.id, `s${index + 1}-${i + 1}`));
  const title = index === 0 ? ['- layout: title'] : [];
  const yaml = [
    `- id: ${section.id}`,
    `  title: ${asYaml(asMarkdown(section.title))}`,
    `  minutes: ${minutes}`,
    `  covers: [${section.id}]`,
    '  slides:',
    indent([...title, ...list].join('\n\n'), 4),
  ].join('\n');
  return { yaml, minutes };
}

/** The outline of a lesson that covers a source from the start: every statement linked, its sentence in the notes. */
export function lessonYaml(source: ReadSource, head: LessonHead): string {
  const sections = source.sections.map((section, i) => sectionYaml(section, source, head, i));
  const minutes = sections.reduce((sum, section) => sum + section.minutes, 0);
  const empty = '- id: start\n  title: Start\n  slides:\n    - layout: title';
  const first = source.sections.find(({ statements }) => statements.length > 0)?.statements[0];
  const quiz =
    first === undefined
      ? []
      : [
          '',
          '# TODO: write questions; this one is a stub.',
          'quiz:',
          '  - id: q1',
          `    question: ${asYaml(`TODO: ${asMarkdown(first.text)}`)}`,
          '    objectives: [o1]',
          `    covers: [${first.id}]`,
          '    answers:',
          '      - { text: "TODO: right answer", correct: true }',
          '      - { text: "TODO: wrong answer" }',
        ];
  return `${[
    '# Made by `lectern import`. Every statement of source.md is linked to a slide and stands in its notes; what the slides',
    '# should show of it is yours to decide. `lectern coverage` tells what is said on the slides.',
    `title: ${asYaml(head.title)}`,
    `lang: ${head.lang}`,
    'plans:',
    `  - { id: lecture, minutes: ${Math.max(5, Math.min(1440, minutes))} }`,
    '',
    '# TODO: what can students do afterwards?',
    'objectives:',
    `  - { id: o1, verb: explain, bloom: understand, text: ${asYaml(`TODO: ${head.title}`)} }`,
    '',
    'sections:',
    indent(sections.length === 0 ? empty : sections.map(({ yaml }) => yaml).join('\n\n'), 2),
    ...quiz,
  ].join('\n')}\n`;
}

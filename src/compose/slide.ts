import { isObject, type Diagnostic, type Json, type JsonObject } from '../base/index.ts';
import type { ComposedSlide, EvidenceLevel, Lesson, Section, Slide } from '../model/index.ts';
import type { LayoutDefinition } from '../parse/index.ts';
import type { AssetCollector } from './assets.ts';
import type { Template } from './environment.ts';
import type { ShownReference, SlideWriter } from './helper.ts';
import { layoutData, paginate, textLength } from './pages.ts';
import { prepareObject, type Preparation } from './prepare.ts';
import type { Strings } from './strings.ts';
import type { WriterHost } from './text/index.ts';
import { Rich } from './text/rich.ts';

/** What all slides of a lesson share while they are written. */
export interface LessonWriter {
  readonly lesson: Lesson;
  /** Whether answers, feedback and explanations may be shown. */
  readonly answers: boolean;
  readonly strings: Strings;
  readonly evidence: ReadonlyMap<string, EvidenceLevel>;
  readonly references: ReadonlyMap<string, ShownReference>;
  readonly assets: AssetCollector;
  readonly uses: { math: boolean; code: boolean; mermaid: boolean };
  /** Classes that every slide carries: variant and size. */
  readonly classes: readonly string[];
}

export interface SlideJob {
  readonly slide: Slide;
  readonly section: Section;
  readonly sectionNumber: number;
  /** Whether a section opener stands before this slide in its section. */
  readonly afterOpener: boolean;
  readonly layout: LayoutDefinition;
  readonly template: Template;
}

const headingLevel = ({ layout, afterOpener }: SlideJob): number =>
  layout.name === 'title' ? 1 : layout.name === 'section' ? 2 : afterOpener ? 3 : 2;

/** The title as written, or the one that the layout's data suggests. */
function titleText({ slide, section, layout }: SlideJob, on: LessonWriter): string | undefined {
  if (slide.title !== undefined) return slide.title;
  if (layout.name === 'title') return on.lesson.title;
  if (layout.name === 'section') return section.title;
  const question = slide.fields.question;
  const asked = on.lesson.quiz.find((item) => item.id === question);
  if (layout.name === 'quiz' && asked) return asked.question;
  return on.strings.get(`title-${layout.name}`);
}

function writerHost(job: SlideJob, on: LessonWriter, pointer: string): WriterHost {
  return {
    picture: (src) => on.assets.picture(src, job.slide.places.value(pointer)),
    use: (feature) => {
      on.uses[feature] = true;
    },
  };
}

function lookup(kind: string, id: string, on: LessonWriter, writer: WriterHost): unknown {
  switch (kind) {
    case 'evidence':
      return on.evidence.get(id);
    case 'reference':
      return on.references.get(id);
    default:
      return shownById(kind, id, on, writer);
  }
}

/** Questions, terms and objectives as templates show them, their text made safe Markdown. */
function shownById(
  kind: string,
  id: string,
  { lesson, answers }: LessonWriter,
  writer: WriterHost,
): object | undefined {
  const rich = (text: string | undefined): Rich | undefined =>
    text === undefined ? undefined : Rich.inline(text, writer);
  if (kind === 'question') {
    const question = lesson.quiz.find((item) => item.id === id);
    return (
      question && {
        id,
        text: rich(question.question),
        answers: question.answers.map((answer) => ({
          text: rich(answer.text),
          ...(answers ? { correct: answer.correct, feedback: rich(answer.feedback) } : {}),
        })),
        ...(answers ? { explanation: rich(question.explanation), revealed: true } : {}),
      }
    );
  }
  if (kind === 'term') {
    const term = lesson.glossary.find((item) => item.id === id);
    return term && { id, term: rich(term.term), definition: rich(term.definition) };
  }
  if (kind === 'objective') {
    const objective = lesson.objectives.find((item) => item.id === id);
    return objective && { id, verb: rich(objective.verb), bloom: objective.bloom, text: rich(objective.text) };
  }
  return undefined;
}

const dataKinds: Readonly<Record<string, string>> = { glossary: 'term', objectives: 'objective', quiz: 'question' };

function shownData(
  layout: LayoutDefinition,
  items: readonly { readonly id: string }[],
  on: LessonWriter,
  writer: WriterHost,
): readonly unknown[] {
  if (layout.data === 'references') return items.map((item) => on.references.get(item.id));
  const kind = dataKinds[layout.data ?? ''];
  return kind === undefined ? [] : items.map((item) => shownById(kind, item.id, on, writer));
}

/** How many lines of a slide an item takes, at about 80 characters a line. */
function lineWeight(item: unknown): number {
  const plain = isObject(item)
    ? Object.values(item)
        .map((value) => (value instanceof Rich ? value.plain : ''))
        .join(' ')
    : '';
  return Math.max(1, Math.ceil(plain.length / 80));
}

/** Writes one slide of the lesson; a layout that paginates gives one composed slide a page. */
export function writeSlide(
  job: SlideJob,
  on: LessonWriter,
): { readonly slides: readonly ComposedSlide[]; readonly diagnostics: readonly Diagnostic[] } {
  const { layout, slide } = job;
  const host = writerHost(job, on, '');
  const data = shownData(layout, layoutData(layout, slide, on.lesson), on, host);
  const pages = layout.paginate ? paginate(data, layout.paginate.size, lineWeight) : [data];
  const slides: ComposedSlide[] = [];
  const diagnostics: Diagnostic[] = [];
  pages.forEach((items, i) => {
    const written = writePage(job, on, items, { number: i + 1, count: pages.length });
    if ('problem' in written) diagnostics.push(written.problem);
    else slides.push(written);
  });
  return { slides, diagnostics };
}

function writePage(
  job: SlideJob,
  on: LessonWriter,
  data: readonly unknown[],
  page: { number: number; count: number },
): ComposedSlide | { problem: Diagnostic } {
  const { slide, section, layout, template } = job;
  const titleSource = titleText(job, on);
  const title = titleSource === undefined ? undefined : Rich.inline(titleSource, writerHost(job, on, '/title'));
  const context = { ...slideContext(job, on), data, page };
  const result = template.run(context, slideWriter(job, on, title, page));
  if ('problem' in result)
    return { problem: { ...result.problem, related: [{ at: slide.at, message: 'while writing this slide' }] } };
  const dense = isDense(layout, slide.fields) ? ['dense'] : [];
  const classes = [layout.name, ...on.classes, ...dense].join(' ');
  const pageSuffix = page.count > 1 ? ` (${page.number}/${page.count})` : '';
  return {
    id: page.number === 1 ? slide.id : `${slide.id}-${page.number}`,
    slide: slide.id,
    layout: layout.name,
    section: section.id,
    title: (title?.plain ?? layout.title) + pageSuffix,
    markdown: `<!-- _class: ${classes} -->\n\n${tidy(result.markdown)}`,
    ...(slide.plans ? { plans: slide.plans } : {}),
    notes: slide.notes ?? '',
    at: slide.at,
  };
}

function isDense(layout: LayoutDefinition, fields: JsonObject): boolean {
  const rule = layout.schema['x-dense'];
  return isObject(rule) && typeof rule.characters === 'number' && textLength(fields) > rule.characters;
}

/** Removes repeated blank lines outside code fences. */
function tidy(markdown: string): string {
  let fence: string | undefined;
  const lines: string[] = [];
  for (const line of markdown.split('\n')) {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined && fence === undefined) fence = mark;
    else if (fence !== undefined && line.trim() === fence) fence = undefined;
    const blank = line.trim() === '';
    if (fence === undefined && blank && (lines.at(-1) ?? '') === '') continue;
    lines.push(blank && fence === undefined ? '' : line);
  }
  return lines.join('\n').trim();
}

function slideContext(job: SlideJob, on: LessonWriter): Record<string, unknown> {
  const { slide, section, layout, sectionNumber } = job;
  const { lesson } = on;
  const preparation: Preparation = {
    writer: (pointer) => writerHost(job, on, pointer),
    picture: (src, pointer) => on.assets.picture(src, slide.places.value(pointer)),
    lookup: (kind, id) => lookup(kind, id, on, writerHost(job, on, '')),
  };
  const properties = layout.schema.properties;
  const fields = prepareObject(slide.fields, isObject(properties) ? properties : {}, '', preparation);
  const host = writerHost(job, on, '');
  const currentId = typeof slide.fields.current === 'string' ? slide.fields.current : section.id;
  const currentIndex = lesson.sections.findIndex((item) => item.id === currentId);
  const sections = lesson.sections.map((item, i) => ({
    id: item.id,
    number: i + 1,
    title: Rich.inline(item.title, host),
    current: i === currentIndex,
    past: i < currentIndex,
    minutes: item.minutes[lesson.plans[0]?.id ?? ''],
  }));
  return {
    ...fields,
    slide: {
      id: slide.id,
      title: slide.title,
      steps: slide.steps,
      evidence: slide.evidence.flatMap((id) => on.evidence.get(id) ?? []),
      cites: slide.cites.flatMap((cite) => on.references.get(cite.reference) ?? []),
    },
    section: {
      id: section.id,
      title: Rich.inline(section.title, host),
      number: sectionNumber,
      count: lesson.sections.length,
    },
    lesson: lessonContext(on, host),
    sections,
  };
}

function lessonContext({ lesson, strings }: LessonWriter, host: WriterHost): Record<string, unknown> {
  const rich = (text: string | undefined): Rich | undefined =>
    text === undefined ? undefined : Rich.inline(text, host);
  return {
    title: rich(lesson.title),
    subtitle: rich(lesson.subtitle),
    authors: lesson.authors.map((author) => rich(author)),
    institution: rich(lesson.institution),
    audience: rich(lesson.audience),
    level: rich(lesson.level),
    lang: lesson.lang,
    date: longDate(lesson),
    plans: lesson.plans.map((plan) => ({ ...plan, title: rich(plan.title ?? plan.id) })),
    priorKnowledge: lesson.priorKnowledge.map((text) => rich(text)),
    discussion: lesson.discussion.map((item) => ({ id: item.id, prompt: rich(item.prompt) })),
    misconceptions: lesson.misconceptions.map((item) => ({ wrong: rich(item.wrong), right: rich(item.right) })),
    language: strings.get('language'),
  };
}

/** The date in words of the lesson's language; a date that is no calendar date is shown as written. */
function longDate(lesson: Lesson): string | undefined {
  if (lesson.date === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(lesson.date)) return lesson.date;
  const date = new Date(`${lesson.date}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return lesson.date;
  return new Intl.DateTimeFormat(lesson.lang, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}

function slideWriter(
  job: SlideJob,
  on: LessonWriter,
  title: Rich | undefined,
  pages: { number: number; count: number },
): SlideWriter {
  const { slide } = job;
  const fields = drawnFields(job, on);
  const alt = typeof fields.alt === 'string' ? fields.alt : (title?.plain ?? '');
  return {
    title,
    headingLevel: headingLevel(job),
    pages,
    steps: slide.steps,
    fields,
    alt,
    evidence: (id) => on.evidence.get(id),
    reference: (id) => on.references.get(id),
    word: (key) => on.strings.get(key) ?? key,
    draw: (kind, size, data: Json) => {
      if (kind === 'mermaid') on.uses.mermaid = true;
      return on.assets.draw({
        kind,
        ...size,
        data,
        alt,
        title: title?.plain ?? '',
        steps: slide.steps,
        slide: slide.id,
        at: slide.at,
        places: slide.places,
      });
    },
    use: (feature) => {
      on.uses[feature] = true;
    },
  };
}

/** The fields as a drawing needs them: a CSV file named in `data` is read, its text put in `csv`. */
function drawnFields({ slide, layout }: SlideJob, { assets }: LessonWriter): JsonObject {
  const { data } = slide.fields;
  if (layout.name !== 'chart' || typeof data !== 'string') return slide.fields;
  const read = assets.file(data, slide.places.value('/data'));
  return read ? { ...slide.fields, data: undefined, csv: new TextDecoder().decode(read.bytes) } : slide.fields;
}

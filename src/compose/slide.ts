import { isObject, type Diagnostic, type Json, type JsonObject } from '../base/index.ts';
import { backdrop, lookClasses } from './look.ts';
import type { ComposedSlide, Slide } from '../model/index.ts';
import { decodeTable } from './decode-table.ts';
import { placeCallouts } from './callout-pages.ts';
import { slideContext } from './context.ts';
import {
  calloutsHeight,
  fitOf,
  fitSlide,
  frameOf,
  hasLargeNotes,
  notesHeight,
  type Fitted,
  type Frame,
  type Page,
} from './fit/index.ts';
import type { SlideWriter } from './helper.ts';
import { layoutData } from './layout-data.ts';
import { shownData } from './shown.ts';
import { withFootnotes } from './footnotes.ts';
import { surroundingsOf } from './surroundings.ts';
import { plainTitle } from './text/index.ts';
import { Rich } from './text/rich.ts';
import { contentWidth, languageOfSlide, writerHost, type LessonWriter, type SlideJob } from './writing.ts';

const headingLevel = ({ slide, afterOpener }: SlideJob): number =>
  slide.role === 'title' ? 1 : slide.role === 'opener' ? 2 : afterOpener ? 3 : 2;

/** The title as written, or the one that the layout's data suggests. */
function titleText({ slide, section, layout }: SlideJob, on: LessonWriter): string | undefined {
  if (slide.title !== undefined) return slide.title;
  if (slide.role === 'title') return on.lesson.title;
  if (slide.role === 'opener') return section.title;
  const { question } = slide.fields;
  const asked = slide.role === 'activity' ? on.lesson.quiz.find((item) => item.id === question) : undefined;
  if (asked && asked.kind !== 'cloze') return asked.question;
  return on.strings.get(`title-${layout.name}`) ?? (layout.titleRequired ? section.title : undefined);
}

/** Writes one slide of the lesson; what does not fit at the smallest size goes on to further slides. */
export function writeSlide(
  job: SlideJob,
  on: LessonWriter,
): { readonly slides: readonly ComposedSlide[]; readonly diagnostics: readonly Diagnostic[] } {
  const { layout, slide } = job;
  const titleSource = titleText(job, on);
  const title = titleSource === undefined ? undefined : Rich.inline(titleSource, writerHost(job, on, '/title'));
  const data = shownData(layout, layoutData(layout, slide, on.lesson), on, writerHost(job, on, ''));
  const frames = framesFor(job, on, title);
  const fit = fitOf(layout.schema);
  const whole = { ...slideContext(job, on), title, data };
  const placed = placeCallouts({ context: whole, frame: frames(2), hasFoot: fit?.room === undefined }, on);
  const { context } = placed;
  const fitted: Fitted = fit
    ? fitSlide({ fit, context, frame: frames, plan: on.plan, metrics: on.metrics, word: wordOf(on) })
    : { body: undefined, form: undefined, pages: pagesOf(slide, context) };
  const slides: ComposedSlide[] = [];
  const diagnostics: Diagnostic[] = [];
  const count = fitted.pages.length + placed.pages.length;
  [...fitted.pages, ...placed.pages].forEach((page, i) => {
    const isBare = i >= fitted.pages.length;
    const written = writePage(isBare ? { ...job, template: on.bare } : job, on, {
      ...page,
      title,
      fitted: isBare ? { body: placed.body, form: 'bare', pages: placed.pages } : fitted,
      frame: frames(count),
      number: i + 1,
      count,
    });
    if ('problem' in written) diagnostics.push(written.problem);
    else slides.push(written);
  });
  return { slides, diagnostics };
}

/** As many pages as the drawing of a slide takes. */
const pagesOf = ({ drawnPages = 1 }: Slide, context: Page['context']): readonly Page[] =>
  Array.from({ length: drawnPages }, () => ({ context, offset: 0 }));

const wordOf =
  ({ strings }: LessonWriter) =>
  (key: string): string =>
    strings.get(key) ?? key;

/** The room for the body, by the number of pages: a title with “(2/3)” may need another line. */
function framesFor(job: SlideJob, on: LessonWriter, title: Rich | undefined): (count: number) => Frame {
  const found = new Map<string, Frame>();
  return (count) => {
    const suffix = count > 1 ? ` (${count}/${count})` : '';
    const frame = found.get(suffix) ?? frameOf(surroundingsOf(job, on, title, suffix), on.plan, on.metrics);
    found.set(suffix, frame);
    return frame;
  };
}

/** One of the slides that a slide of the outline becomes. */
interface PageJob extends Page {
  readonly title: Rich | undefined;
  readonly fitted: Fitted;
  readonly frame: Frame;
  readonly number: number;
  readonly count: number;
}

function writePage(job: SlideJob, on: LessonWriter, page: PageJob): ComposedSlide | { problem: Diagnostic } {
  const { slide, section, layout, template } = job;
  const { title, number, count, offset, frame, fitted } = page;
  const lang = languageOfSlide(job, on);
  const context = { ...page.context, page: { number, count, offset } };
  const result = template.run(context, slideWriter(job, on, page));
  if ('problem' in result)
    return { problem: { ...result.problem, related: [{ at: slide.at, message: 'while writing this slide' }] } };
  const sizes = [
    `title-${frame.titleSize}`,
    ...(fitted.body === undefined ? [] : [`text-${fitted.body}`]),
    ...(fitted.form === undefined ? [] : [fitted.form]),
    ...(hasLargeNotes(notesIn(context), frame.width, on) ? ['noted'] : []),
  ];
  return {
    id: number === 1 ? slide.id : `${slide.id}-${number}`,
    slide: slide.id,
    layout: layout.name,
    section: section.id,
    title: (title === undefined ? layout.title : plainTitle(title.source)) + (count > 1 ? ` (${number}/${count})` : ''),
    classes: [...(fitted.form === 'bare' ? [] : [layout.name]), ...lookClasses(job, on), ...sizes].join(' '),
    markdown: backdrop(job, on) + tidy(withFootnotes(result.markdown, job.footnotes)),
    ...(lang === undefined ? {} : { lang }),
    ...(slide.plans ? { plans: slide.plans } : {}),
    notes: number === 1 ? (slide.notes ?? '') : '',
    at: slide.at,
  };
}

/** What stands below a drawing. */
const notesIn = ({ caption, note }: Record<string, unknown>): readonly Rich[] =>
  [caption, note].filter((text) => text instanceof Rich);

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

function slideWriter(job: SlideJob, on: LessonWriter, page: PageJob): SlideWriter {
  const { slide } = job;
  const { title, frame } = page;
  const fields = page.part?.(drawnFields(job, on)) ?? drawnFields(job, on);
  const alt = typeof fields.alt === 'string' ? fields.alt : (title?.plain ?? '');
  const drawnIn = languageOfSlide(job, on);
  return {
    title,
    width: contentWidth(on),
    room: (notes) => Math.floor(frame.height - notesHeight(notes, frame.width, on) - calloutsRoom(page, on)),
    headingLevel: headingLevel(job),
    lang: on.lesson.lang,
    pages: { number: page.number, count: page.count, offset: page.offset },
    steps: slide.steps,
    fields,
    alt,
    evidence: (id) => on.evidence.get(id),
    reference: (id) => on.references.get(id),
    word: wordOf(on),
    draw: (kind, size, data: Json) => {
      return on.assets.draw({
        kind,
        width: Math.min(size.width, contentWidth(on)),
        height: size.height,
        data,
        // Without words of the author a drawing describes itself.
        alt: typeof fields.alt === 'string' ? fields.alt : '',
        title: title?.plain ?? '',
        steps: slide.steps,
        ...(fitOf(job.layout.schema) || slide.steps
          ? {}
          : { share: { number: page.number, count: slide.drawnPages ?? 1 } }),
        ...(drawnIn === undefined ? {} : { lang: drawnIn, words: Object.fromEntries(on.stringsIn(drawnIn)) }),
        slide: slide.id,
        at: slide.at,
        places: slide.places,
      });
    },
    use: (feature) => {
      on.uses[feature] = true;
    },
    formula: (tex, display) => on.findings.formula(tex, display, slide.at, slide.id),
  };
}

/** What call-outs take of the room of a drawing. */
function calloutsRoom({ context, frame, fitted }: PageJob, on: LessonWriter): number {
  const { metrics, plan } = on;
  const measure = { metrics, plan, body: fitted.body ?? 30, word: wordOf(on) };
  return calloutsHeight(context, frame.width, measure);
}

/** Whether the text of the field `data` names a table beside the lesson (`x-file: table`). */
const namesTable = ({ properties }: JsonObject): boolean => {
  const field = isObject(properties) && isObject(properties.data) ? properties.data : {};
  const kinds: readonly Json[] = Array.isArray(field.oneOf) ? field.oneOf : [];
  return [field, ...kinds].some((kind) => isObject(kind) && kind['x-file'] === 'table');
};

/** The fields as a drawing needs them: the text of a CSV file named in `data` takes the place of its name. */
function drawnFields({ slide, layout }: SlideJob, { assets }: LessonWriter): JsonObject {
  const { data } = slide.fields;
  if (typeof data !== 'string' || !namesTable(layout.schema)) return slide.fields;
  const read = assets.file(data, slide.places.value('/data'));
  if (!read) return slide.fields;
  const text = decodeTable(read.bytes);
  if (text === undefined) assets.notATable(data, slide.places.value('/data'));
  return { ...slide.fields, data: text ?? [] };
}

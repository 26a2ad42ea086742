import { isObject, type Diagnostic, type Json, type JsonObject } from '../base/index.ts';
import type { ComposedSlide } from '../model/index.ts';
import type { LayoutDefinition } from '../parse/index.ts';
import { slideContext } from './context.ts';
import type { SlideWriter } from './helper.ts';
import { layoutData, paginate, textLength } from './pages.ts';
import { lineWeight, shownData } from './shown.ts';
import { Rich } from './text/rich.ts';
import { writerHost, type LessonWriter, type SlideJob } from './writing.ts';

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

/** Room between the margins of a slide (`--margin-x` of the theme: 72 px, 56 px at 4:3). */
const contentWidth = (canvas: number): number => canvas - 2 * (canvas < 1280 ? 56 : 72);

/** Limits of layouts are given for 16:9; a 4:3 slide holds about seven tenths of the text. */
const scaled = (limit: number, { canvas }: LessonWriter): number => Math.floor(limit * (canvas.width < 1280 ? 0.7 : 1));

/** Writes one slide of the lesson; a layout that paginates gives one composed slide a page. */
export function writeSlide(
  job: SlideJob,
  on: LessonWriter,
): { readonly slides: readonly ComposedSlide[]; readonly diagnostics: readonly Diagnostic[] } {
  const { layout, slide } = job;
  const host = writerHost(job, on, '');
  const data = shownData(layout, layoutData(layout, slide, on.lesson), on, host);
  const pages = layout.paginate ? paginate(data, scaled(layout.paginate.size, on), lineWeight) : [data];
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
  const classes = [layout.name, ...on.classes, ...densityOf(layout, slide.fields, on)].join(' ');
  const pageSuffix = page.count > 1 ? ` (${page.number}/${page.count})` : '';
  return {
    id: page.number === 1 ? slide.id : `${slide.id}-${page.number}`,
    slide: slide.id,
    layout: layout.name,
    section: section.id,
    title: (title?.plain ?? layout.title) + pageSuffix,
    classes,
    markdown: tidy(result.markdown),
    ...(slide.plans ? { plans: slide.plans } : {}),
    notes: slide.notes ?? '',
    at: slide.at,
  };
}

/** Much text is set closer (`dense`), little text larger (`roomy`), where the layout says from which length on. */
function densityOf(layout: LayoutDefinition, fields: JsonObject, on: LessonWriter): readonly ('dense' | 'roomy')[] {
  const limit = (key: 'x-dense' | 'x-roomy', otherwise: number): number => {
    const rule = layout.schema[key];
    return isObject(rule) && typeof rule.characters === 'number' ? scaled(rule.characters, on) : otherwise;
  };
  const length = textLength(fields);
  return length > limit('x-dense', Infinity) ? ['dense'] : length <= limit('x-roomy', -1) ? ['roomy'] : [];
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
    canvas: on.canvas,
    sources: slide.cites.map((cite) => on.references.get(cite.reference)?.label ?? '').join(' · '),
    headingLevel: headingLevel(job),
    pages,
    steps: slide.steps,
    fields,
    alt,
    evidence: (id) => on.evidence.get(id),
    reference: (id) => on.references.get(id),
    word: (key) => on.strings.get(key) ?? key,
    draw: (kind, size, data: Json) => {
      return on.assets.draw({
        kind,
        width: Math.min(size.width, contentWidth(on.canvas.width)),
        height: size.height,
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

/** The fields as a drawing needs them: the text of a CSV file named in `data` takes the place of its name. */
function drawnFields({ slide, layout }: SlideJob, { assets }: LessonWriter): JsonObject {
  const { data } = slide.fields;
  if (layout.name !== 'chart' || typeof data !== 'string') return slide.fields;
  const read = assets.file(data, slide.places.value('/data'));
  return read ? { ...slide.fields, data: new TextDecoder().decode(read.bytes) } : slide.fields;
}

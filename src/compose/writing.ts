import { isObject, type Span } from '../base/index.ts';
import type { EvidenceLevel, Lesson, PagePlan, Section, Slide, SlideId } from '../model/index.ts';
import type { LayoutDefinition, Strings } from '../parse/index.ts';
import { hyphenator } from '../text/index.ts';
import type { AssetCollector } from './assets.ts';
import type { Template } from './environment.ts';
import type { Findings } from './findings.ts';
import { fitOf, shareOf, type Metrics } from './fit/index.ts';
import type { ShownReference } from './helper.ts';
import type { WriterHost } from './text/index.ts';

/** What all slides of a lesson share while they are written. */
export interface LessonWriter {
  readonly lesson: Lesson;
  /** Whether answers, feedback and explanations may be shown. */
  readonly answers: boolean;
  readonly strings: Strings;
  /** The words of another language, for drawings in it. */
  readonly stringsIn: (lang: string) => Strings;
  readonly evidence: ReadonlyMap<string, EvidenceLevel>;
  readonly references: ReadonlyMap<string, ShownReference>;
  readonly assets: AssetCollector;
  readonly findings: Findings;
  readonly uses: { math: boolean; code: boolean };
  /** How the theme divides its page, with the margins of this lesson. */
  readonly plan: PagePlan;
  /** Widths of the theme's letters. */
  readonly metrics: Metrics;
  /** Head and foot alone: a page for call-outs that need one. */
  readonly bare: Template;
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
  /** Notes at the foot of the page that is being written, as inline Markdown. */
  readonly footnotes: string[];
}

/** Room between the margins of a slide. */
export const contentWidth = ({ plan: { canvas, margins } }: Pick<LessonWriter, 'plan'>): number =>
  canvas.width - 2 * margins.x;

/** Between two columns, and beside them. */
const gutter = 24;

/** The width of the column in which the text of a field stands. */
function columnWidth({ layout }: SlideJob, on: LessonWriter, pointer: string): number {
  const fit = fitOf(layout.schema);
  const share = fit === undefined ? 1 : shareOf(fit.box, pointer.slice(1).replaceAll('/', '.'), on.plan.stacked);
  return Math.floor(contentWidth(on) * share - (share < 1 ? gutter : 0));
}

/** Where the text of one field may get its pictures, and whom it tells what it uses. */
export function writerHost(job: SlideJob, on: LessonWriter, pointer: string): WriterHost {
  const lang = languageOf(job, on, pointer);
  const isSet = on.lesson.presentation.typography !== false;
  return {
    ...textHost(on, () => job.slide.places.value(pointer), job.slide.id),
    ...(isSet ? { hyphenate: hyphenator(lang ?? on.lesson.lang) } : {}),
    ...(lang === undefined ? {} : { lang, ...(isSet ? { typography: lang } : {}) }),
    footnote: (markdown) => job.footnotes.push(markdown),
    word: (key) => on.strings.get(key) ?? key,
    drawing: (kind, text) =>
      on.assets.draw({
        kind,
        width: columnWidth(job, on, pointer),
        height: on.plan.drawing,
        data: { diagram: text },
        alt: '',
        title: job.slide.title ?? job.section.title,
        steps: false,
        slide: job.slide.id,
        at: job.slide.places.value(pointer),
        // Its text stands in this field.
        places: { value: () => job.slide.places.value(pointer), key: () => job.slide.places.key(pointer) },
      }),
  };
}

/** The fields whose language alone `lang` of a slide with this layout tells (`x-foreign`). */
function foreignFields({ schema }: LayoutDefinition): readonly string[] {
  const properties = isObject(schema.properties) ? schema.properties : {};
  return Object.keys(properties).filter((name) => {
    const field = properties[name];
    return isObject(field) && field['x-foreign'] === true;
  });
}

/** The language of a slide's own texts as a whole, where it is not that of the lesson. */
export function languageOfSlide({ slide: { lang }, layout }: SlideJob, { lesson }: LessonWriter): string | undefined {
  return lang === undefined || lang === lesson.lang || foreignFields(layout).length > 0 ? undefined : lang;
}

/** The language of one field, where it is not that of the lesson; what is not a field of the slide has the lesson's. */
function languageOf(job: SlideJob, on: LessonWriter, pointer: string): string | undefined {
  const { lang } = job.slide;
  if (lang === undefined || lang === on.lesson.lang || pointer === '') return undefined;
  const isForeign = foreignFields(job.layout).some((name) => pointer === `/${name}` || pointer.startsWith(`/${name}/`));
  return isForeign ? lang : languageOfSlide(job, on);
}

/** What every text of a lesson may use, wherever it stands; `place` is asked for only when something is wrong. */
export function textHost(
  { lesson, assets, findings, uses }: Pick<LessonWriter, 'lesson' | 'assets' | 'findings' | 'uses'>,
  place: () => Span,
  slide?: SlideId,
): Omit<WriterHost, 'drawing'> {
  return {
    ...(lesson.presentation.typography !== false ? { typography: lesson.lang } : {}),
    picture: (src) => assets.picture(src, place()),
    file: (path) => assets.link(path, place()),
    use: (feature) => {
      uses[feature] = true;
    },
    formula: (tex, display) => findings.formula(tex, display, place(), slide),
    report: (problem) => findings.report(problem, place()),
  };
}

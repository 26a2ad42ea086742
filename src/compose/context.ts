import { isObject } from '../base/index.ts';
import { calloutsOf } from './callouts.ts';
import { longDate } from '../model/index.ts';
import { isCommon } from '../parse/index.ts';
import { prepareObject, type Preparation } from './prepare.ts';
import { lookup } from './shown.ts';
import type { WriterHost } from './text/index.ts';
import { Rich } from './text/rich.ts';
import { writerHost, type LessonWriter, type SlideJob } from './writing.ts';

/** Everything a template sees. */
export function slideContext(job: SlideJob, on: LessonWriter): Record<string, unknown> {
  const { slide, section, layout, sectionNumber } = job;
  const { lesson } = on;
  const preparation: Preparation = {
    writer: (pointer) => writerHost(job, on, pointer),
    picture: (src, pointer) => on.assets.picture(src, slide.places.value(pointer)),
    resolve: (text) =>
      (slide.role === 'activity' ? lesson.discussion.find(({ id }) => id === text)?.prompt : undefined) ?? text,
    lookup: (kind, id) => lookup(kind, id, on, writerHost(job, on, '')),
  };
  const properties = isObject(layout.schema.properties) ? layout.schema.properties : {};
  const { callout, ...others } = slide.fields;
  const isOurs = isCommon(properties.callout);
  const fields = prepareObject(isOurs ? others : slide.fields, properties, '', preparation);
  const host = writerHost(job, on, '');
  const shared = sharedContext(on, host);
  const currentId = typeof slide.fields.current === 'string' ? slide.fields.current : section.id;
  const currentIndex = lesson.sections.findIndex((item) => item.id === currentId);
  const sections = lesson.sections.map((item, i) => ({
    id: item.id,
    number: i + 1,
    title: shared.sections[i],
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
      callouts: calloutsOf(isOurs ? callout : undefined, preparation.writer),
      evidence: slide.evidence.flatMap((id) => on.evidence.get(id) ?? []),
      cites: slide.cites.flatMap((cite) => on.references.get(cite.reference) ?? []),
    },
    section: {
      id: section.id,
      title: shared.sections[lesson.sections.indexOf(section)],
      number: sectionNumber,
      count: lesson.sections.length,
    },
    lesson: shared.lesson,
    sections,
  };
}

interface SharedContext {
  readonly lesson: Record<string, unknown>;
  /** The titles of the sections. */
  readonly sections: readonly Rich[];
}

const sharedContexts = new WeakMap<LessonWriter, SharedContext>();

/** What every slide of a lesson sees, written once. */
function sharedContext(on: LessonWriter, host: WriterHost): SharedContext {
  const known = sharedContexts.get(on);
  if (known) return known;
  const sections = on.lesson.sections.map(({ title }) => Rich.inline(title, host));
  const made = { lesson: lessonContext(on, host), sections };
  sharedContexts.set(on, made);
  return made;
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
    // Only one slide of a lesson shows it, and the words of a language take long to load.
    get date() {
      return longDate(lesson);
    },
    plans: lesson.plans.map((plan) => ({ ...plan, title: rich(plan.title ?? plan.id) })),
    priorKnowledge: lesson.priorKnowledge.map((text) => rich(text)),
    discussion: lesson.discussion.map((item) => ({ id: item.id, prompt: rich(item.prompt) })),
    misconceptions: lesson.misconceptions.map((item) => ({ wrong: rich(item.wrong), right: rich(item.right) })),
    language: strings.get('language'),
  };
}

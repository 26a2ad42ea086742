import type { Surroundings } from './fit/index.ts';
import { titleOf } from './fit/index.ts';
import type { Rich } from './text/rich.ts';
import type { LessonWriter, SlideJob } from './writing.ts';

/** What stands around the body of a slide: title, running head and foot, as they are measured. */
export function surroundingsOf(
  { slide, section, sectionNumber, footnotes }: SlideJob,
  on: LessonWriter,
  title: Rich | undefined,
  suffix: string,
): Surroundings {
  const cited = slide.cites.map((cite) => on.references.get(cite.reference)?.label ?? '');
  return {
    title: titleOf(title, suffix),
    marker: `${sectionNumber} ${section.title}`,
    badges: slide.evidence.map((id) => on.evidence.get(id)?.label ?? ''),
    sources: cited.length === 0 ? '' : `${on.strings.get('source-line') ?? ''} ${cited.join(' · ')}`,
    footnotes,
    many: cited.length > 3,
    hasFooter: on.lesson.presentation.footer !== undefined,
    logo: on.lesson.presentation.logo === undefined ? 0 : on.plan.foot.logo,
  };
}

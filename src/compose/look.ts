import { isObject } from '../base/index.ts';
import { isCommon } from '../parse/index.ts';
import { escapeAttribute } from './text/index.ts';
import type { LessonWriter, SlideJob } from './writing.ts';

/** What a slide says under a field that all layouts have, when it is a text. */
function common({ slide, layout }: SlideJob, field: 'look' | 'background'): string | undefined {
  const { properties } = layout.schema;
  const value = slide.fields[field];
  return typeof value === 'string' && isObject(properties) && isCommon(properties[field]) ? value : undefined;
}

/** The look of a slide: a picture behind it is wanted by whoever names one. */
const lookOf = (job: SlideJob): string | undefined =>
  common(job, 'look') ?? (common(job, 'background') === undefined ? undefined : 'picture');

/** The classes of the deck, with the look of this slide: a dark one and one on a picture take the dark variant. */
export function lookClasses(job: SlideJob, { classes, lesson }: LessonWriter): readonly string[] {
  const look = lookOf(job);
  if (look === undefined || look === 'plain') return classes;
  const dark = classes.map((name) => (name === 'light' ? 'dark' : name));
  if (look === 'dark') return dark;
  // Without a picture the slide is the dark one that it would be with it.
  if (look === 'picture') return pictureOf(job, lesson) === undefined ? dark : [...dark, 'look-picture'];
  return [...classes, `look-${look}`];
}

const pictureOf = (job: SlideJob, { presentation }: LessonWriter['lesson']): string | undefined =>
  common(job, 'background') ?? presentation.background;

/** The picture behind a slide with its veil, before everything else of the slide: decoration, without words. */
export function backdrop(job: SlideJob, { assets, lesson }: LessonWriter): string {
  if (lookOf(job) !== 'picture') return '';
  const { slide } = job;
  const src = pictureOf(job, lesson);
  if (src === undefined) return '';
  const isOwn = common(job, 'background') !== undefined;
  const at = isOwn ? slide.places.value('/background') : lesson.places.value('/presentation/background');
  const path = assets.picture(src, at);
  if (path === undefined) return '';
  const image = `<img src="${escapeAttribute(path)}" alt="" />`;
  return `<figure class="picture ground backdrop" aria-hidden="true">${image}<div class="veil"></div></figure>\n\n`;
}

import { defineCodes } from '../../base/index.ts';
import { plainText } from '../../compose/index.ts';
import { slidesOf, type Slide } from '../../model/index.ts';
import type { Check } from '../check.ts';

const { table, diagnostic } = defineCodes({
  'slide/duplicate-title': {
    severity: 'warning',
    summary: 'Two slides have the same title.',
    why: 'Titles are how people find a slide in the contents, in the PDF outline and with a screen reader.',
    mend: 'Let each title say the point of its own slide.',
  },
});

export const duplicateTitleCheck: Check = {
  name: 'duplicate-title',
  codes: table,
  run({ lesson }) {
    const first = new Map<string, Slide>();
    return slidesOf(lesson).flatMap(({ slide }) => {
      const title = plainText(slide.title ?? '');
      const key = title.toLowerCase();
      const other = first.get(key);
      if (key === '' || slide.role === 'activity') return [];
      if (other === undefined) {
        first.set(key, slide);
        return [];
      }
      const related = [{ at: other.places.value('/title'), message: `Slide "${other.id}" has it first.` }];
      const help = [`Say what slide "${slide.id}" adds to slide "${other.id}", or make them one slide with \`steps\`.`];
      const at = slide.places.value('/title');
      return [diagnostic('slide/duplicate-title', `The title “${title}” is used twice.`, { at, related, help })];
    });
  },
};

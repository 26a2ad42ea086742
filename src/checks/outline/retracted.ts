import { defineCodes } from '../../base/index.ts';
import { slidesOf } from '../../model/index.ts';
import type { Check } from '../check.ts';
import { passagesOf, visitFields } from '../texts/index.ts';

const { table, diagnostic } = defineCodes({
  'reference/retracted': {
    severity: 'warning',
    summary: 'A slide cites a work that was retracted, without saying so.',
    why: 'The audience would take it as evidence.',
    mend: 'Cite another work, or say on the slide that this one was retracted.',
  },
});

const said = /ingetrokken|intrekking|teruggetrokken|retract|withdrawn|zurückgezogen|rétract/i;

export const retractedCheck: Check = {
  name: 'retracted',
  codes: table,
  run(context) {
    const retracted = new Map(
      context.lesson.references.filter((work) => work.retracted === true).map((work) => [work.id, work]),
    );
    if (retracted.size === 0) return [];
    return slidesOf(context.lesson).flatMap(({ slide }) => {
      // The list of sources marks retracted works itself.
      if (slide.role === 'listing' || passagesOf(context, slide).some(({ plain }) => said.test(plain))) return [];
      const cites = new Map(slide.cites.map(({ reference, at }) => [reference, at]));
      visitFields(context, slide, (schema, text, pointer) => {
        if (schema['x-link'] === 'reference' && !cites.has(text)) cites.set(text, slide.places.value(pointer));
      });
      return [...cites].flatMap(([id, at]) => {
        const work = retracted.get(id);
        if (work === undefined) return [];
        const related = [{ at: work.places.value('/retracted'), message: 'It is marked as retracted here.' }];
        const help = ['Cite another work.', 'Or say on the slide that it was retracted, and why you show it.'];
        const message = `Slide "${slide.id}" cites ${work.authors} ${work.year}, which was retracted.`;
        return [diagnostic('reference/retracted', message, { at, related, help })];
      });
    });
  },
};

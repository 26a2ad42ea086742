import { defineCodes } from '../../base/index.ts';
import { isInPlan, type Section } from '../../model/index.ts';
import type { Check } from '../check.ts';
import { numberOption } from '../settings.ts';
import { notesOf } from '../texts/index.ts';
import { planName } from './plans.ts';

const { table, diagnostic } = defineCodes({
  'teaching/pace': {
    severity: 'warning',
    summary: 'The notes of a section take longer to say than its minutes (130 words a minute; option `words`).',
    why: 'The lecturer has to talk faster than students can follow, or skips the end.',
    mend: 'Shorten the notes, show fewer slides in the plan (`plans`), or give the section more minutes.',
  },
});

const wordsIn = (section: Section, plan: string): number =>
  section.slides
    .filter((slide) => isInPlan(plan, slide))
    .flatMap(notesOf)
    .reduce((sum, { plain }) => sum + plain.split(' ').filter((word) => /[\p{L}\p{N}]/u.test(word)).length, 0);

export const paceCheck: Check = {
  name: 'pace',
  codes: table,
  run(context) {
    const pace = numberOption(context.config, 'teaching/pace', 'words', 130);
    return context.lesson.plans.flatMap((plan) =>
      context.lesson.sections.flatMap((section) => {
        const minutes = section.minutes[plan.id];
        const words = wordsIn(section, plan.id);
        if (minutes === undefined || words <= minutes * pace) return [];
        const needed = Math.ceil((words / pace) * 10) / 10;
        const over = Math.ceil(words - minutes * pace);
        const message = `The notes of section "${section.id}" take ${needed} of its ${minutes} minutes in plan ${planName(plan)}.`;
        const help = [
          `Cut ${over} words from the notes, or give the section ${Math.ceil(needed)} minutes.`,
          'Or leave slides out of this plan with `plans`.',
        ];
        return [diagnostic('teaching/pace', message, { at: section.places.value('/minutes'), help })];
      }),
    );
  },
};

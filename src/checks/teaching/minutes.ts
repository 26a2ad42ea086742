import { defineCodes, type Diagnostic } from '../../base/index.ts';
import type { Check } from '../check.ts';
import { planName } from './plans.ts';

const { table, diagnostic } = defineCodes({
  'teaching/minutes': {
    severity: 'warning',
    summary: 'The minutes of the sections do not add up to those of the time plan.',
    why: 'The lecturer runs out of time, or of lesson.',
    mend: 'Change the `minutes` of the sections, or those of the plan.',
  },
});

const rounded = (minutes: number): number => Math.round(minutes * 100) / 100;

export const minutesCheck: Check = {
  name: 'minutes',
  codes: table,
  run({ lesson }) {
    return lesson.plans.flatMap((plan, i): readonly Diagnostic[] => {
      const planned = lesson.sections.filter((section) => section.minutes[plan.id] !== undefined);
      const sum = rounded(planned.reduce((total, section) => total + (section.minutes[plan.id] ?? 0), 0));
      if (planned.length === 0 || sum === rounded(plan.minutes)) return [];
      const difference = rounded(Math.abs(sum - plan.minutes));
      const related = planned.map((section) => ({
        at: section.places.value('/minutes'),
        message: `Section "${section.id}": ${section.minutes[plan.id]} minutes.`,
      }));
      const help = [
        sum > plan.minutes ? `Take ${difference} minutes from a section.` : `Give ${difference} minutes to a section.`,
      ];
      const message = `The sections of plan ${planName(plan)} take ${sum} minutes.`;
      const at = lesson.places.value(plan.id === 'default' ? '/duration' : `/plans/${i}/minutes`);
      return [diagnostic('teaching/minutes', message, { at, related, help })];
    });
  },
};

import type { Diagnostic, Fix, Span } from '../base/index.ts';
import { pointerStep } from '../base/index.ts';
import type { Deck, Lesson, Section } from '../model/index.ts';
import type { LectureRecord } from '../wire/index.ts';
import { diagnostic } from './codes.ts';

/** The minutes for next year. */
export interface NewMinutes {
  readonly fixes: readonly Fix[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Minutes rounded up to the half, as one writes them in an outline. */
const halfMinutes = (ms: number): number => Math.ceil(ms / 30_000) / 2;

/**
 * Replaces the planned minutes of each section that was given by those that it took, in the time plan of the lecture alone.
 * Only a number that stands in the outline as itself is replaced: everything around it stays.
 */
export function newMinutes(
  { lesson, deck }: { readonly lesson: Lesson; readonly deck: Deck },
  record: LectureRecord,
  textAt: (at: Span) => string,
): NewMinutes {
  const plan = (lesson.plans.find(({ id }) => id === record.plan) ?? longest(lesson))?.id;
  const spent = new Map(Object.entries(record.spent));
  const fixes: Fix[] = [];
  const diagnostics: Diagnostic[] = [];
  for (const section of lesson.sections) {
    const shown = deck.slides.filter((slide) => slide.section === section.id);
    const minutes = halfMinutes(shown.reduce((sum, { id }) => sum + (spent.get(id) ?? 0), 0));
    const planned = plan === undefined ? undefined : section.minutes[plan];
    if (plan === undefined || minutes === 0 || minutes === planned) continue;
    const fix = fixFor(section, { plan, minutes, planned, textAt });
    if (fix) fixes.push(fix);
    else
      diagnostics.push(
        diagnostic(
          'after/minutes-kept',
          `Section "${section.id}" took ${minutes} minutes, and its minutes stay as they are`,
          {
            at: section.places.key('/minutes'),
            help: [`Write ${minutes} at the section.`],
          },
        ),
      );
  }
  return { fixes, diagnostics };
}

const longest = ({ plans }: Lesson) =>
  plans.reduce<Lesson['plans'][number] | undefined>(
    (best, plan) => (best && best.minutes >= plan.minutes ? best : plan),
    undefined,
  );

interface Wanted {
  readonly plan: string;
  readonly minutes: number;
  readonly planned: number | undefined;
  readonly textAt: (at: Span) => string;
}

function fixFor({ places, minutes: all }: Section, { plan, minutes, planned, textAt }: Wanted): Fix | undefined {
  if (planned === undefined) return undefined;
  const isNumber = (at: Span): boolean => textAt(at).trim() !== '' && Number(textAt(at)) === planned;
  const own = places.value(`/minutes${pointerStep(plan)}`);
  const whole = places.value('/minutes');
  if (own.start !== whole.start) return isNumber(own) ? { at: own, replacement: String(minutes) } : undefined;
  if (!isNumber(whole)) return undefined;
  // One number for all plans: the others keep theirs.
  const plans = Object.keys(all);
  const each = plans.map((id) => `${id}: ${id === plan ? minutes : planned}`).join(', ');
  return { at: whole, replacement: plans.length === 1 ? String(minutes) : `{ ${each} }` };
}

import { spentOn, type Clock } from './clock.ts';
import type { SectionData, SlideData } from './data.ts';

export interface Rehearsal {
  readonly lesson: string;
  /** Plan id; `''` when the lesson has no plans. */
  readonly plan: string;
  readonly sections: readonly SectionData[];
  readonly slides: readonly Pick<SlideData, 'id' | 'section'>[];
  readonly clock: Clock;
  readonly now: number;
}

/** Minutes rounded up to the half, as one writes them in an outline; 0 stays 0. */
export const halfMinutes = (ms: number): number => Math.ceil(ms / 30_000) / 2;

const decimal = (ms: number): string => (ms / 60_000).toFixed(1);
const scalar = (text: string): string =>
  /^[a-z][\w-]*$/i.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text) ? text : JSON.stringify(text);

/**
 * The recorded times as YAML for the outline's `sections`: minutes of the rehearsed plan as measured (rounded up to
 * half a minute), those of the other plans and of sections without time as they were. A comment gives each slide's time.
 */
export function rehearsalYaml(rehearsal: Rehearsal): string {
  const { lesson, plan, sections, slides, clock, now } = rehearsal;
  const of = (ids: readonly { readonly id: string }[]): number =>
    ids.reduce((sum, { id }) => sum + spentOn(clock, id, now), 0);
  const lines = [
    `# Rehearsal of ${comment(lesson)}: ${plan ? `plan ${comment(plan)}, ` : ''}${decimal(of(slides))} minutes`,
    'sections:',
  ];
  for (const section of sections) {
    const own = slides.filter((slide) => slide.section === section.id);
    const total = of(own);
    const measured = total > 0 ? `measured ${decimal(total)}` : 'not rehearsed: minutes as planned';
    lines.push(`  - id: ${scalar(section.id)}`, `    minutes: ${minutesYaml(section, plan, total)}  # ${measured}`);
    for (const slide of own) {
      const ms = spentOn(clock, slide.id, now);
      if (ms > 0) lines.push(`    #   ${decimal(ms)}  ${comment(slide.id)}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

const comment = (text: string): string => text.replaceAll(/[\r\n\u0085\u2028\u2029]+/g, ' ');

function minutesYaml(section: SectionData, plan: string, ms: number): string {
  if (plan === '') return String(halfMinutes(ms));
  const minutes = ms > 0 ? { ...section.minutes, [plan]: halfMinutes(ms) } : section.minutes;
  return `{ ${Object.entries(minutes)
    .map(([id, value]) => `${scalar(id)}: ${value}`)
    .join(', ')} }`;
}

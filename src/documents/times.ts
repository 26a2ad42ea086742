import { plainText } from '../compose/index.ts';
import type { Lesson, Minutes, TimePlan } from '../model/index.ts';
import type { Desk } from './desk.ts';

/** The name of a time plan as people see it. */
export const planName = ({ id, title }: TimePlan): string => plainText(title ?? id);

/** `4 min`; with several time plans `Lecture: 4 min · Seminar: 9 min`. */
export function minutesLine(minutes: Minutes, { plans }: Pick<Lesson, 'plans'>, desk: Desk): string {
  const known = plans.filter(({ id }) => minutes[id] !== undefined);
  const said = known.map((plan) => {
    const time = desk.word('minutes', { n: minutes[plan.id] ?? 0 });
    return plans.length === 1 ? time : `${planName(plan)}: ${time}`;
  });
  return said.join(' · ');
}

/** A time of the day some minutes after another: `09:00` and 75 give `10:15`. */
export function clockAfter(start: string, minutes: number): string {
  const [hours = 0, first = 0] = start.split(':').map(Number);
  const all = Math.round(hours * 60 + first + minutes);
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${two(Math.floor(all / 60) % 24)}:${two(all % 60)}`;
}

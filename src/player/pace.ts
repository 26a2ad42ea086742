import { elapsed, isUntouched, settle, type Clock } from './clock.ts';
import type { SectionData } from './data.ts';

/** Planned and actual time of one section, in milliseconds. */
export interface SectionPace {
  readonly id: string;
  readonly title: string;
  readonly planned: number;
  readonly actual: number;
  readonly current: boolean;
  /** Every slide of the section lies behind us. */
  readonly done: boolean;
}

export interface Pace {
  readonly state: 'waiting' | 'unplanned' | 'ahead' | 'behind' | 'on-time';
  /** Milliseconds behind the plan; negative when ahead; 0 when on time. */
  readonly delta: number;
  readonly elapsed: number;
  readonly planned: number;
  readonly sections: readonly SectionPace[];
}

export interface PaceInput {
  readonly sections: readonly SectionData[];
  /** Plan id. */
  readonly plan: string;
  /** All slides in order; `shown` is false for those outside the plan. */
  readonly slides: readonly { readonly id: string; readonly section: string; readonly shown: boolean }[];
  /** Slide now on screen. */
  readonly slide: string;
  readonly clock: Clock;
  readonly now: number;
}

/** A difference below this counts as on time. */
const tolerance = 30_000;

/**
 * Compares the time spent with the plan. The minutes of a section are shared equally by its slides, so each slide has a
 * planned interval: we are ahead when the time is before the interval of the slide on screen, behind when it is after.
 */
export function paceOf(input: PaceInput): Pace {
  const sections = sectionPaces(input);
  const planned = sections.reduce((sum, section) => sum + section.planned, 0);
  const time = elapsed(input.clock, input.now);
  if (isUntouched(input.clock)) return { state: 'waiting', delta: 0, elapsed: 0, planned, sections };
  if (planned === 0) return { state: 'unplanned', delta: 0, elapsed: time, planned, sections };
  const [start, end] = interval(input, sections);
  const raw = time < start ? time - start : Math.max(0, time - end);
  const state = Math.abs(raw) < tolerance ? 'on-time' : raw > 0 ? 'behind' : 'ahead';
  return { state, delta: state === 'on-time' ? 0 : raw, elapsed: time, planned, sections };
}

function sectionPaces({ sections, plan, slides, slide, clock, now }: PaceInput): SectionPace[] {
  const { spent } = settle(clock, now);
  const current = slides.find((candidate) => candidate.id === slide)?.section;
  const at = sections.findIndex((section) => section.id === current);
  return sections.map((section, index) => ({
    id: section.id,
    title: section.title,
    planned: (section.minutes[plan] ?? 0) * 60_000,
    actual: slides.filter((one) => one.section === section.id).reduce((sum, one) => sum + (spent[one.id] ?? 0), 0),
    current: index === at,
    done: at > index,
  }));
}

/** When the slide on screen should start and end, in milliseconds from the start of the lecture. */
function interval({ slides, slide }: PaceInput, sections: readonly SectionPace[]): readonly [number, number] {
  let start = 0;
  for (const section of sections) {
    if (!section.current) {
      start += section.planned;
      continue;
    }
    const own = slides.filter((one) => one.section === section.id && one.shown);
    const share = section.planned / Math.max(1, own.length);
    const before = Math.max(
      0,
      own.findIndex((one) => one.id === slide),
    );
    return [start + share * before, start + share * (before + 1)];
  }
  return [0, start];
}

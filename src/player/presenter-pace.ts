import { formatTime } from './clock.ts';
import { icon } from './icons.ts';
import { paceOf, type Pace } from './pace.ts';
import type { Player } from './player.ts';
import { fill, type Strings } from './strings.ts';

/** The pace of the lecture at this moment. */
export function paceNow(player: Player): Pace {
  const shown = new Set(player.route.stops.map(({ id }) => id));
  return paceOf({
    sections: player.data.sections,
    plan: player.timePlan,
    slides: player.deck.slides.map(({ id, section }) => ({ id, section, shown: shown.has(id) })),
    slide: player.slide.id,
    clock: player.clock,
    now: Date.now(),
  });
}

/** Ahead or behind, in words. */
export function paceWords({ state, delta }: Pace, strings: Strings): string {
  if (state === 'waiting') return strings.waiting;
  if (state === 'unplanned') return strings.unplanned;
  if (state === 'on-time') return strings.onTime;
  return fill(strings[state], formatTime(Math.abs(delta)));
}

/** The icon that goes with the words, so that colour never carries the meaning alone. */
export function paceIcon({ state }: Pace): SVGSVGElement {
  return icon(state === 'ahead' ? 'ahead' : state === 'behind' ? 'behind' : state === 'on-time' ? 'check' : 'timer');
}

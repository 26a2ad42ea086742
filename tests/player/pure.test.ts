import fc from 'fast-check';
import { parse } from 'yaml';
import { describe, expect, it } from 'vitest';
import {
  elapsed,
  formatTime,
  isUntouched,
  moveClock,
  pauseClock,
  spentOn,
  startClock,
  stoppedClock,
} from '../../src/player/clock.ts';
import { completeData, longestPlan, parseData } from '../../src/player/data.ts';
import { findSlides } from '../../src/player/find.ts';
import { fit, regionAround, spanned } from '../../src/player/fit.ts';
import { commandOf, inReadingOrder } from '../../src/player/keys.ts';
import { paceOf } from '../../src/player/pace.ts';
import {
  formatHash,
  nextPosition,
  parseHash,
  previousPosition,
  type Position,
  type Stop,
} from '../../src/player/position.ts';
import { halfMinutes, rehearsalYaml } from '../../src/player/rehearsal.ts';
import { Store, type Entries } from '../../src/player/store.ts';
import { fill } from '../../src/player/strings.ts';

const minute = 60_000;

describe('positions', () => {
  const stops = fc.uniqueArray(
    fc.record({ id: fc.string({ minLength: 1 }).filter((id) => !/[\uD800-\uDFFF]/.test(id)), steps: fc.nat(4) }),
    {
      selector: (stop) => stop.id,
      minLength: 1,
      maxLength: 8,
    },
  );

  it('next visits every step of every slide once, and previous goes back the same way', () => {
    fc.assert(
      fc.property(stops, (all: Stop[]) => {
        const route = { stops: all, all };
        const seen: Position[] = [{ slide: all[0]?.id ?? '', step: 0 }];
        for (let next = seen[0]; next; next = nextPosition(route, next)) if (next !== seen[0]) seen.push(next);
        expect(seen).toHaveLength(all.reduce((sum, stop) => sum + stop.steps + 1, 0));
        const back: Position[] = [];
        for (let at = seen.at(-1); at; at = previousPosition(route, at)) back.unshift(at);
        expect(back).toEqual(seen);
      }),
    );
  });

  it('hash links name any slide id and step, and come back', () => {
    fc.assert(
      fc.property(stops, (all: Stop[]) => {
        for (const { id, steps } of all)
          expect(parseHash(formatHash({ slide: id, step: steps }), all)).toEqual({ slide: id, step: steps });
      }),
    );
  });

  it('a slide outside the plan still has neighbours, and a bad link none', () => {
    const all = ['a', 'b', 'c', 'd'].map((id) => ({ id, steps: 0 }));
    const route = { all, stops: all.filter(({ id }) => id === 'a' || id === 'd') };
    expect(nextPosition(route, { slide: 'b', step: 0 })).toEqual({ slide: 'd', step: 0 });
    expect(previousPosition(route, { slide: 'c', step: 0 })).toEqual({ slide: 'a', step: 0 });
    expect(parseHash('#/a/9', all)).toEqual({ slide: 'a', step: 0 });
    for (const hash of ['', '#', '#/', '#/zzz', '#presenter=x', '#/%E0%A4%A'])
      expect(parseHash(hash, all)).toBeUndefined();
  });
});

describe('clock and pace', () => {
  const sections = [
    { id: 'a', title: 'A', minutes: { p: 10 } },
    { id: 'b', title: 'B', minutes: { p: 20 } },
  ];
  const slides = [
    { id: 'a1', section: 'a', shown: true },
    { id: 'a2', section: 'a', shown: true },
    { id: 'b1', section: 'b', shown: true },
    { id: 'b2', section: 'b', shown: false },
  ];
  const pace = (slide: string, ms: number, plan = 'p'): ReturnType<typeof paceOf> =>
    paceOf({ sections, plan, slides, slide, clock: startClock(stoppedClock, slide, 0), now: ms });

  it('books time on the slide that is on screen, and none while paused', () => {
    let clock = startClock(stoppedClock, 'a1', 1000);
    clock = moveClock(clock, 'a2', 4000);
    clock = pauseClock(clock, 9000);
    clock = moveClock(clock, 'b1', 20_000);
    expect([spentOn(clock, 'a1', 99_000), spentOn(clock, 'a2', 99_000), elapsed(clock, 99_000)]).toEqual([
      3000, 5000, 8000,
    ]);
    clock = startClock(clock, 'b1', 100_000);
    expect(elapsed(clock, 101_000)).toBe(9000);
    expect([isUntouched(stoppedClock), isUntouched(clock)]).toEqual([true, false]);
  });

  it('each slide has its share of the section: before it we are ahead, after it behind', () => {
    expect(pace('a1', 4 * minute)).toMatchObject({ state: 'on-time', delta: 0, planned: 30 * minute });
    expect(pace('a1', 7 * minute)).toMatchObject({ state: 'behind', delta: 2 * minute });
    expect(pace('a2', 2 * minute)).toMatchObject({ state: 'ahead', delta: -3 * minute });
    expect(pace('b1', 29 * minute)).toMatchObject({ state: 'on-time' });
    expect(pace('b1', 30 * minute + 20_000)).toMatchObject({ state: 'on-time' });
    expect(pace('b1', 31 * minute)).toMatchObject({ state: 'behind' });
    expect(pace('a1', 4 * minute, 'other').state).toBe('unplanned');
  });

  it('writes times as people read them', () => {
    expect([0, 5000, 65_000, 3_725_000, -61_000].map(formatTime)).toEqual([
      '0:00',
      '0:05',
      '1:05',
      '1:02:05',
      '\u22121:01',
    ]);
  });

  it('rehearsed minutes are YAML for the outline: half minutes, other plans kept', () => {
    let clock = startClock(stoppedClock, 'a1', 0);
    clock = moveClock(clock, 'a2', 5 * minute);
    clock = pauseClock(clock, 11.2 * minute);
    const yaml = rehearsalYaml({
      lesson: 'x\ny',
      plan: 'p',
      sections: [{ id: 'a', title: 'A', minutes: { p: 10, no: 4 } }, ...sections.slice(1)],
      slides,
      clock,
      now: 0,
    });
    expect(parse(yaml)).toEqual({
      sections: [
        { id: 'a', minutes: { p: 11.5, no: 4 } },
        { id: 'b', minutes: { p: 20 } },
      ],
    });
    expect(yaml).toContain('#   6.2  a2');
    expect([0, 1, 30_000, 30_001].map(halfMinutes)).toEqual([0, 0.5, 0.5, 1]);
    const whole = rehearsalYaml({ lesson: 'x', plan: '', sections: sections.slice(0, 1), slides, clock, now: 0 });
    expect(parse(whole)).toEqual({ sections: [{ id: 'a', minutes: 11.5 }] });
  });
});

describe('the shared store', () => {
  it('two windows agree whatever the order, loss and repetition of messages', () => {
    const writes = fc.array(fc.record({ window: fc.nat(1), plan: fc.string(), deliver: fc.boolean() }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(writes, (list) => {
        const stores = [new Store('left'), new Store('right')] as const;
        for (const { window, plan, deliver } of list) {
          const [own, other] = window === 0 ? stores : [stores[1], stores[0]];
          own.put('plan', plan);
          if (deliver) other.merge(own.entries(['plan']));
        }
        const copy: Entries = { ...stores[0].entries() };
        stores[0].merge(stores[1].entries());
        stores[1].merge(copy);
        stores[1].merge(copy);
        expect(stores[0].get('plan')).toBe(stores[1].get('plan'));
      }),
    );
  });

  it('a window that comes back takes the newer state, and its next write wins', () => {
    const stayed = new Store('a');
    const old = { ...stayed.entries() };
    for (const plan of ['1', '2', '3']) stayed.put('plan', plan);
    const returned = new Store('b');
    returned.merge(old);
    returned.merge(stayed.entries());
    expect(returned.get('plan')).toBe('3');
    returned.put('plan', '4');
    stayed.merge(returned.entries());
    expect(stayed.get('plan')).toBe('4');
  });

  it('stops telling a listener whose signal aborted', () => {
    const store = new Store('a');
    const end = new AbortController();
    const heard: string[] = [];
    store.subscribe((changed) => heard.push(...changed), end.signal);
    store.put('plan', 'x');
    end.abort();
    store.put('plan', 'y');
    expect(heard).toEqual(['plan']);
  });
});

describe('search, fitting, words', () => {
  const slides = [
    { id: 'a', number: 1, title: 'Reëel effect', text: 'De pomp keert om' },
    { id: 'b', number: 2, title: 'De pomp', text: `${'x '.repeat(40)}een naïef idee ${'y '.repeat(60)}` },
  ];
  it('finds words without accents or case, titles first, a number too', () => {
    const ids = (query: string): string[] => findSlides(slides, query).map(({ slide }) => slide.id);
    expect([ids('REEEL'), ids('pomp'), ids('naief idee'), ids('2'), ids(''), ids('zzz')]).toEqual([
      ['a'],
      ['b', 'a'],
      ['b'],
      ['b'],
      ['a', 'b'],
      [],
    ]);
    expect(findSlides(slides, 'naief')[0]?.excerpt).toMatch(/^… .*naïef idee.* …$/);
  });

  it('letterboxes the slide or a region, and keeps regions inside the slide', () => {
    const slide = { width: 1280, height: 720 };
    expect(fit(slide, { width: 1280, height: 800 }, null)).toEqual({ x: 0, y: 40, scale: 1 });
    expect(fit(slide, { width: 390, height: 844 }, null).scale).toBeCloseTo(0.3047, 3);
    expect(fit(slide, slide, { x: 640, y: 360, width: 640, height: 360 })).toEqual({ x: -1280, y: -720, scale: 2 });
    expect(regionAround(slide, [0, 720], 2)).toEqual({ x: 0, y: 360, width: 640, height: 360 });
    expect(regionAround(slide, [640, 360], 1)).toBeNull();
    expect(regionAround(slide, [640, 360], 99)?.width).toBeCloseTo(1280 / 6);
    expect(spanned([5, 9], [1, 2])).toEqual({ x: 1, y: 2, width: 4, height: 7 });
  });

  it('fills the blanks of a word', () => {
    expect(fill('{1} of {0}{2}', 'a', 2)).toBe('2 of a');
  });

  it('reads the data block with holes in it, or broken, and picks the longest plan', () => {
    expect(completeData({ lesson: 'x' })).toMatchObject({ lesson: 'x', width: 1280, slides: [] });
    expect([parseData('{'), parseData(null)].map((data) => data.lang)).toEqual(['en', 'en']);
    expect(
      longestPlan([
        { id: 'a', minutes: 45, title: '' },
        { id: 'b', minutes: 90, title: '' },
      ]),
    ).toBe('b');
    expect(longestPlan([])).toBe('');
  });

  it('gives no command for keys with Ctrl, Alt or Meta, or unknown ones', () => {
    const none = { shiftKey: false, ctrlKey: false, altKey: false, metaKey: false };
    expect(commandOf({ ...none, key: 'B' })).toBe('black');
    expect(commandOf({ ...none, key: 'b', ctrlKey: true })).toBeUndefined();
    expect(commandOf({ ...none, key: 'Tab' })).toBeUndefined();
  });

  it('follow the direction of reading', () => {
    expect(inReadingOrder('ArrowLeft', true)).toBe('ArrowRight');
    expect(inReadingOrder('ArrowLeft', false)).toBe('ArrowLeft');
    expect(inReadingOrder('ArrowUp', true)).toBe('ArrowUp');
  });
});

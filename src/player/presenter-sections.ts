import { formatTime } from './clock.ts';
import { h, setText } from './dom.ts';
import type { SectionPace } from './pace.ts';
import { paceNow } from './presenter-pace.ts';
import type { Player } from './player.ts';

interface Row {
  readonly element: HTMLElement;
  update(section: SectionPace): void;
}

/** Planned against actual time of each section, the current one marked. */
export function presenterSections(player: Player): HTMLElement {
  const { strings } = player;
  const body = h('tbody');
  let rows: Row[] = [];
  let known = '';
  const total = h('td', { class: 'lp-figure' });
  const totalActual = h('td', { class: 'lp-figure' });
  const tick = (): void => {
    const { sections, planned, elapsed } = paceNow(player);
    const shown = sections.filter((section) => section.planned > 0 || section.actual > 0 || section.current);
    const ids = JSON.stringify(shown.map(({ id, title }) => [id, title]));
    if (ids !== known) {
      known = ids;
      rows = shown.map(sectionRow);
      body.replaceChildren(...rows.map(({ element }) => element));
    }
    rows.forEach((row, index) => {
      const section = shown[index];
      if (section) row.update(section);
    });
    setText(total, formatTime(planned));
    setText(totalActual, formatTime(elapsed));
  };
  player.watch(['clock', 'position', 'plan'], tick);
  setInterval(tick, 1000);
  const heads = [strings.section, strings.planned, strings.actual, strings.progress].map((text) =>
    h('th', { scope: 'col' }, text),
  );
  const table = h(
    'table',
    {},
    h('caption', { class: 'lp-sr' }, strings.times),
    h('thead', {}, h('tr', {}, ...heads)),
    body,
    h('tfoot', {}, h('tr', {}, h('th', { scope: 'row' }, strings.total), total, totalActual, h('td'))),
  );
  return h('section', { class: 'lp-panel lp-sections lp-scroll', tabindex: 0, 'aria-label': strings.times }, table);
}

/** Scrolls the panel, and nothing around it, until the row stands in its middle. */
function showRow(row: HTMLElement): void {
  const panel = row.closest('.lp-scroll');
  if (!panel) return;
  const [frame, box] = [panel.getBoundingClientRect(), row.getBoundingClientRect()];
  panel.scrollTop += box.top + box.height / 2 - (frame.top + frame.height / 2);
}

function sectionRow({ title, id }: SectionPace): Row {
  const planned = h('td', { class: 'lp-figure' });
  const actual = h('td', { class: 'lp-figure' });
  const fillBar = h('span');
  const words = h('span', { class: 'lp-over-words' });
  const bar = h('td', {}, h('span', { class: 'lp-meter', 'aria-hidden': 'true' }, fillBar), words);
  const element = h('tr', {}, h('th', { scope: 'row' }, title || id), planned, actual, bar);
  const update = (section: SectionPace): void => {
    const over = section.actual - section.planned;
    if (!section.current) element.removeAttribute('aria-current');
    else if (!element.hasAttribute('aria-current')) {
      element.setAttribute('aria-current', 'true');
      requestAnimationFrame(() => showRow(element));
    }
    setText(planned, formatTime(section.planned));
    setText(actual, formatTime(section.actual));
    fillBar.style.width = `${section.planned > 0 ? Math.min(100, (section.actual / section.planned) * 100) : 0}%`;
    const late = section.planned > 0 && over >= 1000;
    element.classList.toggle('lp-late', late);
    setText(words, late ? `+${formatTime(over)}` : '');
  };
  return { element, update };
}

import { copyText } from './clipboard.ts';
import { formatTime, pauseClock, startClock, stoppedClock } from './clock.ts';
import { openDialog } from './dialog.ts';
import { button, h } from './dom.ts';
import { icon } from './icons.ts';
import { paceNow } from './presenter-pace.ts';
import type { Player } from './player.ts';
import { rehearsalYaml } from './rehearsal.ts';
import type { Ui } from './ui.ts';

/** Starts a rehearsal (the clock from zero), and ends it with the measured times. */
export function rehearsalButton(ui: Ui): HTMLElement {
  const { player } = ui;
  const { strings, store } = player;
  const toggle = button({ class: 'lp-button lp-rehearse' }, '', () => {
    const now = Date.now();
    if (!store.get('rehearsing'))
      return store.set({ rehearsing: true, clock: startClock(stoppedClock, player.slide.id, now), way: null });
    store.set({ rehearsing: false, clock: pauseClock(player.clock, now) });
    openTimes(ui);
  });
  player.watch(['rehearsing'], () => {
    const recording = store.get('rehearsing') ?? false;
    toggle.classList.toggle('lp-recording', recording);
    toggle.title = recording ? strings.recording : strings.rehearsal;
    toggle.replaceChildren(icon('record'), recording ? strings.stopRehearsal : strings.rehearse);
  });
  return toggle;
}

/** The measured times as a table and as YAML to copy or download. */
function openTimes(ui: Ui): void {
  const { player, announcer } = ui;
  const { strings, data } = player;
  const yaml = rehearsalYaml({
    lesson: data.lesson,
    plan: player.timePlan,
    sections: data.sections,
    slides: player.deck.slides,
    clock: player.clock,
    now: Date.now(),
  });
  const text = h('textarea', {
    class: 'lp-yaml',
    readonly: true,
    rows: 14,
    spellcheck: 'false',
    'aria-label': strings.yaml,
  });
  text.value = yaml;
  const copy = button({ class: 'lp-button' }, strings.copy, () => {
    text.select();
    void copyText(yaml).then((copied) => copied && announcer.toast(strings.copied));
  });
  const file = URL.createObjectURL(new Blob([yaml], { type: 'application/yaml' }));
  const download = h(
    'a',
    { class: 'lp-button', href: file, download: `${data.lesson || 'lesson'}-rehearsal.yaml` },
    strings.download,
  );
  const content = h(
    'div',
    { class: 'lp-scroll lp-times-view', tabindex: 0, role: 'region', 'aria-label': strings.rehearsal },
    timesTable(player),
    h('p', {}, strings.rehearsalHelp),
    text,
    h('div', { class: 'lp-row' }, copy, download),
  );
  openDialog(ui, {
    name: 'rehearsal',
    title: strings.rehearsal,
    content,
    onClose: () => URL.revokeObjectURL(file),
  });
}

function timesTable(player: Player): HTMLElement {
  const { strings } = player;
  const { sections } = paceNow(player);
  const cell = (text: string): HTMLElement => h('td', { class: 'lp-figure' }, text);
  const difference = (ms: number): string => `${ms >= 1000 ? '+' : ''}${formatTime(ms)}`;
  const rows = sections.map(({ id, title, planned, actual }) =>
    h(
      'tr',
      {},
      h('th', { scope: 'row' }, title || id),
      cell(formatTime(planned)),
      cell(formatTime(actual)),
      cell(difference(actual - planned)),
    ),
  );
  const heads = [strings.section, strings.planned, strings.actual, strings.difference].map((text) =>
    h('th', { scope: 'col' }, text),
  );
  return h(
    'table',
    {},
    h('caption', { class: 'lp-sr' }, strings.times),
    h('thead', {}, h('tr', {}, ...heads)),
    h('tbody', {}, ...rows),
  );
}

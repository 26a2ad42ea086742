import { formatTime } from './clock.ts';
import { openDialog } from './dialog.ts';
import { button, h } from './dom.ts';
import { lectureRecord } from './keep.ts';
import { fill } from './strings.ts';
import type { Ui } from './ui.ts';

/**
 * What happened in the lecture, and a button that saves it as a file for `lectern after`. The file is made in the page:
 * nothing leaves the machine.
 */
export function openKeep(ui: Ui): void {
  const { player, announcer } = ui;
  const { strings, data, store } = player;
  const { spent, ink, hands } = lectureRecord(player, Date.now());
  const time = Object.values(spent).reduce((sum, ms) => sum + ms, 0);
  const remarks = h('textarea', { id: 'lp-remarks', rows: 5 });
  remarks.value = store.get('remarks') ?? '';
  remarks.addEventListener('input', () => store.put('remarks', remarks.value.slice(0, longestRemarks)));
  const save = button({ class: 'lp-button' }, strings.keepFile, () => {
    const record = lectureRecord(player, Date.now());
    const file = URL.createObjectURL(new Blob([`${JSON.stringify(record)}\n`], { type: 'application/json' }));
    h('a', { href: file, download: `${data.lesson || 'lesson'}-lecture.json` }).click();
    // The browser takes the file after this turn.
    setTimeout(() => URL.revokeObjectURL(file), 60_000);
    announcer.toast(strings.kept);
  });
  const facts = [
    `${strings.elapsed}: ${formatTime(time)}`,
    fill(strings.inkedSlides, Object.keys(ink).length),
    fill(strings.handsCounted, hands.length),
  ];
  const content = h(
    'div',
    { class: 'lp-link lp-keep' },
    h('p', {}, facts.join(' · ')),
    h('label', { for: remarks.id }, strings.remarks),
    remarks,
    h('p', {}, strings.keepHelp),
    save,
  );
  openDialog(ui, { name: 'keep', title: strings.keep, content, focus: save });
}

const longestRemarks = 20_000;

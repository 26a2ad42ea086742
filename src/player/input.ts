import { commandOf, digitOf, inReadingOrder, type CommandName } from './keys.ts';
import { commands, jumpToNumber, panByKey } from './commands.ts';
import { closeDialog, openDialogName } from './dialog.ts';
import { isTyping, runsLeft } from './dom.ts';
import { setCountdown } from './screen.ts';
import { fill } from './strings.ts';
import type { Ui } from './ui.ts';

/** True for a key that the focused element needs itself. Page keys come from remotes and always belong to the lecture. */
function keepsKey({ key, target }: KeyboardEvent): boolean {
  if (key === 'PageUp' || key === 'PageDown' || !(target instanceof HTMLElement)) return false;
  if (isTyping(target)) return true;
  if (key === ' ' || key === 'Enter') return target.matches('button, a[href], summary');
  return (key === 'ArrowUp' || key === 'ArrowDown') && target.matches('.lp-scroll');
}

/** What the keys can do while the lesson stands as text: all others scroll and edit, as on any page. */
const whileReading = new Set<CommandName>(['reading', 'search', 'fullscreen', 'presenter', 'qr', 'help']);

/** Keys of the lecture. Fields keep their keys, and focused buttons keep Space and Enter. */
export function mountKeys(ui: Ui): void {
  document.addEventListener('keydown', (event) => {
    if (event.defaultPrevented || keepsKey(event)) return;
    const view = openDialogName();
    const { code, shiftKey, ctrlKey, altKey, metaKey } = event;
    const key = inReadingOrder(event.key, runsLeft());
    const command = commandOf({ key, code, shiftKey, ctrlKey, altKey, metaKey }, ui.player.local.letters);
    if (view !== undefined) {
      if (command === view) closeDialog();
      return;
    }
    if (ui.reader.isOpen && !(command && whileReading.has(command))) return;
    if (takeDigits(ui, event, command) || panByKey(ui, event.shiftKey ? '' : event.key)) return event.preventDefault();
    if (!command) return;
    event.preventDefault();
    commands[command](ui);
  });
}

/** Digits count this many milliseconds, as long as they are shown: an Enter much later means something else. */
const digitsLast = 4000;
let digitsTimer = 0;

/** Collects digits: with Enter they jump to that slide, with T they start a countdown of that many minutes. */
function takeDigits(ui: Ui, event: KeyboardEvent, command: CommandName | undefined): boolean {
  const { player, announcer } = ui;
  const { digits, letters } = player.local;
  const digit = digitOf(event, letters);
  if (digit !== undefined) {
    const typed = `${digits}${digit}`.slice(-4);
    player.setLocal({ digits: typed });
    announcer.show(fill(player.strings.goTo, typed), digitsLast);
    clearTimeout(digitsTimer);
    digitsTimer = window.setTimeout(() => player.setLocal({ digits: '' }), digitsLast);
    return true;
  }
  // Keys that only hold others down come before each digit.
  if (digits === '' || event.ctrlKey || event.metaKey || ['Alt', 'Shift'].includes(event.key)) return false;
  player.setLocal({ digits: '' });
  announcer.show('');
  if (event.key === 'Enter') jumpToNumber(ui, Number(digits));
  else if (command === 'timer') setCountdown(player, Number(digits) || null);
  return event.key === 'Enter' || command === 'timer' || event.key === 'Escape';
}

/** Part of the width, from the start of lines, in which a click goes back. */
const backZone = 0.2;
/** A finger that moves farther than this many pixels swipes. */
const swipe = 45;

/** Clicks and swipes on the slide. The wheel does nothing, so that a nudge never skips a slide. */
export function mountPointer(ui: Ui, stage: HTMLElement): void {
  let start: { readonly x: number; readonly y: number } | undefined;
  /** Whether the press under way is used up: it swiped, or it began with a tool in hand and perhaps laid it down. */
  let used = false;
  stage.addEventListener('pointerdown', (event) => {
    used = ui.player.local.tool !== '';
    const isFinger = event.isPrimary && event.pointerType !== 'mouse' && !used;
    start = isFinger && !ui.reader.isOpen ? { x: event.clientX, y: event.clientY } : undefined;
  });
  stage.addEventListener('pointerup', (event) => {
    if (!start || !event.isPrimary || ui.player.local.tool !== '' || isPinched()) return;
    const dx = event.clientX - start.x;
    if (Math.abs(dx) < swipe || Math.abs(dx) < Math.abs(event.clientY - start.y)) return;
    used = true;
    commands[dx < 0 === runsLeft() ? 'back' : 'forward'](ui);
  });
  stage.addEventListener('click', (event) => {
    if (ui.reader.isOpen) return;
    const busy =
      used || event.defaultPrevented || ui.player.local.tool !== '' || isControl(event.target) || hasSelection();
    const x = runsLeft() ? innerWidth - event.clientX : event.clientX;
    if (!busy) commands[x < innerWidth * backZone ? 'back' : 'forward'](ui);
  });
}

/** While two fingers enlarged the page, one finger moves it and does not swipe. */
const isPinched = (): boolean => (visualViewport?.scale ?? 1) > 1.05;

const isControl = (target: EventTarget | null): boolean =>
  target instanceof Element &&
  target.closest('a[href], button, input, select, textarea, summary, label, audio, video, .lp-toolbar, dialog') !==
    null;

const hasSelection = (): boolean => (getSelection()?.toString() ?? '') !== '';

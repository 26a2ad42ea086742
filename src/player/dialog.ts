import { button, h } from './dom.ts';
import { icon } from './icons.ts';
import type { Ui } from './ui.ts';

export interface DialogOptions {
  /** Names the view, and makes a second opening close it. */
  readonly name: string;
  readonly title: string;
  readonly content: Node;
  /** Gets the focus when the dialog opens. */
  readonly focus?: HTMLElement | undefined;
  readonly onClose?: () => void;
}

/** The view that is open, if any. */
export const openDialogName = (): string | undefined =>
  document.querySelector<HTMLDialogElement>('dialog.lp-dialog[open]')?.dataset.view;

let closeOpen: (() => void) | undefined;

/** Closes the open view at once; the focus goes back to where it was. */
export function closeDialog(): void {
  closeOpen?.();
}

/** Opens a modal view; the browser keeps the focus inside and Escape closes it. */
export function openDialog(ui: Ui, options: DialogOptions): void {
  const { player, announcer } = ui;
  closeDialog();
  const heading = h('h2', { id: 'lp-dialog-title' }, options.title);
  const close = button({ class: 'lp-icon', 'aria-label': player.strings.close }, icon('close'), closeDialog);
  const dialog = h(
    'dialog',
    { class: 'lp-dialog', 'data-view': options.name, 'aria-labelledby': heading.id },
    h('div', { class: 'lp-dialog-head' }, heading, close),
    options.content,
  );
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) closeDialog();
  });
  const finish = (): void => {
    if (closeOpen !== finish) return;
    closeOpen = undefined;
    dialog.close();
    announcer.moveTo(player.root);
    dialog.remove();
    options.onClose?.();
  };
  // Escape closes it without us.
  dialog.addEventListener('close', finish);
  closeOpen = finish;
  player.root.append(dialog);
  dialog.showModal();
  announcer.moveTo(dialog);
  options.focus?.focus();
}

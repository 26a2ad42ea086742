import { windowAddress, windowName } from './session.ts';
import type { Role } from './role.ts';
import type { Ui } from './ui.ts';

/**
 * Opens the other window of the session: the presenter view from the audience's window, or the other way about. The
 * handle stays with us and `opener` with the new window, so that each can find the other without any server. A window
 * that is open already comes to the front.
 */
export function openWindow({ player, announcer }: Ui): void {
  const other: Role = player.session.role === 'audience' ? 'presenter' : 'audience';
  const { token } = player.session;
  const opened = window.open(windowAddress(other, token), windowName(other, token), 'popup,width=1280,height=800');
  if (opened) {
    player.sync.adopt(opened);
    opened.focus();
  } else announcer.toast(player.strings.blocked, 6000);
}

import { windowAddress, type Role } from './session.ts';
import type { Ui } from './ui.ts';

/**
 * Opens the other window of the session: the presenter view from the audience's window, or the other way about. The
 * handle stays with us and `opener` with the new window, so that each can find the other without any server.
 */
export function openWindow({ player, announcer }: Ui): void {
  const other: Role = player.session.role === 'audience' ? 'presenter' : 'audience';
  const name = `lectern-${other}-${player.session.token}`;
  const opened = window.open(windowAddress(other, player.session.token), name, 'popup,width=1280,height=800');
  if (opened) player.sync.adopt(opened);
  else announcer.toast(player.strings.blocked, 6000);
}

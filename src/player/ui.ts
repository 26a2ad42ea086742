import type { Announcer } from './announce.ts';
import type { Player } from './player.ts';

/** What commands and views work with. */
export interface Ui {
  readonly player: Player;
  readonly announcer: Announcer;
}

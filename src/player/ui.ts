import type { Announcer } from './announce.ts';
import type { Player } from './player.ts';

/** The lesson as text, in place of the slides. */
export interface ReadingView {
  readonly isOpen: boolean;
  toggle(): void;
  refresh(): void;
  follow(hash: string): boolean;
}

/** What commands and views work with. */
export interface Ui {
  readonly player: Player;
  readonly announcer: Announcer;
  readonly reader: ReadingView;
}

import { toggleFullscreen } from './fullscreen.ts';
import { openHelp } from './help.ts';
import { clearInk, undoStroke } from './ink.ts';
import type { CommandName } from './keys.ts';
import { openKeep } from './keep-view.ts';
import { openLink } from './link-view.ts';
import { openOverview } from './overview.ts';
import { setNotesSize } from './notes-size.ts';
import type { Tool } from './player.ts';
import { firstPosition, lastPosition, nextPosition, nextSlide, previousPosition, previousSlide } from './position.ts';
import { cycleQuestion, hideQuestion, moveQuestion } from './quiz.ts';
import { setCountdown, toggleScreen } from './screen.ts';
import { openSearch } from './search.ts';
import { fill } from './strings.ts';
import type { Ui } from './ui.ts';
import { closeWhere, toggleWhere } from './where.ts';
import { openWindow } from './windows.ts';
import { panZoom, zoomBy } from './zoom.ts';

const toggleTool = ({ player }: Ui, tool: Tool): void =>
  player.setLocal({ tool: player.local.tool === tool ? '' : tool });

/** A press of "next" or "previous": lights the screen again, else moves the question on screen, else the slide. */
function move({ player, announcer }: Ui, direction: 1 | -1): void {
  if (player.store.get('screen')) return player.store.set({ screen: '' });
  if (moveQuestion(player, direction)) return;
  const to = (direction > 0 ? nextPosition : previousPosition)(player.route, player.position);
  if (to) player.go(to);
  else if (direction > 0) announcer.toast(player.strings.end);
}

function nextPlan({ player, announcer }: Ui): void {
  const plans = [...player.data.plans.map(({ id }) => id), ''];
  const plan = plans[(plans.indexOf(player.plan) + 1) % plans.length] ?? '';
  player.store.set({ plan });
  const title = player.data.plans.find(({ id }) => id === plan);
  announcer.toast(
    `${player.strings.plan}: ${title ? `${title.title} (${title.minutes} ${player.strings.minutes})` : player.strings.allSlides}`,
  );
}

/** Leaves the innermost special state: a chosen tool, the question, the zoom, the black screen, the countdown. */
function leave({ player }: Ui): void {
  const { store, local } = player;
  if (closeWhere()) return;
  if (local.tool !== '') player.setLocal({ tool: '' });
  else if (store.get('quiz')) hideQuestion(player);
  else if (store.get('zoom')) store.set({ zoom: null });
  else if (store.get('screen')) store.set({ screen: '' });
  else if (store.get('countdown')) setCountdown(player, null);
}

/** The zoom key: chooses the tool, or leaves the enlarged view. */
function zoom(ui: Ui): void {
  if (ui.player.store.get('zoom')) ui.player.store.set({ zoom: null });
  else toggleTool(ui, 'zoom');
}

/** Larger or smaller: the slide in the audience's window, the notes in the presenter's. */
function resize({ player }: Ui, direction: 1 | -1): void {
  if (player.session.role === 'presenter') setNotesSize(player, player.local.notesSize + 2 * direction);
  else zoomBy(player, direction > 0 ? 1.4 : 1 / 1.4);
}

function swapVariant({ player }: Ui): void {
  player.store.set({ variant: player.slide.element.classList.contains('dark') ? 'light' : 'dark' });
}

/** Everything the player can be told to do, by key, button, remote or the development server. */
export const commands: Readonly<Record<CommandName, (ui: Ui) => void>> = {
  forward: (ui) => move(ui, 1),
  back: (ui) => move(ui, -1),
  nextSlide: ({ player }) => player.go(nextSlide(player.route, player.position)),
  previousSlide: ({ player }) => player.go(previousSlide(player.route, player.position)),
  first: ({ player }) => player.go(firstPosition(player.route)),
  last: ({ player }) => player.go(lastPosition(player.route)),
  overview: openOverview,
  search: openSearch,
  presenter: openWindow,
  fullscreen: () => toggleFullscreen(),
  black: ({ player }) => toggleScreen(player, 'black'),
  white: ({ player }) => toggleScreen(player, 'white'),
  pen: (ui) => toggleTool(ui, 'pen'),
  highlighter: (ui) => toggleTool(ui, 'highlighter'),
  laser: (ui) => toggleTool(ui, 'laser'),
  undo: ({ player }) => undoStroke(player),
  clear: ({ player }) => clearInk(player),
  zoom,
  larger: (ui) => resize(ui, 1),
  smaller: (ui) => resize(ui, -1),
  timer: ({ player }) => player.setLocal({ toolbarTimer: !player.local.toolbarTimer }),
  question: ({ player, announcer }) => {
    if (!cycleQuestion(player)) announcer.toast(player.strings.noQuestions);
  },
  plan: nextPlan,
  variant: swapVariant,
  reading: ({ reader }) => reader.toggle(),
  where: toggleWhere,
  keep: openKeep,
  qr: openLink,
  help: openHelp,
  leave,
};

/** Arrow keys move the enlarged part while there is one; `false` when the key means something else. */
export function panByKey({ player }: Ui, key: string): boolean {
  const directions: Readonly<Record<string, readonly [number, number]>> = {
    ArrowLeft: [-1, 0],
    ArrowRight: [1, 0],
    ArrowUp: [0, -1],
    ArrowDown: [0, 1],
  };
  const direction = directions[key];
  return direction !== undefined && panZoom(player, ...direction);
}

/** The slide with a printed number; says so when there is none. */
export function jumpToNumber({ player, announcer }: Ui, number: number): void {
  const slide = player.deck.slides.find((candidate) => candidate.number === number);
  if (slide) player.go({ slide: slide.id, step: 0 });
  else announcer.toast(`${fill(player.strings.goTo, number)}: ${player.strings.noResults}`);
}

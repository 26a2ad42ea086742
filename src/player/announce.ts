import { fill } from './strings.ts';
import { h } from './dom.ts';
import { stepText } from './deck.ts';
import { elapsed, formatTime } from './clock.ts';
import type { Player } from './player.ts';
import { answerStage, handsStage, letterOf, shownQuestion } from './quiz.ts';

const longest = 300;

/** The page's only live region: says the slide and what a step reveals, and repeats messages shown as a toast. */
export class Announcer {
  readonly #region = h('p', { class: 'lp-sr', role: 'status', 'aria-live': 'polite' });
  readonly #toast = h('p', { class: 'lp-toast', 'aria-hidden': 'true', hidden: true });
  #timer = 0;

  constructor(root: HTMLElement) {
    root.append(this.#region, this.#toast);
  }

  /** A modal view silences what lies outside it, so the region moves into it and back; what it said is said. */
  moveTo(parent: HTMLElement): void {
    this.#region.textContent = '';
    parent.append(this.#region, this.#toast);
  }

  /** Speaks without showing. */
  say(text: string): void {
    this.#region.textContent = text.length > longest ? `${text.slice(0, longest)} …` : text;
  }

  /** Shows a message for a moment and speaks it. */
  toast(text: string, milliseconds = 2500): void {
    this.say(text);
    this.show(text, milliseconds);
  }

  /** Shows a message without speaking it; an empty text hides it. */
  show(text: string, milliseconds = 2500): void {
    clearTimeout(this.#timer);
    this.#toast.textContent = text;
    this.#toast.hidden = text === '';
    this.#timer = window.setTimeout(() => (this.#toast.hidden = true), milliseconds);
  }
}

/** Announces each move. */
export function announceMoves(player: Player, announcer: Announcer): void {
  let last = player.position;
  player.watch(['position'], () => {
    const { position, slide, strings } = player;
    // Readers go by the text; where they are, the focus says.
    if (player.local.reading) {
      last = position;
      return;
    }
    if (position.slide !== last.slide) {
      announcer.say(`${fill(strings.slide, slide.number, player.deck.slides.length)}: ${slide.title}`);
    } else if (position.step > last.step) {
      announcer.say(`${fill(strings.step, position.step, slide.steps)}: ${stepText(slide.element, position.step)}`);
    }
    last = position;
  });
}

/** Announces what else changes on screen: the black screen, the zoom, the question, the countdown and the tool in hand. */
export function announceStates(player: Player, announcer: Announcer): void {
  const { strings, store } = player;
  /** Says a value when it differs from the one before; the first one is no news. */
  const news = (read: () => string): (() => void) => {
    let last = read();
    return () => {
      const now = read();
      if (now !== last) announcer.say(now);
      last = now;
    };
  };
  const screens = { '': strings.screenLit, black: strings.blackShown, white: strings.whiteShown };
  player.watch(
    ['screen'],
    news(() => screens[store.get('screen') ?? '']),
  );
  player.watch(
    ['zoom'],
    news(() => (store.get('zoom') ? strings.zoomed : strings.zoomLeft)),
  );
  player.watch(
    ['quiz'],
    news(() => questionText(player)),
  );
  announceCountdown(player, announcer);
  const variants = { '': '', light: strings.lightShown, dark: strings.darkShown };
  player.watch(
    ['variant'],
    news(() => variants[store.get('variant') ?? '']),
  );
  player.onLocal(news(() => (player.local.tool === '' ? strings.toolDown : strings[player.local.tool])));
  announceTimer(player, announcer);
  announceInk(player, announcer);
}

/** Says the elapsed time when it is put on screen; a screen reader would read every second of it. */
function announceTimer(player: Player, announcer: Announcer): void {
  let last = player.local.toolbarTimer;
  player.onLocal(() => {
    const { toolbarTimer } = player.local;
    if (toolbarTimer === last) return;
    last = toolbarTimer;
    const { elapsed: label, timerOff } = player.strings;
    announcer.say(toolbarTimer ? `${label}: ${formatTime(elapsed(player.clock, Date.now()))}` : timerOff);
  });
}

/** Says that a stroke or all of the drawing went; that one came, the hand knows. */
function announceInk(player: Player, announcer: Announcer): void {
  const count = (): number => (player.store.get(`ink/${player.position.slide}`) ?? []).length;
  let last = { slide: player.position.slide, strokes: count() };
  player.watch(['ink/', 'position'], () => {
    const now = { slide: player.position.slide, strokes: count() };
    if (now.slide === last.slide && now.strokes < last.strokes)
      announcer.say(now.strokes === 0 ? player.strings.drawingCleared : player.strings.strokeUndone);
    last = now;
  });
}

/** Says how long it takes when it starts, and when the time is up. */
function announceCountdown(player: Player, announcer: Announcer): void {
  let timer = 0;
  let wasOn = false;
  player.watch(['countdown'], () => {
    clearTimeout(timer);
    const left = (player.store.get('countdown') ?? 0) - Date.now();
    if (left <= 0) {
      if (wasOn) announcer.say(player.strings.countdownOff);
      wasOn = false;
      return;
    }
    wasOn = true;
    announcer.say(`${player.strings.countdown}: ${formatTime(left + 500)}`);
    timer = window.setTimeout(() => announcer.say(player.strings.timeIsUp), left);
  });
}

/** What the question's stage has just brought. */
function questionText(player: Player): string {
  const shown = shownQuestion(player);
  if (!shown) return player.slide.title;
  const { question, stage } = shown;
  const { strings } = player;
  const hands = handsStage(question);
  if (question.solution !== undefined)
    return stage >= (answerStage(question) ?? Infinity)
      ? `${strings.answer}: ${question.solution.join(', ')} ${question.explanation}`.trim()
      : [question.question, ...(question.items ?? []), ...(question.choices ?? [])].join('. ');
  const named = question.answers.map(({ text }, index) => `${letterOf(player, index)}: ${text}`);
  if (stage === hands && named.length > 0) return strings.handsUp;
  if (stage > hands) {
    const right = named.filter((_, index) => question.answers[index]?.correct);
    return `${strings.answer}: ${right.join(', ')} ${question.explanation}`.trim();
  }
  const isWhole = stage === 0 || stage === named.length;
  return isWhole ? [question.question, ...named.slice(0, stage)].join(' ') : (named[stage - 1] ?? '');
}

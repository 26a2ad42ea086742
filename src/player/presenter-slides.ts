import { SlideCopy } from './copy.ts';
import { stepText } from './deck.ts';
import { h, setText, svg } from './dom.ts';
import { mountInk } from './ink.ts';
import type { Player } from './player.ts';
import { nextPosition } from './position.ts';
import { mountQuizScreen } from './quiz-screen.ts';
import { fill } from './strings.ts';
import { commandButton, drawingTools } from './toolbar.ts';
import type { Ui } from './ui.ts';
import { mountZoom } from './zoom.ts';

/** The slide as the audience sees it now, with its ink, question, zoomed part and black screen, and the controls below. */
export function presenterNow(ui: Ui): HTMLElement {
  const { player } = ui;
  const { strings } = player;
  const copy = new SlideCopy(player.deck);
  const ink = mountInk(player);
  mountZoom(player, ink);
  const zoomed = svg('rect', { class: 'lp-zoom-frame' });
  ink.prepend(zoomed);
  const cover = h('p', { class: 'lp-covered', hidden: true });
  const over = h('div', { class: 'lp-over-slide', 'aria-hidden': 'true' }, mountQuizScreen(player));
  const frame = h('div', { class: 'lp-frame lp-now-frame' }, copy.element, over, ink, cover);
  new ResizeObserver(() =>
    frame.style.setProperty('--lp-scale', String(frame.clientWidth / player.deck.width)),
  ).observe(frame);
  const place = h('span', { class: 'lp-place' });
  const steps = h('span', { class: 'lp-steps' });
  const section = h('p', { class: 'lp-section' });
  player.watch(['position', 'variant'], () => {
    const { slide, position } = player;
    copy.show(slide, position.step);
    setText(place, fill(strings.slide, slide.number, player.deck.slides.length));
    setText(section, player.sectionTitle(slide));
    setText(steps, slide.steps > 0 ? fill(strings.step, position.step, slide.steps) : '');
  });
  player.watch(['screen'], () => {
    const screen = player.store.get('screen') ?? '';
    cover.hidden = screen === '';
    setText(cover, screen === 'white' ? strings.whiteShown : strings.blackShown);
  });
  player.watch(['zoom'], () => {
    const region = player.store.get('zoom') ?? { x: 0, y: 0, width: 0, height: 0 };
    for (const [name, value] of Object.entries(region)) zoomed.setAttribute(name, String(value));
  });
  const controls = h(
    'div',
    { class: 'lp-controls' },
    commandButton(ui, 'back', 'previous'),
    commandButton(ui, 'forward', 'next'),
    h('div', { class: 'lp-where' }, h('p', {}, place, steps), section),
    drawingTools(ui),
    commandButton(ui, 'question', 'question'),
    commandButton(ui, 'black', 'black'),
    commandButton(ui, 'variant', 'variant'),
    commandButton(ui, 'overview', 'overview'),
    commandButton(ui, 'search', 'search'),
  );
  return h('section', { class: 'lp-now', 'aria-label': strings.slides }, frame, controls);
}

/** What the next press shows, as a picture and in words. */
export function presenterNext(player: Player): HTMLElement {
  const { strings } = player;
  const copy = new SlideCopy(player.deck);
  const kind = h('p', { class: 'lp-cue-kind' });
  const cue = h('p', { class: 'lp-cue' });
  player.watch(['position', 'variant', 'plan'], () => {
    const next = nextPosition(player.route, player.position);
    const slide = next && player.deck.get(next.slide);
    copy.show(slide, next?.step ?? 0);
    copy.element.classList.toggle('lp-none-left', !slide);
    if (!next || !slide) {
      setText(kind, strings.end);
      return setText(cue, '');
    }
    const sameSlide = slide.id === player.slide.id;
    const newSection = slide.section !== player.slide.section ? player.sectionTitle(slide) : '';
    setText(
      kind,
      sameSlide
        ? fill(strings.step, next.step, slide.steps)
        : newSection
          ? `${strings.section}: ${newSection}`
          : fill(strings.slide, slide.number, player.deck.slides.length),
    );
    setText(cue, sameSlide ? stepText(slide.element, next.step) || slide.title : slide.title);
  });
  const words = h('div', { class: 'lp-cue-words' }, h('h2', {}, strings.nextCue), kind, cue);
  return h(
    'section',
    { class: 'lp-next', 'aria-label': strings.nextCue },
    h('div', { class: 'lp-frame' }, copy.element),
    words,
  );
}

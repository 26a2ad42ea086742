import { commands } from './commands.ts';
import { button, h, setText } from './dom.ts';
import { icon, type IconName } from './icons.ts';
import { bindings, type CommandName } from './keys.ts';
import { inkColors, inkNames, type Player } from './player.ts';
import { fill } from './strings.ts';
import type { Ui } from './ui.ts';

/** A button for a command, named and with its key in the tooltip. */
export function commandButton(ui: Ui, command: CommandName, glyph: IconName): HTMLButtonElement {
  const binding = bindings.find((candidate) => candidate.command === command);
  const label = binding ? ui.player.strings[binding.label] : command;
  const key = binding?.shown.at(-1);
  return button(
    { class: 'lp-icon', 'aria-label': label, title: `${label} (${key})`, 'data-command': command },
    icon(glyph),
    () => commands[command](ui),
  );
}

/** Buttons for pen, highlighter, laser, zoom, undo, clear, and the ink colours while a drawing tool is chosen. */
export function drawingTools(ui: Ui): HTMLElement {
  const { player } = ui;
  const tools = (['pen', 'highlighter', 'laser', 'zoom'] as const).map(
    (tool) => [tool, commandButton(ui, tool, tool)] as const,
  );
  const colors = inkColors.map((color, index) => {
    const swatch = button(
      {
        class: 'lp-icon lp-color',
        'aria-label': fill(player.strings.color, player.strings[inkNames[index] ?? 'color']),
      },
      '',
      () => player.setLocal({ color }),
    );
    swatch.style.setProperty('--lp-color', color);
    return swatch;
  });
  const palette = h(
    'span',
    { class: 'lp-palette' },
    ...colors,
    commandButton(ui, 'undo', 'undo'),
    commandButton(ui, 'clear', 'clear'),
  );
  const update = (): void => {
    for (const [tool, element] of tools) element.setAttribute('aria-pressed', String(player.local.tool === tool));
    palette.hidden = player.local.tool !== 'pen' && player.local.tool !== 'highlighter';
    colors.forEach((swatch, index) =>
      swatch.setAttribute('aria-pressed', String(inkColors[index] === player.local.color)),
    );
  };
  player.onLocal(update);
  update();
  return h(
    'span',
    { class: 'lp-group', role: 'group', 'aria-label': player.strings.tools },
    ...tools.map(([, element]) => element),
    palette,
  );
}

/** One segment a section, as wide as its number of slides, filled as far as we are. */
function sectionProgress(player: Player): HTMLElement {
  const bar = h('div', { class: 'lp-progress', 'aria-hidden': 'true' });
  player.watch(['position', 'plan'], () => {
    const slides = player.deck.inPlan(player.plan);
    const at = slides.findIndex((slide) => slide.id === player.slide.id);
    const counts = new Map<string, { total: number; seen: number }>();
    slides.forEach((slide, index) => {
      const count = counts.get(slide.section) ?? { total: 0, seen: 0 };
      counts.set(slide.section, { total: count.total + 1, seen: count.seen + (index <= at ? 1 : 0) });
    });
    bar.replaceChildren(
      ...[...counts.values()].map(({ total, seen }) =>
        h('span', { style: `flex:${total}` }, h('span', { style: `width:${(seen / total) * 100}%` })),
      ),
    );
  });
  return bar;
}

/** The bar at the foot of the audience's window; it comes with the mouse, a touch or the focus and goes by itself. */
export function mountToolbar(ui: Ui): HTMLElement {
  const { player } = ui;
  const number = h('output', { class: 'lp-number', 'aria-live': 'off' });
  const section = h('span', { class: 'lp-section' });
  // Other editions hold no questions and no notes.
  const teaches = player.data.audience === 'teacher';
  player.watch(['position'], () => {
    setText(number, `${player.slide.number} / ${player.deck.slides.length}`);
    setText(section, player.sectionTitle(player.slide));
  });
  const bar = h(
    'div',
    { class: 'lp-toolbar', role: 'toolbar', 'aria-label': player.strings.player },
    commandButton(ui, 'back', 'previous'),
    number,
    commandButton(ui, 'forward', 'next'),
    section,
    h('span', { class: 'lp-space' }),
    commandButton(ui, 'overview', 'overview'),
    commandButton(ui, 'search', 'search'),
    commandButton(ui, 'reading', 'reading'),
    drawingTools(ui),
    teaches && commandButton(ui, 'question', 'question'),
    commandButton(ui, 'black', 'black'),
    commandButton(ui, 'variant', 'variant'),
    teaches && commandButton(ui, 'where', 'source'),
    commandButton(ui, 'keep', 'save'),
    commandButton(ui, 'qr', 'qr'),
    teaches && commandButton(ui, 'presenter', 'presenter'),
    commandButton(ui, 'fullscreen', 'fullscreen'),
    commandButton(ui, 'help', 'help'),
  );
  showWhileActive();
  // Slides have headings of the second level, and one shows at a time: the page says what it is.
  const title = h('h1', { class: 'lp-sr' }, player.data.title);
  return h('footer', { class: 'lp-foot' }, title, sectionProgress(player), bar);
}

/** How long the toolbar and the mouse pointer stay after the last movement. */
const idle = 2500;

function showWhileActive(): void {
  let timer = 0;
  const wake = (): void => {
    document.documentElement.classList.add('lp-awake');
    clearTimeout(timer);
    timer = window.setTimeout(() => document.documentElement.classList.remove('lp-awake'), idle);
  };
  for (const event of ['pointermove', 'pointerdown']) addEventListener(event, wake, { passive: true });
  wake();
}

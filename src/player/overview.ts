import { SlideCopy } from './copy.ts';
import { closeDialog, openDialog } from './dialog.ts';
import type { PlayedSlide } from './deck.ts';
import { button, h, runsLeft } from './dom.ts';
import { inReadingOrder } from './keys.ts';
import type { Ui } from './ui.ts';

/** All slides of the plan as small live copies, grouped by section. Copies are made when they scroll into view. */
export function openOverview(ui: Ui): void {
  const { player } = ui;
  const slides = player.deck.inPlan(player.plan);
  const filled = new WeakSet<Element>();
  const copies = new Map<Element, () => void>();
  const watcher = new IntersectionObserver(
    (entries) => {
      for (const { target, isIntersecting } of entries) {
        if (!isIntersecting || filled.has(target)) continue;
        filled.add(target);
        copies.get(target)?.();
      }
    },
    { rootMargin: '300px' },
  );
  const tile = (slide: PlayedSlide): HTMLElement => {
    const copy = new SlideCopy(player.deck);
    const label = h('span', { class: 'lp-tile-title' }, `${slide.number}. ${slide.title}`);
    const open = button(
      { class: 'lp-tile', 'aria-current': slide.id === player.slide.id && 'true', 'data-slide': slide.id },
      copy.element,
      () => {
        closeDialog();
        player.go({ slide: slide.id, step: 0 });
      },
    );
    open.append(label);
    copies.set(open, () => copy.show(slide, slide.steps));
    watcher.observe(open);
    return h('li', {}, open);
  };
  const groups = sectionsOf(slides).map(({ id, slides: own }) => {
    const title = player.data.sections.find((section) => section.id === id)?.title;
    return h('section', {}, title ? h('h3', {}, title) : undefined, h('ul', { class: 'lp-grid' }, ...own.map(tile)));
  });
  const content = h('div', { class: 'lp-scroll lp-overview' }, ...groups);
  content.addEventListener('keydown', (event) => moveInGrid(content, event));
  const current = content.querySelector<HTMLElement>('[aria-current]');
  openDialog(ui, {
    name: 'overview',
    title: player.strings.overview,
    content,
    focus: current ?? undefined,
    onClose: () => watcher.disconnect(),
  });
}

function sectionsOf(slides: readonly PlayedSlide[]): { readonly id: string; readonly slides: PlayedSlide[] }[] {
  const groups: { id: string; slides: PlayedSlide[] }[] = [];
  for (const slide of slides) {
    const last = groups.at(-1);
    if (last?.id === slide.section) last.slides.push(slide);
    else groups.push({ id: slide.section, slides: [slide] });
  }
  return groups;
}

/** Arrow keys go to the neighbouring tile, up and down to the nearest one in the next row. */
function moveInGrid(grid: HTMLElement, event: KeyboardEvent): void {
  const tiles = [...grid.querySelectorAll<HTMLElement>('.lp-tile')];
  const here = tiles.indexOf(document.activeElement as HTMLElement);
  const target = targetTile(tiles, here, inReadingOrder(event.key, runsLeft()));
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: 'nearest' });
}

function targetTile(tiles: readonly HTMLElement[], here: number, key: string): HTMLElement | undefined {
  if (key === 'Home') return tiles[0];
  if (key === 'End') return tiles.at(-1);
  if (key === 'ArrowRight') return tiles[here + 1];
  if (key === 'ArrowLeft') return tiles[here - 1];
  const from = tiles[here]?.getBoundingClientRect();
  if (!from || (key !== 'ArrowDown' && key !== 'ArrowUp')) return undefined;
  const ahead = key === 'ArrowDown' ? tiles.slice(here + 1) : tiles.slice(0, here).reverse();
  const row = ahead
    .find((tile) => Math.abs(tile.getBoundingClientRect().top - from.top) > 4)
    ?.getBoundingClientRect().top;
  const inRow = ahead.filter((tile) => Math.abs(tile.getBoundingClientRect().top - (row ?? NaN)) <= 4);
  return inRow.sort(
    (a, b) =>
      Math.abs(a.getBoundingClientRect().left - from.left) - Math.abs(b.getBoundingClientRect().left - from.left),
  )[0];
}

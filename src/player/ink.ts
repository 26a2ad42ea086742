import { inkWidths, strokePath } from '../wire/index.ts';
import { svg } from './dom.ts';
import type { Player } from './player.ts';
import type { Stroke } from './store.ts';

/** A stroke longer than this many points is cut, so that a stuck button cannot fill the memory. */
const maxPoints = 4000;

const round = (value: number): number => Math.round(value * 10) / 10;

function strokeElement(stroke: Stroke): SVGPathElement {
  return svg('path', {
    class: `lp-${stroke.tool}`,
    d: strokePath(stroke.points),
    fill: 'none',
    stroke: stroke.color,
    'stroke-width': inkWidths[stroke.tool],
    'stroke-linecap': stroke.tool === 'pen' ? 'round' : 'butt',
    'stroke-linejoin': 'round',
  });
}

/**
 * The drawing layer over a slide: shows the strokes of the slide on screen, the stroke in the making and the laser dot,
 * and takes the pointer while a drawing tool is chosen. Both windows have one; they show the same.
 */
export function mountInk(player: Player): SVGSVGElement {
  const { width, height } = player.deck;
  const done = svg('g');
  const making = svg('g');
  const dot = svg('circle', { class: 'lp-dot', r: 9, cx: -99, cy: -99 });
  const layer = svg(
    'svg',
    { class: 'lp-ink', viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' },
    done,
    making,
    dot,
  );
  const hideDot = (): void => dot.setAttribute('cx', '-99');
  player.watch(['position', 'ink/'], () => {
    const strokes = player.store.get(`ink/${player.position.slide}`) ?? [];
    done.replaceChildren(...strokes.map(strokeElement));
    making.replaceChildren();
  });
  player.watch(['position'], hideDot);
  let tool = player.local.tool;
  player.onLocal(() => {
    const laidDown = tool === 'laser' && player.local.tool !== 'laser';
    tool = player.local.tool;
    layer.setAttribute('data-tool', tool);
    if (!laidDown) return;
    hideDot();
    player.sync.pass({ kind: 'laser', slide: player.position.slide, at: null });
  });
  player.sync.onPassing((message) => {
    if (message.slide !== player.position.slide) return;
    if (message.kind === 'draw') return making.replaceChildren(strokeElement(message.stroke));
    const [x, y] = message.at ?? [-99, -99];
    dot.setAttribute('cx', String(x));
    dot.setAttribute('cy', String(y));
  });
  takePointer(player, layer, making, dot);
  return layer;
}

/** Slide pixels under the pointer. */
export function slidePoint(player: Player, layer: Element, event: MouseEvent): readonly [number, number] {
  const box = layer.getBoundingClientRect();
  const x = ((event.clientX - box.left) / box.width) * player.deck.width;
  const y = ((event.clientY - box.top) / box.height) * player.deck.height;
  return [round(x), round(y)];
}

function takePointer(player: Player, layer: SVGSVGElement, making: SVGGElement, dot: SVGCircleElement): void {
  let stroke: Stroke | undefined;
  const slide = (): string => player.position.slide;
  layer.addEventListener('pointerdown', (event) => {
    const { tool, color } = player.local;
    if ((tool !== 'pen' && tool !== 'highlighter') || event.button !== 0) return;
    layer.setPointerCapture(event.pointerId);
    stroke = { tool, color, points: [...slidePoint(player, layer, event)] };
  });
  layer.addEventListener('pointermove', (event) => {
    const point = slidePoint(player, layer, event);
    if (player.local.tool === 'laser') {
      dot.setAttribute('cx', String(point[0]));
      dot.setAttribute('cy', String(point[1]));
      player.sync.pass({ kind: 'laser', slide: slide(), at: point });
    }
    if (!stroke || stroke.points.length >= 2 * maxPoints) return;
    stroke = { ...stroke, points: [...stroke.points, ...point] };
    making.replaceChildren(strokeElement(stroke));
    player.sync.pass({ kind: 'draw', slide: slide(), stroke });
  });
  const finish = (): void => {
    if (!stroke) return;
    player.store.put(`ink/${slide()}`, [...(player.store.get(`ink/${slide()}`) ?? []), stroke]);
    stroke = undefined;
  };
  layer.addEventListener('pointerup', finish);
  layer.addEventListener('pointercancel', finish);
  layer.addEventListener('pointerleave', () => {
    if (player.local.tool !== 'laser') return;
    dot.setAttribute('cx', '-99');
    player.sync.pass({ kind: 'laser', slide: slide(), at: null });
  });
}

/** Takes away the last stroke on this slide. */
export function undoStroke(player: Player): void {
  const key = `ink/${player.position.slide}` as const;
  player.store.put(key, (player.store.get(key) ?? []).slice(0, -1));
}

/** Takes away all strokes on this slide. */
export function clearInk(player: Player): void {
  player.store.put(`ink/${player.position.slide}`, []);
}

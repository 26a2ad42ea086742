import { standTall } from './chain.ts';
import { spreadLegend } from './legend.ts';
import { fillWide } from './mind-map.ts';

/**
 * Mends what Mermaid leaves to the edge of its page, to the clock, or to colours of its own.
 * @param hues colours that stand for the theme's series
 * @param box the room of the drawing
 */
export function tidy(
  root: SVGSVGElement,
  hues: readonly string[],
  box: { readonly width: number; readonly height: number },
): void {
  // A mark for today would be another one tomorrow.
  for (const mark of root.querySelectorAll('.today')) mark.remove();
  endLifelines(root);
  centreLabels(root);
  thinTicks(root);
  endEvents(root);
  colourFlows(root, hues);
  numberMessages(root);
  clearMessages(root);
  standTall(root, box);
  lowerMembers(root);
  dropHashes(root);
  spreadLegend(root);
  fillWide(root, box);
}

/** Words of messages lie on a ground of their own where lifelines run through them. */
function clearMessages(root: SVGSVGElement): void {
  const lifelines = [...root.querySelectorAll<SVGLineElement>('line[class*="actor-line"]')].map((line) =>
    line.getBoundingClientRect(),
  );
  for (const words of root.querySelectorAll<SVGTextElement>('text.messageText')) {
    const box = words.getBoundingClientRect();
    if (!lifelines.some(({ x }) => x > box.left && x < box.right)) continue;
    const { x, y, width, height } = words.getBBox();
    const ground = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
    const place = { x: x - 4, y, width: width + 8, height: height - 2 };
    for (const [name, value] of Object.entries(place)) ground.setAttribute(name, String(value));
    ground.setAttribute('class', 'messageGround');
    words.before(ground);
  }
}

/** Names that Mermaid makes up for commits tell nobody anything, and run into each other. */
function dropHashes(root: SVGSVGElement): void {
  for (const label of root.querySelectorAll('text.commit-label')) {
    const [number = '', hash = '', ...more] = (label.textContent ?? '').trim().split('-');
    const isMade = more.length === 0 && hash.length === 7 && [number, hash].every((part) => isHex(part));
    if (!isMade) continue;
    label.parentElement?.querySelector('.commit-label-bkg')?.remove();
    label.remove();
  }
}

const isHex = (text: string): boolean =>
  text !== '' && Array.from(text).every((sign) => '0123456789abcdef'.includes(sign));

/** The words of a class stand half a line too high in its box: as far from its top as from its bottom is right. */
function lowerMembers(root: SVGSVGElement): void {
  if (!(root.getAttribute('aria-roledescription') ?? '').startsWith('class')) return;
  const scale = root.getScreenCTM()?.d ?? 1;
  for (const node of root.querySelectorAll<SVGGElement>('g.node')) {
    const groups = [...node.querySelectorAll<SVGGElement>(':scope > g.text')].filter(
      (group) => group.textContent !== '',
    );
    const words = groups.map((group) => group.getBoundingClientRect());
    const box = node.querySelector(':scope > g:not(.text), :scope > rect')?.getBoundingClientRect();
    if (!box || words.length === 0) continue;
    const above = Math.min(...words.map(({ top }) => top)) - box.top;
    const title = words[0]?.height ?? 0;
    // The room that a line of the title leaves is what its box is high for.
    const down = Math.max(0, title * halfLine - above) / scale;
    for (const group of groups)
      group.setAttribute('transform', `translate(0 ${down}) ${group.getAttribute('transform') ?? ''}`);
  }
}

/** What stands free above the title of a class, in heights of it. */
const halfLine = 0.32;

/** The discs below the numbers of messages, which are ends of their lines, as parts of their own. */
function numberMessages(root: SVGSVGElement): void {
  // Dark enough for the numbers on it: the outline of the heads.
  const head = root.querySelector('rect.actor');
  for (const number of root.querySelectorAll<SVGTextElement>('text.sequenceNumber')) {
    const { x, y, width, height } = number.getBBox();
    const disc = document.createElementNS('http://www.w3.org/2000/svg', 'circle');
    disc.setAttribute('cx', String(x + width / 2));
    disc.setAttribute('cy', String(y + height / 2));
    disc.setAttribute('r', String(Math.max(width, height) / 2 + 2));
    disc.style.fill = head ? getComputedStyle(head).stroke : 'currentColor';
    number.before(disc);
  }
  for (const line of root.querySelectorAll('[marker-start*="sequencenumber"]')) line.removeAttribute('marker-start');
}

/** Marks of an axis that stand too close for their text are left out in turn. */
function thinTicks(root: SVGSVGElement): void {
  const ticks = [...root.querySelectorAll<SVGGElement>('.grid .tick')];
  const boxes = ticks.map((tick) => tick.querySelector('text')?.getBoundingClientRect());
  const widest = Math.max(0, ...boxes.map((box) => box?.width ?? 0));
  const pitch = (boxes[1]?.x ?? 0) - (boxes[0]?.x ?? 0);
  if (ticks.length < 2 || pitch <= 0) return;
  const each = Math.ceil((widest + 14) / pitch);
  ticks.forEach((tick, index) => {
    if (index % each > 0) tick.querySelector('text')?.remove();
  });
}

/** The dashed lines of a time line or journey end where there is nothing more to point at. */
function endEvents(root: SVGSVGElement): void {
  const lines = [...root.querySelectorAll<SVGLineElement>('.lineWrapper line')].filter(
    (line) => line.getAttribute('x1') === line.getAttribute('x2'),
  );
  if (lines.length === 0) return;
  const ends = lines.map((line) => line.getAttribute('y1') ?? '0');
  lines.forEach((line, index) => line.setAttribute('y2', ends[index] ?? '0'));
  const { y, height } = root.getBBox();
  for (const line of lines) line.setAttribute('y2', String(y + height + 12));
}

/** Streams and their ends in the colours of the series. */
function colourFlows(root: SVGSVGElement, hues: readonly string[]): void {
  if (root.getAttribute('aria-roledescription') !== 'sankey') return;
  const ends = [...root.querySelectorAll<SVGRectElement>('.nodes > .node > rect')];
  const known = new Map<string, string>();
  const hueOf = (colour: string): string => {
    const hue = known.get(colour) ?? hues[known.size % Math.max(1, hues.length)] ?? colour;
    known.set(colour, hue);
    return hue;
  };
  for (const end of ends) end.style.fill = hueOf(end.getAttribute('fill') ?? '');
  for (const stream of root.querySelectorAll<SVGPathElement>('.links .link path')) {
    const colour = stream.getAttribute('stroke') ?? '';
    stream.style.stroke = known.get(colour) ?? hues[0] ?? colour;
    stream.style.strokeOpacity = '0.35';
  }
}

/** Lifelines without a second row of heads run on far below the last message. */
function endLifelines(root: SVGSVGElement): void {
  const lines = [...root.querySelectorAll<SVGLineElement>('line[class*="actor-line"]')];
  if (lines.length === 0) return;
  for (const line of lines) line.setAttribute('y2', line.getAttribute('y1') ?? '0');
  const { y, height } = root.getBBox();
  for (const line of lines) line.setAttribute('y2', String(y + height + 10));
}

/** Labels of round boxes in mind maps start at the middle. */
function centreLabels(root: SVGSVGElement): void {
  for (const node of root.querySelectorAll<SVGGElement>('.mindmap-node')) {
    const label = node.querySelector<SVGGElement>(':scope > .label');
    const shape = node.querySelector<SVGGraphicsElement>(
      ':scope > :is(circle, rect, path, polygon, .basic, g:not(.label))',
    );
    if (!label || !shape) continue;
    const [words, box] = [label.getBoundingClientRect(), shape.getBoundingClientRect()];
    const scale = node.getScreenCTM()?.a ?? 1;
    const x = (box.x + box.width / 2 - words.x - words.width / 2) / scale;
    const y = (box.y + box.height / 2 - words.y - words.height / 2) / scale;
    if (Math.abs(x) < 2 && Math.abs(y) < 3) continue;
    label.setAttribute('transform', `translate(${x} ${y}) ${label.getAttribute('transform') ?? ''}`);
  }
}

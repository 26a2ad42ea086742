import { defineCodes, type Diagnostic } from '../../base/index.ts';
import type { LayoutCheck } from '../check.ts';
import { beyond, quoted, shared, sides, type Side } from './boxes.ts';
import { placed, Placer, type Place } from './place.ts';
import type { Box, SceneSlide, SceneText } from './scene.ts';

const { table, diagnostic } = defineCodes({
  'slide/overflow': {
    severity: 'error',
    summary: 'Something runs off the slide, out of its box, into another part of the slide, or is cut.',
    why: 'The audience cannot read it, in the room or in the PDF.',
    mend: 'Split the slide, shorten the text at the place shown, or choose a layout with more room.',
  },
});

/** What is wrong with one text or picture. */
interface Excess {
  readonly side: Side;
  readonly pixels: number;
  /** Ends "… runs 12 px": `off the slide at the bottom`. */
  readonly where: string;
}

/** Smaller differences are rounding and the slant of letters. */
const slack = { slide: 1.5, cut: 2, box: 3, column: 4, margin: 5, region: 2 } as const;

/** How the text is limited, in the order of what is worst. */
export const overflowCheck: LayoutCheck = {
  name: 'overflow',
  codes: table,
  judge(scene, { lesson }) {
    const placer = new Placer(lesson);
    return scene.slides.flatMap((slide) => [...textFindings(slide, placer), ...pictureFindings(slide, placer), ...strayFindings(slide, placer)]);
  },
};

function textFindings(slide: SceneSlide, placer: Placer): readonly Diagnostic[] {
  const found = new Map<string, { place: Place; excess: Excess; text: SceneText; hidden: number; total: number }>();
  const blocks = new Set<number>();
  for (const text of slide.texts) {
    if (text.ornament) continue;
    const excess = worst(text.lines.flatMap((line) => excessesOf(line, text, slide)));
    if (!excess || blocks.has(text.block)) continue;
    blocks.add(text.block);
    const place = placer.find(slide, text.block);
    const key = place.item ? `${place.item.list} ${excess.side}` : `${place.field ?? ''} ${excess.side}`;
    const known = found.get(key);
    const { hidden, total } = amount(slide, text.block);
    if (!known || excess.pixels > known.excess.pixels) found.set(key, { place: known && known.place.item ? known.place : place, excess, text: known?.text ?? text, hidden, total });
  }
  return [...found.values()].map(({ place, excess, text, hidden, total }) => {
    const share = total > 0 ? hidden / total : 0;
    const name = place.field === undefined ? '' : ` (${place.field})`;
    return diagnostic('slide/overflow', `Slide "${slide.id}": ${quoted(text.text)}${name} runs ${pixels(excess.pixels)} ${excess.where}.`, {
      ...placed(place),
      help: proposals(place, excess, share),
    });
  });
}

const pixels = (length: number): string => `${Math.max(1, Math.round(length))} px`;

/** How much of a block does not fit, in px of line length. */
function amount(slide: SceneSlide, block: number): { readonly hidden: number; readonly total: number } {
  let hidden = 0;
  let total = 0;
  for (const text of slide.texts.filter((item) => item.block === block)) {
    for (const line of text.lines) {
      const width = line.right - line.left;
      total += width;
      const excess = worst(excessesOf(line, text, slide));
      if (excess) hidden += excess.side === 'left' || excess.side === 'right' ? Math.min(width, excess.pixels) : width;
    }
  }
  return { hidden, total };
}

const worst = (excesses: readonly Excess[]): Excess | undefined => [...excesses].sort((a, b) => b.pixels - a.pixels)[0];

function excessesOf(line: Box, text: SceneText, slide: SceneSlide): readonly Excess[] {
  const frame: Box = { left: 0, top: 0, right: slide.width, bottom: slide.height };
  const found = compare(line, frame, slack.slide, (side) => `off the slide at the ${side}`);
  for (const limit of text.limits) found.push(...compare(line, limit, slack[limit.kind], (side) => wordsFor(limit.kind, side)));
  if (text.layered) return found;
  found.push(...compare(line, slide.content, slack.margin, (side) => `into the margin at the ${side}`));
  return [...found, ...collisions(line, text, slide)];
}

function compare(box: Box, limit: Box, least: number, where: (side: Side) => string): Excess[] {
  const reach = beyond(box, limit);
  return sides.filter((side) => reach[side] > least).map((side) => ({ side, pixels: reach[side], where: where(side) }));
}

const wordsFor = (kind: 'cut' | 'box' | 'column', side: Side): string =>
  kind === 'cut' ? `beyond the ${side} edge where it is cut off` : kind === 'box' ? `out of its box at the ${side}` : `out of its column at the ${side}`;

/** Text that flows into another part of the slide: the foot, the page number. */
function collisions(line: Box, text: SceneText, slide: SceneSlide): Excess[] {
  const others = slide.texts.filter((other) => other.region !== text.region && other.region > text.region && !other.ornament && !other.layered);
  const met = [...others.flatMap((other) => other.lines), ...slide.marks].filter((box) => {
    const [width, height] = shared(line, box);
    return width > slack.region && height > slack.region;
  });
  return met.map((box) => ({ side: 'bottom' as const, pixels: line.bottom - box.top, where: 'into the foot of the slide' }));
}

function proposals(place: Place, { side }: Excess, share: number): readonly string[] {
  const help: string[] = [];
  const { item, length = 0 } = place;
  const vertical = side === 'top' || side === 'bottom';
  if (vertical && item && item.index > 0) help.push(`Split the slide after item ${item.index} of \`${item.list}\` (it has ${item.count}).`);
  const fewer = Math.min(length - 1, Math.max(1, Math.ceil(length * share)));
  if (fewer > 0 && share > 0 && share < 1) help.push(`Shorten \`${place.field ?? 'the text'}\` by about ${fewer} characters.`);
  if (help.length === 0) help.push(vertical ? 'Split the slide, or shorten what stands above.' : 'Shorten it, or let it break: a soft hyphen (&shy;) shows where.');
  return help;
}

/** Pictures that leave the slide or are cut. Those laid over the slide on purpose may bleed. */
function pictureFindings(slide: SceneSlide, placer: Placer): readonly Diagnostic[] {
  const frame: Box = { left: 0, top: 0, right: slide.width, bottom: slide.height };
  return slide.pictures.flatMap((picture) => {
    if (picture.decorative || picture.layered) return [];
    const limits = picture.limits.filter((limit) => limit.kind === 'cut');
    const excess = worst([
      ...compare(picture.drawn, frame, slack.slide, (side) => `off the slide at the ${side}`),
      ...limits.flatMap((limit) => compare(picture.drawn, limit, slack.cut, (side) => wordsFor('cut', side))),
      ...compare(picture.drawn, slide.content, slack.margin, (side) => `into the margin at the ${side}`),
    ]);
    if (!excess) return [];
    const message = `Slide "${slide.id}": the picture ${quoted(picture.alt)} runs ${pixels(excess.pixels)} ${excess.where}.`;
    return [diagnostic('slide/overflow', message, { ...placed(placer.picture(slide, picture.alt)), help: ['Give it more room: shorten the text around it, or split the slide.'] })];
  });
}

/** Cards and other visible boxes that leave the slide, unless their text is reported already. */
function strayFindings(slide: SceneSlide, placer: Placer): readonly Diagnostic[] {
  const frame: Box = { left: 0, top: 0, right: slide.width, bottom: slide.height };
  const stray = slide.strays[0];
  const isToldAlready = slide.texts.some((text) => !text.ornament && text.lines.some((line) => excessesOf(line, text, slide).length > 0));
  const excess = stray && worst(compare(stray, frame, slack.slide, (side) => `off the slide at the ${side}`));
  if (!stray || !excess || isToldAlready) return [];
  const place = stray.block === undefined ? placer.whole(slide.id) : placer.find(slide, stray.block);
  const message = `Slide "${slide.id}": a box${place.field === undefined ? '' : ` (${place.field})`} runs ${pixels(excess.pixels)} ${excess.where}.`;
  return [diagnostic('slide/overflow', message, { ...placed(place), help: ['Split the slide, or shorten what stands above.'] })];
}

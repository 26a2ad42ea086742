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

/** What limits a text, the worst to leave first. */
const kinds = ['slide', 'cut', 'part', 'box', 'column', 'margin'] as const;
type Kind = (typeof kinds)[number];

/** How far one text or picture leaves one of its limits. */
interface Excess {
  readonly kind: Kind;
  readonly side: Side;
  readonly pixels: number;
  /** Ends "… runs 12 px": `off the slide at the bottom`. */
  readonly where: string;
}

/** Smaller differences are rounding and the slant of letters. */
const slack: Readonly<Record<Kind, number>> = { slide: 1.5, cut: 2, part: 2, box: 3, column: 4, margin: 5 };

const wordsFor: Readonly<Record<Kind, (side: Side) => string>> = {
  slide: (side) => `off the slide at the ${side}`,
  cut: (side) => `beyond the ${side} edge where it is cut off`,
  part: (side) => (side === 'bottom' ? 'into what stands below' : 'into what stands above'),
  box: (side) => `out of its box at the ${side}`,
  column: (side) => `out of its column at the ${side}`,
  margin: (side) => `into the margin at the ${side}`,
};

export const overflowCheck: LayoutCheck = {
  name: 'overflow',
  codes: table,
  judge(scene, context) {
    const placer = new Placer(context);
    return scene.slides.flatMap((slide) => [
      ...textFindings(slide, placer),
      ...pictureFindings(slide, placer),
      ...strayFindings(slide, placer),
    ]);
  },
};

function textFindings(slide: SceneSlide, placer: Placer): readonly Diagnostic[] {
  const found = new Map<string, { place: Place; excess: Excess; text: SceneText; hidden: number; total: number }>();
  for (const { text, excess } of worstOfBlocks(slide)) {
    const place = placer.find(slide, text.block);
    const key = place.item ? `${place.item.list} ${excess.side}` : `${place.field ?? ''} ${excess.side}`;
    const known = found.get(key);
    const { hidden, total } = amount(slide, text.block);
    if (!known || excess.pixels > known.excess.pixels)
      found.set(key, {
        place: known?.place.item ? known.place : place,
        excess,
        text: known?.text ?? text,
        hidden,
        total,
      });
  }
  return [...found.values()].map(({ place, excess, text, hidden, total }) => {
    const share = total > 0 ? hidden / total : 0;
    const first =
      text.text.length > 3
        ? text.text
        : slide.texts
            .filter((item) => item.block === text.block)
            .map((item) => item.text)
            .join('');
    const name = place.field === undefined ? '' : ` (${place.field})`;
    return diagnostic(
      'slide/overflow',
      `Slide "${slide.id}": ${quoted(first)}${name} runs ${pixels(excess.pixels)} ${excess.where}.`,
      {
        ...placed(place),
        help: proposals(place, excess, first, share),
      },
    );
  });
}

/** Each paragraph that does not fit, with its first text that does not and how far the worst of all goes: a formula is many. */
function worstOfBlocks(slide: SceneSlide): Iterable<{ readonly text: SceneText; readonly excess: Excess }> {
  const found = new Map<number, { readonly text: SceneText; readonly excess: Excess }>();
  for (const text of slide.texts) {
    const known = found.get(text.block);
    const here = text.ornament ? [] : text.lines.flatMap((line) => excessesOf(line, text, slide));
    const excess = worst(known ? [known.excess, ...here] : here);
    if (excess) found.set(text.block, { text: known?.text ?? text, excess });
  }
  return found.values();
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

const worst = (excesses: readonly Excess[]): Excess | undefined =>
  [...excesses].sort((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind) || b.pixels - a.pixels)[0];

/** Whether a text is reported as overflow. */
export const overflows = (text: SceneText, slide: SceneSlide): boolean =>
  text.lines.some((line) => excessesOf(line, text, slide).length > 0);

const frameOf = ({ width, height }: SceneSlide): Box => ({ left: 0, top: 0, right: width, bottom: height });

function excessesOf(line: Box, text: SceneText, slide: SceneSlide): readonly Excess[] {
  const limited = text.limits.flatMap((limit) => compare(line, limit, limit.kind));
  const outside = [...compare(line, frameOf(slide), 'slide'), ...limited];
  return text.layered
    ? outside
    : [...outside, ...compare(line, slide.content, 'margin'), ...collisions(line, text, slide)];
}

function compare(box: Box, limit: Box, kind: Kind): readonly Excess[] {
  const reach = beyond(box, limit);
  return sides
    .filter((side) => reach[side] > slack[kind])
    .map((side) => ({ kind, side, pixels: reach[side], where: wordsFor[kind](side) }));
}

/** Text that leaves its part of the slide and meets what stands in another: the title above, the sources below. */
function collisions(line: Box, text: SceneText, slide: SceneSlide): readonly Excess[] {
  const own = slide.parts[text.part];
  if (!own) return [];
  const reach = beyond(line, own);
  const side = reach.bottom > slack.part ? 'bottom' : reach.top > slack.part ? 'top' : undefined;
  if (side === undefined) return [];
  const others = slide.texts.filter((other) => other.part !== text.part && !other.ornament && !other.layered);
  const met = [...others.flatMap((other) => other.lines), ...slide.marks].filter(
    (box) => Math.min(...shared(line, box)) > slack.part,
  );
  const where = wordsFor.part(side);
  return met.map((box) => ({
    kind: 'part',
    side,
    pixels: side === 'bottom' ? line.bottom - box.top : box.bottom - line.top,
    where,
  }));
}

function proposals(place: Place, { side }: Excess, text: string, share: number): readonly string[] {
  const help: string[] = [];
  const { item, length = 0 } = place;
  const vertical = side === 'top' || side === 'bottom';
  if (vertical && item && item.index > 0)
    help.push(`Split the slide after item ${item.index} of \`${item.list}\` (it has ${item.count}).`);
  else if (side === 'bottom' && share === 1) help.push(`Split the slide before ${quoted(text)}.`);
  const fewer = Math.min(length - 1, Math.max(1, Math.ceil(length * share)));
  if (fewer > 0 && share > 0 && share < 1)
    help.push(`Shorten \`${place.field ?? 'the text'}\` by about ${fewer} characters.`);
  if (help.length === 0)
    help.push(
      vertical
        ? 'Split the slide, or shorten what stands above.'
        : 'Shorten it, or let it break: a soft hyphen (&shy;) shows where.',
    );
  return help;
}

/** Pictures that leave the slide or are cut. Those laid over the slide on purpose may bleed. */
function pictureFindings(slide: SceneSlide, placer: Placer): readonly Diagnostic[] {
  return slide.pictures.flatMap((picture) => {
    if (picture.decorative || picture.layered) return [];
    const cuts = picture.limits
      .filter((limit) => limit.kind === 'cut')
      .flatMap((limit) => compare(picture.drawn, limit, 'cut'));
    const excess = worst([
      ...compare(picture.drawn, frameOf(slide), 'slide'),
      ...cuts,
      ...compare(picture.drawn, slide.content, 'margin'),
    ]);
    if (!excess) return [];
    const message = `Slide "${slide.id}": the picture ${quoted(picture.alt)} runs ${pixels(excess.pixels)} ${excess.where}.`;
    return [
      diagnostic('slide/overflow', message, {
        ...placed(placer.picture(slide, picture.alt)),
        help: ['Give it more room: shorten the text around it, or split the slide.'],
      }),
    ];
  });
}

/** Cards and other visible boxes that leave the slide, unless their text is reported already. */
function strayFindings(slide: SceneSlide, placer: Placer): readonly Diagnostic[] {
  const stray = slide.strays[0];
  const isToldAlready = slide.texts.some((text) => !text.ornament && overflows(text, slide));
  const excess = stray && worst(compare(stray, frameOf(slide), 'slide'));
  if (!stray || !excess || isToldAlready) return [];
  const place = stray.block === undefined ? placer.whole(slide.id) : placer.find(slide, stray.block);
  const message = `Slide "${slide.id}": a box${place.field === undefined ? '' : ` (${place.field})`} runs ${pixels(excess.pixels)} ${excess.where}.`;
  return [
    diagnostic('slide/overflow', message, {
      ...placed(place),
      help: ['Split the slide, or shorten what stands above.'],
    }),
  ];
}

import { identityOf, placeOf, type Part } from './package.ts';
import { all, child, first, type XmlNode } from './tree.ts';

/** Longer texts are no marks that run on from slide to slide. */
const longest = 100;

/** So many slides make a habit. */
const fewSlides = 3;

/** What a running text is: nobody misses a number or a date. */
export type Running = 'header' | 'footer' | 'number';

const places: Readonly<Record<string, Running>> = { hdr: 'header', ftr: 'footer', sldNum: 'number', dt: 'number' };

/** Kinds of our own shapes that say on every slide where one is. */
const ownKinds: Readonly<Record<string, Running>> = { Marker: 'header', Footer: 'footer', Number: 'number' };

/** What the place of a shape or its name says. */
function toldOf(shape: XmlNode): Running | undefined {
  const [kind = '', ...more] = identityOf(shape).name.split(' · ');
  return places[placeOf(shape) ?? ''] ?? (more.length > 0 ? ownKinds[kind] : undefined);
}

/** Numbers and dates alone. */
const isNumber = (words: string): boolean => words.split('').every((letter) => '#/-. '.includes(letter));

/** What begins below is in the foot, in thousandths of the slide. */
const lowest = 880;

/** A box of text with its place in thousandths of the slide. */
interface Box {
  readonly shape: XmlNode;
  readonly slide: number;
  readonly words: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export const wordsOf = (shape: XmlNode): string =>
  all(child(shape, 'p:txbody'), 'a:t')
    .map(({ text }) => text)
    .join('')
    .trim();

/** The largest size of its letters; 0 when the layout decides. */
const sizeOf = (shape: XmlNode): number =>
  all(child(shape, 'p:txbody'), 'a:rpr').reduce(
    (most, { attributes }) => Math.max(most, Number(attributes.get('sz')) || 0),
    0,
  );

/** Words with their numbers made equal: “7 / 20” is on the next slide “8 / 20”. */
function folded(words: string): string {
  let text = '';
  for (const letter of words) {
    const isDigit = letter >= '0' && letter <= '9';
    if (!isDigit) text += letter;
    else if (!text.endsWith('#')) text += '#';
  }
  return text;
}

function boxesOf(slide: Part, number: number, size: readonly [number, number]): readonly Box[] {
  const [width, height] = size;
  return (first(slide.root, 'p:sptree')?.children ?? []).flatMap((shape): readonly Box[] => {
    if (shape.name !== 'p:sp' || placeOf(shape) !== undefined) return [];
    const words = wordsOf(shape);
    const frame = child(child(shape, 'p:sppr'), 'a:xfrm');
    const value = (name: string, key: string): number => Number(child(frame, name)?.attributes.get(key));
    const share = (part: number, whole: number): number => Math.round((1000 * part) / whole);
    const box = {
      left: share(value('a:off', 'x'), width),
      top: share(value('a:off', 'y'), height),
      width: share(value('a:ext', 'cx'), width),
      height: share(value('a:ext', 'cy'), height),
    };
    if (words === '' || words.length > longest || Object.values(box).some(Number.isNaN)) return [];
    return [{ shape, slide: number, words: box.top > lowest ? folded(words) : words, ...box }];
  });
}

/** Boxes that stand at one place, on as many slides as make it a habit: on most, or on some in the foot. */
function habits(boxes: readonly Box[], count: number, keyOf: (box: Box) => string): readonly (readonly Box[])[] {
  const groups = new Map<string, Box[]>();
  for (const box of boxes) {
    const group = groups.get(keyOf(box)) ?? [];
    group.push(box);
    groups.set(keyOf(box), group);
  }
  return [...groups.values()].filter((group) => {
    const slides = new Set(group.map(({ slide }) => slide)).size;
    return slides >= fewSlides && (slides > count / 2 || group.every(({ top }) => top > lowest));
  });
}

/** At the edge of the slide, where heads and feet stand. */
const isAtEdge = ({ top, height }: Box): boolean => top + height < 140 || top > lowest;

/** Whether a box is less than another text of its slide, so that it cannot be the title there. */
function isLess({ shape, top }: Box, slide: Part | undefined): boolean {
  if (top > lowest) return true;
  const own = sizeOf(shape);
  return all(slide?.root, 'p:sp').some((other) => {
    const isTitle = ['title', 'ctrTitle'].includes(placeOf(other) ?? '');
    return other !== shape && wordsOf(other) !== '' && (isTitle || (own > 0 && sizeOf(other) > own));
  });
}

/** Names of sections: each stands on some slides, one after another. */
const isRepeated = (group: readonly Box[]): boolean =>
  2 * new Set(group.map(({ words }) => words)).size <= group.length;

/** Where a box stands, by its left side, its right side or its middle: its width may be that of its words. */
const sides: readonly ((box: Box) => number)[] = [
  ({ left }) => left,
  ({ left, width }) => left + width,
  ({ left, width }) => left + Math.round(width / 2),
];

/**
 * The texts that say on every slide where one is, such as footers, numbers and names of sections: those in places that the
 * layout has for them, and boxes that stand with the same words at one place of most slides, or at one place of the edge
 * with words that several slides share.
 */
export function runningShapes(slides: readonly Part[], size: readonly [number, number]): ReadonlyMap<XmlNode, Running> {
  const found = new Map<XmlNode, Running>();
  for (const { root } of slides)
    for (const shape of all(root, 'p:sp')) {
      const told = toldOf(shape);
      if (told) found.set(shape, told);
    }
  const boxes = slides.flatMap((slide, i) => boxesOf(slide, i, size));
  for (const side of sides) {
    const placeOfBox = (box: Box): string => `${side(box)} ${box.top}`;
    const same = habits(boxes, slides.length, (box) => `${placeOfBox(box)} ${box.words}`);
    const atEdge = habits(boxes.filter(isAtEdge), slides.length, placeOfBox).filter(isRepeated);
    for (const box of [...same, ...atEdge].flat())
      if (!found.has(box.shape) && isLess(box, slides[box.slide]))
        found.set(box.shape, isNumber(box.words) ? 'number' : box.top > lowest ? 'footer' : 'header');
  }
  return found;
}

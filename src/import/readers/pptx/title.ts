import { placeOf } from './package.ts';
import { wordsOf } from './running.ts';
import { all, child, first, type XmlNode } from './tree.ts';

/** Longer texts are no titles. */
const longest = 120;

/** A text on a slide with what its place and size say of it. */
interface Standing {
  readonly shape: XmlNode;
  readonly words: string;
  /** Distance from the upper edge in EMU. */
  readonly top: number;
  /** The largest size of its letters, in hundredths of a point; 0 when the layout decides. */
  readonly size: number;
}

/**
 * The shape that holds the title of a slide: the place that the layout has for it, else what a reader takes for it. Many
 * programs write boxes without places: there it is the uppermost short text of which no sentence beside it is larger. What
 * runs on from slide to slide is none.
 */
export function titleShape(tree: XmlNode | undefined, running: ReadonlyMap<XmlNode, unknown>): XmlNode | undefined {
  const texts = (tree?.children ?? []).filter((shape) => shape.name === 'p:sp' && !running.has(shape));
  const placed = all(tree, 'p:sp').find(
    (shape) => ['title', 'ctrTitle'].includes(placeOf(shape) ?? '') && wordsOf(shape) !== '',
  );
  if (placed) return placed;
  const standing = texts.flatMap((shape) => (placeOf(shape) === undefined ? standingOf(shape) : []));
  if (standing.length === 1 && hasPlacedText(texts)) return undefined;
  const isSmall = (one: Standing): boolean =>
    standing.some(({ words, size }) => size > one.size && words.split(' ').length > 3);
  return standing
    .toSorted((a, b) => a.top - b.top)
    .find((one) => one.words.length <= longest && lines(one.shape) <= 2 && !isSmall(one))?.shape;
}

/** Whether the layout has places of text on the slide, so that a box beside them is no title. */
const hasPlacedText = (texts: readonly XmlNode[]): boolean =>
  texts.some((shape) => {
    const place = placeOf(shape);
    return place !== undefined && wordsOf(shape) !== '';
  });

const lines = (shape: XmlNode): number =>
  all(child(shape, 'p:txbody'), 'a:p').filter((paragraph) => all(paragraph, 'a:t').some(({ text }) => text.trim()))
    .length;

function standingOf(shape: XmlNode): readonly Standing[] {
  const words = wordsOf(shape);
  const top = Number(first(child(child(shape, 'p:sppr'), 'a:xfrm'), 'a:off')?.attributes.get('y'));
  if (words === '' || Number.isNaN(top)) return [];
  const sizes = all(child(shape, 'p:txbody'), 'a:rpr').map(({ attributes }) => Number(attributes.get('sz') ?? 0) || 0);
  return [{ shape, words, top, size: sizes.reduce((most, size) => Math.max(most, size), 0) }];
}

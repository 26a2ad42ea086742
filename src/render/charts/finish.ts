import { failure, success, type Outcome } from '../../base/index.ts';
import { frame, inset, type FrameOptions } from '../diagrams/frame.ts';
import { smallestText } from '../diagrams/paint.ts';
import { writeChildren, type Cleaning } from '../svg/clean.ts';
import { parseSvg, type SvgElement } from '../svg/parse.ts';
import { sizeOf } from '../svg/size.ts';
import { element } from '../svg/xml.ts';
import { chartProblem } from './codes.ts';
import type { Placed } from './plot.ts';

/** A drawing in its frame, with the place where it stands there. */
interface Finished {
  readonly svg: string;
  readonly placed: Placed;
}

/** Puts Vega's drawing into a frame with a name and a description, its ids numbered from one, nothing foreign in it. */
export function finish(drawn: string, alt: string, options: FrameOptions): Outcome<Finished> {
  const parsed = parseSvg(new TextEncoder().encode(drawn), { file: 'the chart' });
  if (!parsed.ok) return parsed;
  const size = sizeOf(parsed.value);
  const box = { width: options.width - 2 * inset, height: options.height - 2 * inset };
  const scale = Math.min(1, box.width / size.width, box.height / size.height);
  const smallest = smallestIn(parsed.value) * scale;
  if (scale < 0.999 && smallest < smallestText - 0.5) {
    const message = `the chart is ${Math.round(size.width)} x ${Math.round(size.height)} px, more than ${options.width} x ${options.height}`;
    return failure([chartProblem('chart/too-large', message)]);
  }
  const small = smallest < smallestText - 0.5;
  const diagnostics = small
    ? [chartProblem('chart/small-text', `the chart has text of ${smallest.toFixed(1)} px`)]
    : [];
  const shift = { x: (box.width - size.width * scale) / 2, y: (box.height - size.height * scale) / 2 };
  const ids = new Map<string, string>();
  const rename = (id: string): string => {
    const known = ids.get(id) ?? `${options.id}-${ids.size + 1}`;
    ids.set(id, known);
    return known;
  };
  const cleaning: Cleaning = { rename, scope: undefined, dropped: new Set() };
  const transform = `translate(${shift.x.toFixed(2)} ${shift.y.toFixed(2)})${scale < 1 ? ` scale(${scale.toFixed(4)})` : ''}`;
  const content = element('g', { transform }, writeChildren(bare(parsed.value), cleaning));
  const { width, height } = options;
  const placed = { width, height, scale, x: inset + shift.x, y: inset + shift.y };
  return success({ svg: frame(content, alt, options), placed }, diagnostics);
}

/** Without Vega's own roles and labels, which the description replaces, and without empty shapes. */
function bare(node: SvgElement): SvgElement {
  return {
    ...node,
    attributes: node.attributes.filter(
      ({ local }) => !/^(aria-|role$|class$|pointer-events$|stroke-miterlimit$)/.test(local),
    ),
    children: node.children
      .filter((child) => typeof child === 'string' || !isEmpty(child))
      .map((child) => (typeof child === 'string' ? child : bare(child))),
  };
}

function isEmpty({ local, attributes, children }: SvgElement): boolean {
  const value = (name: string) => attributes.find((attribute) => attribute.local === name)?.value;
  return local === 'path' && children.length === 0 && (value('d') === undefined || value('display') === 'none');
}

function smallestIn(node: SvgElement): number {
  const own =
    node.local === 'text'
      ? node.attributes.filter(({ local }) => local === 'font-size').map(({ value }) => Number.parseFloat(value))
      : [];
  return Math.min(Infinity, ...own, ...node.children.filter((child) => typeof child !== 'string').map(smallestIn));
}

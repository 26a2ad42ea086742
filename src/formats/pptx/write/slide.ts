import type { Item, SceneSlide, TextItem } from '../scene.ts';
import type { SlideDraft } from './draft.ts';
import { itemXml, type Placeholder } from './shapes.ts';
import { solid } from './theme.ts';
import { targetsOf, timingXml, type Target } from './timing.ts';
import { el, namespaces, part } from './xml.ts';

const lettersIn = ({ paragraphs }: TextItem): number =>
  paragraphs.flatMap(({ lines }) => lines.flat()).reduce((sum, { text }) => sum + text.length, 0);

const isText = (item: Item): item is TextItem => item.kind === 'text';

/** The text that is the body of a slide: its first list, else its longest text. */
function bodyOf(items: readonly Item[]): TextItem | undefined {
  const number = items.filter(isText).find(({ role }) => role === 'number');
  const isInFoot = ({ rect }: TextItem): boolean => number !== undefined && rect.y + rect.h > number.rect.y;
  const texts = items.filter(isText).filter((item) => !isInFoot(item));
  const list = texts.find(({ role }) => role === 'list');
  const others = texts.filter(({ role, paragraphs }) => role === 'text' && paragraphs.length > 0);
  const longest = others.toSorted((a, b) => lettersIn(b) - lettersIn(a))[0];
  return list ?? (longest && lettersIn(longest) >= 30 ? longest : undefined);
}

/** The places that a slide fills. */
export function placesOf(items: readonly Item[]): ReadonlyMap<Item, Placeholder> {
  const places = new Map<Item, Placeholder>();
  const find = (role: TextItem['role']): TextItem | undefined =>
    items.filter(isText).find((item) => item.role === role);
  const put = (item: TextItem | undefined, place: Placeholder): void => {
    if (item) places.set(item, place);
  };
  put(find('title'), { type: 'title' });
  put(bodyOf(items), { type: 'body', idx: 1 });
  put(find('footer'), { type: 'ftr', idx: 11 });
  put(find('number'), { type: 'sldNum', idx: 12 });
  return places;
}

/** The shapes of a slide in their order, in a tree of their own. */
export const treeOf = (shapes: string): string =>
  el(
    'p:spTree',
    {},
    '<p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>',
    '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/></a:xfrm></p:grpSpPr>',
    shapes,
  );

export const groundXml = (slide: SceneSlide, draft: SlideDraft): string =>
  slide.ground ? el('p:bg', {}, el('p:bgPr', {}, solid(slide.ground, draft.theme), '<a:effectLst/>')) : '';

/** A heading for slides that show none: above the slide, for screen readers, the outline and links. */
function unseenTitle(title: string, slide: SceneSlide): TextItem {
  const paint = { hex: '000000', alpha: 1 };
  const run = { text: title, font: slide.fonts.title, size: 28, bold: true, italic: false, paint, lang: slide.lang };
  const paragraph = {
    lines: [[run]],
    align: 'l',
    rtl: false,
    pitch: 36,
    before: 0,
    inset: 0,
    hang: 0,
    level: 0,
  } as const;
  return { kind: 'text', role: 'title', rect: { x: 0, y: -160, w: slide.width, h: 120 }, paragraphs: [paragraph] };
}

/** The items of a slide, with a heading. */
export function titledItems({ scene, title }: TitledSlide): readonly Item[] {
  const hasTitle = scene.items.some((item) => item.kind === 'text' && item.role === 'title');
  return hasTitle ? scene.items : [unseenTitle(title, scene), ...scene.items];
}

export interface TitledSlide {
  readonly scene: SceneSlide;
  readonly title: string;
}

export interface SlideText {
  readonly title: string;
  /** Not shown unless somebody asks for it: a slide of another plan. */
  readonly isHidden: boolean;
}

export function slideXml(slide: SceneSlide, { title, isHidden }: SlideText, draft: SlideDraft): string {
  const items = titledItems({ scene: slide, title });
  const places = placesOf(items);
  const targets: Target[] = [];
  const shapes = items
    .map((item) => {
      const id = draft.last + 1;
      const xml = itemXml(item, draft, places.get(item));
      if (xml !== '') targets.push(...targetsOf(item, id));
      return xml;
    })
    .join('');
  const data = el('p:cSld', { name: slide.id }, groundXml(slide, draft), treeOf(shapes));
  const root = { ...namespaces, show: isHidden ? 0 : undefined };
  return part(el('p:sld', root, data, '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>', timingXml(targets)));
}

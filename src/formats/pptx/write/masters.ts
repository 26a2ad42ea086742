import type { Item, SceneSlide, TextItem } from '../scene.ts';
import type { SlideDraft } from './draft.ts';
import { identity, transform } from './frame.ts';
import { placesOf, treeOf, groundXml } from './slide.ts';
import type { Placeholder } from './shapes.ts';
import { el, emu, namespaces, part, centipoints } from './xml.ts';

/** A layout of Office: slides of one layout of ours and one ground. */
export interface Layout {
  readonly name: string;
  /** The slide whose places it takes over. */
  readonly model: SceneSlide;
}

export const layoutKey = (slide: SceneSlide): string => `${slide.layout} ${slide.ground?.hex ?? ''}`;

/** The layouts that a deck needs, by key, in the order in which they are first used. */
export function layoutsOf(slides: readonly SceneSlide[]): ReadonlyMap<string, Layout> {
  const layouts = new Map<string, Layout>();
  const used = new Map<string, number>();
  for (const slide of slides) {
    const key = layoutKey(slide);
    if (layouts.has(key)) continue;
    const count = (used.get(slide.layout) ?? 0) + 1;
    used.set(slide.layout, count);
    layouts.set(key, { name: count === 1 ? slide.layout : `${slide.layout} ${count}`, model: slide });
  }
  return layouts;
}

const prompts: Readonly<Record<Placeholder['type'], string>> = { title: 'Title', body: 'Text', ftr: '', sldNum: '‹#›' };

function styleOf(item: TextItem, draft: SlideDraft): string {
  const paragraph = item.paragraphs[0];
  const run = paragraph?.lines[0]?.[0];
  if (!paragraph || !run) return '<a:lstStyle/>';
  const face = run.font === draft.theme.fonts.title ? '+mj-lt' : '+mn-lt';
  const properties = el(
    'a:defRPr',
    { sz: centipoints(run.size), b: run.bold ? 1 : 0 },
    el('a:latin', { typeface: face }),
  );
  const pitch = el('a:lnSpc', {}, el('a:spcPts', { val: centipoints(paragraph.pitch) }));
  return el(
    'a:lstStyle',
    {},
    el('a:lvl1pPr', { algn: paragraph.align, rtl: paragraph.rtl ? 1 : 0 }, pitch, properties),
  );
}

function placeXml(item: TextItem, place: Placeholder, draft: SlideDraft): string {
  const id = draft.next();
  const isSmall = place.type === 'ftr' || place.type === 'sldNum';
  const ph = el('p:ph', { type: place.type, sz: isSmall ? 'quarter' : undefined, idx: place.idx });
  const head = el(
    'p:nvSpPr',
    {},
    identity(id, `${place.type} ${id}`),
    '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>',
    el('p:nvPr', {}, ph),
  );
  const box = el('a:bodyPr', { lIns: 0, tIns: 0, rIns: 0, bIns: 0, anchor: 't' }, '<a:normAutofit/>');
  const field = el(
    'a:fld',
    { id: '{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}', type: 'slidenum' },
    '<a:rPr/><a:t>‹#›</a:t>',
  );
  const prompt = prompts[place.type];
  const text = place.type === 'sldNum' ? field : prompt === '' ? '' : el('a:r', {}, '<a:rPr/>', el('a:t', {}, prompt));
  const body = el('p:txBody', {}, box, styleOf(item, draft), el('a:p', {}, text));
  return el('p:sp', {}, head, el('p:spPr', {}, transform(item.rect)), body);
}

const placesXml = (items: readonly Item[], draft: SlideDraft): string =>
  [...placesOf(items)].map(([item, place]) => placeXml(item as TextItem, place, draft)).join('');

export function layoutXml({ name, model }: Layout, draft: SlideDraft): string {
  const data = el('p:cSld', { name }, groundXml(model, draft), treeOf(placesXml(model.items, draft)));
  return part(
    el('p:sldLayout', { ...namespaces, preserve: 1 }, data, '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>'),
  );
}

/** Text of the master: what a new text begins with. */
function levels(kind: 'title' | 'body', size: number): string {
  const face = (prefix: string): string =>
    ['latin', 'ea', 'cs'].map((name) => `<a:${name} typeface="${prefix}-${name === 'latin' ? 'lt' : name}"/>`).join('');
  const run = (at: number): string =>
    el(
      'a:defRPr',
      { sz: centipoints(at), kern: 1200, b: kind === 'title' ? 1 : 0 },
      '<a:solidFill><a:schemeClr val="tx1"/></a:solidFill>',
      face(kind === 'title' ? '+mj' : '+mn'),
    );
  if (kind === 'title') return el('p:titleStyle', {}, el('a:lvl1pPr', { algn: 'l' }, '<a:buNone/>', run(size)));
  const list = Array.from({ length: 9 }, (_, i) => {
    const side = emu(size * 0.9);
    const at = Math.max(24, size - 2 * i);
    return el(
      `a:lvl${i + 1}pPr`,
      { marL: side * (i + 1), indent: -side, algn: 'l' },
      '<a:buClr><a:schemeClr val="accent1"/></a:buClr><a:buFont typeface="Arial"/><a:buChar char="–"/>',
      run(at),
    );
  });
  return el('p:bodyStyle', {}, ...list);
}

const other = `<p:otherStyle><a:defPPr><a:defRPr lang="en"/></a:defPPr></p:otherStyle>`;
export const colorMap =
  '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>';

/** The master takes its places from the slide that has most of them. */
export function masterXml(slides: readonly SceneSlide[], layoutIds: readonly string[], draft: SlideDraft): string {
  const model = slides.toSorted((a, b) => placesOf(b.items).size - placesOf(a.items).size)[0];
  const items = model?.items ?? [];
  const sizeOf = (type: Placeholder['type'], usual: number): number => {
    const found = [...placesOf(items)].find(([, place]) => place.type === type)?.[0];
    return (found as TextItem | undefined)?.paragraphs[0]?.lines[0]?.[0]?.size ?? usual;
  };
  const ground = '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>';
  const list = el(
    'p:sldLayoutIdLst',
    {},
    ...layoutIds.map((id, i) => el('p:sldLayoutId', { id: 2_147_483_649 + i, 'r:id': id })),
  );
  const styles = el('p:txStyles', {}, levels('title', sizeOf('title', 48)), levels('body', sizeOf('body', 32)), other);
  return part(
    el('p:sldMaster', namespaces, el('p:cSld', {}, ground, treeOf(placesXml(items, draft))), colorMap, list, styles),
  );
}

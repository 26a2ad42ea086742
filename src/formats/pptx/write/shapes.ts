import type {
  BoxItem,
  ChartItem,
  FormulaText,
  GroupItem,
  Item,
  PathItem,
  PictureItem,
  Rect,
  TextItem,
} from '../scene.ts';
import type { SlideDraft } from './draft.ts';
import { identity, lineXml, size, transform, within } from './frame.ts';
import { chartPart } from './chart/chart.ts';
import { shapeName, wordsOf } from './names.ts';
import { geometryOf } from './path.ts';
import { tableXml } from './table.ts';
import { mathXml } from './math.ts';
import { paragraphsXml } from './text.ts';
import { solid } from './theme.ts';
import { centipoints, el } from './xml.ts';

/** A place of a layout that a text of a slide fills. */
export interface Placeholder {
  readonly type: 'title' | 'body' | 'ftr' | 'sldNum';
  readonly idx?: number;
}

function boxXml(item: BoxItem, draft: SlideDraft): string {
  const { rect, shape, radius, fill, stroke } = item;
  const least = Math.min(rect.w, rect.h);
  const share = least > 0 ? Math.min(0.5, radius / least) : 0;
  const adjust = el('a:gd', { name: 'adj', fmla: `val ${Math.round(share * 100_000)}` });
  const isRounded = shape === 'rect' && share > 0.005;
  const kind = isRounded ? 'roundRect' : shape;
  const form = el('a:prstGeom', { prst: kind }, isRounded ? el('a:avLst', {}, adjust) : '<a:avLst/>');
  return plainShape(draft, 'Shape', transform(rect) + form + solid(fill, draft.theme) + lineXml(stroke, draft));
}

function plainShape(draft: SlideDraft, kind: string, properties: string): string {
  const head = el('p:nvSpPr', {}, identity(draft.next(), shapeName(kind, draft.id), ''), '<p:cNvSpPr/><p:nvPr/>');
  return el('p:sp', {}, head, el('p:spPr', {}, properties));
}

function pathXml(item: PathItem, draft: SlideDraft): string {
  const geometry = geometryOf(item);
  if (!geometry) return '';
  const fill = solid(item.fill, draft.theme);
  return plainShape(draft, 'Shape', transform(geometry.rect) + geometry.xml + fill + lineXml(item.stroke, draft));
}

function pictureXml(item: PictureItem, draft: SlideDraft, id = draft.next()): string {
  const media = draft.media[item.source];
  if (!media) return '';
  const [l, t, r, b] = item.crop.map(thousandthsOf);
  const svg =
    media.svg === undefined
      ? ''
      : `<a:extLst><a:ext uri="{96DAC541-7B7A-43D3-8B79-37D633B846F1}"><asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="${draft.relations.to('image', `../media/${media.svg}`)}"/></a:ext></a:extLst>`;
  const blip = el('a:blip', { 'r:embed': draft.relations.to('image', `../media/${media.png}`) }, svg);
  const crop = [l, t, r, b].some((part) => (part ?? 0) > 0) ? el('a:srcRect', { l, t, r, b }) : '';
  const form = item.radius > 0.5 ? 'roundRect' : 'rect';
  const share = Math.min(0.5, item.radius / Math.max(1, Math.min(item.rect.w, item.rect.h)));
  const adjust = el('a:gd', { name: 'adj', fmla: `val ${Math.round(share * 100_000)}` });
  const names = { formula: 'Formula', drawing: 'Drawing', ornament: 'Ornament', other: 'Part' } as const;
  const kind = item.why ? names[item.why] : 'Picture';
  return el(
    'p:pic',
    {},
    el(
      'p:nvPicPr',
      {},
      identity(id, shapeName(kind, draft.id), item.alt),
      '<p:cNvPicPr><a:picLocks noChangeAspect="1"/></p:cNvPicPr><p:nvPr/>',
    ),
    el('p:blipFill', {}, blip, crop, '<a:stretch><a:fillRect/></a:stretch>'),
    el(
      'p:spPr',
      {},
      transform(item.rect),
      el('a:prstGeom', { prst: form }, el('a:avLst', {}, form === 'rect' ? '' : adjust)),
    ),
  );
}

/** A formula as text where Office can show it exactly, with its picture for programs that show none. */
function formulaXml(item: PictureItem, formula: FormulaText, draft: SlideDraft): string {
  const { paint, size: pixels, lang, isDisplay } = formula;
  const math = mathXml(formula.mathml, ({ italic, bold }) =>
    el(
      'a:rPr',
      { lang, sz: Math.max(100, centipoints(pixels)), b: bold ? 1 : 0, i: italic ? 1 : 0, dirty: 0 },
      solid(paint, draft.theme),
      '<a:latin typeface="Cambria Math"/><a:ea typeface="Cambria Math"/>',
    ),
  );
  const id = draft.next();
  const picture = pictureXml(item, draft, id);
  if (math === undefined || picture === '') return picture;
  const head = el(
    'p:nvSpPr',
    {},
    identity(id, shapeName('Formula', draft.id), item.alt),
    '<p:cNvSpPr txBox="1"/><p:nvPr/>',
  );
  const form = `${transform(formula.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/>`;
  const inside =
    '<a:bodyPr wrap="none" lIns="0" tIns="0" rIns="0" bIns="0" anchor="ctr"><a:noAutofit/></a:bodyPr><a:lstStyle/>';
  const side = isDisplay ? 'center' : 'left';
  const whole = el(
    'm:oMathPara',
    { 'xmlns:m': 'http://schemas.openxmlformats.org/officeDocument/2006/math' },
    el('m:oMathParaPr', {}, el('m:jc', { 'm:val': side })),
    math,
  );
  const paragraph = el('a:p', {}, el('a:pPr', { algn: isDisplay ? 'ctr' : 'l' }), el('a14:m', {}, whole));
  const shape = el('p:sp', {}, head, el('p:spPr', {}, form), el('p:txBody', {}, inside, paragraph));
  return el(
    'mc:AlternateContent',
    { 'xmlns:mc': 'http://schemas.openxmlformats.org/markup-compatibility/2006' },
    el('mc:Choice', { 'xmlns:a14': 'http://schemas.microsoft.com/office/drawing/2010/main', Requires: 'a14' }, shape),
    el('mc:Fallback', {}, picture),
  );
}

const thousandthsOf = (share: number): number => Math.round(Math.max(0, Math.min(0.999, share)) * 100_000);

/** A line that another font makes a little longer still is one line. */
function roomFor({ rect, paragraphs, role }: TextItem): { readonly rect: Rect; readonly wrap: 'none' | 'square' } {
  const isLine = paragraphs.every(({ lines, bullet }) => lines.length === 1 && !bullet);
  const isFixed =
    role === 'label' ||
    role === 'number' ||
    role === 'code' ||
    (isLine && (role === 'text' || role === 'marker') && paragraphs.length === 1);
  if (isFixed) return { rect, wrap: 'none' };
  const more = Math.max(6, rect.w * 0.02);
  const align = paragraphs[0]?.align ?? 'l';
  const shift = align === 'ctr' ? more / 2 : align === 'r' ? more : 0;
  return { rect: { ...rect, x: rect.x - shift, w: rect.w + more }, wrap: 'square' };
}

const kinds = {
  title: 'Title',
  marker: 'Marker',
  footer: 'Footer',
  number: 'Number',
  list: 'List',
  text: 'Text',
  label: 'Label',
  code: 'Code',
};

function textXml(item: TextItem, draft: SlideDraft, placeholder?: Placeholder): string {
  const { rect, wrap } = roomFor(item);
  const name = shapeName(kinds[item.role], draft.id, item.paragraphs.map(wordsOf));
  const place = placeholder
    ? el(
        'p:nvPr',
        {},
        el('p:ph', {
          type: placeholder.type,
          sz: placeholder.type === 'body' || placeholder.type === 'title' ? undefined : 'quarter',
          idx: placeholder.idx,
        }),
      )
    : '<p:nvPr/>';
  const locks = placeholder ? '<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>' : '<p:cNvSpPr txBox="1"/>';
  const head = el('p:nvSpPr', {}, identity(draft.next(), name), locks, place);
  const form = transform(rect, item.turn === undefined ? {} : { turn: item.turn });
  const properties = el(
    'p:spPr',
    {},
    form,
    '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom><a:noFill/><a:ln><a:noFill/></a:ln>',
  );
  const inside = el(
    'a:bodyPr',
    { wrap, lIns: 0, tIns: 0, rIns: 0, bIns: 0, rtlCol: item.paragraphs[0]?.rtl === true ? 1 : 0, anchor: 't' },
    '<a:noAutofit/>',
  );
  const text =
    item.role === 'number'
      ? paragraphsXml(item.paragraphs, draft)
          .replace('<a:r>', '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">')
          .replace('</a:r>', '</a:fld>')
      : paragraphsXml(item.paragraphs, draft);
  return el('p:sp', {}, head, properties, el('p:txBody', {}, inside, '<a:lstStyle/>', text));
}

function groupXml(item: GroupItem, draft: SlideDraft): string {
  const id = draft.next();
  const { x, y, w, h } = item.rect;
  const frame =
    el('a:off', { x: within(x), y: within(y) }) +
    el('a:ext', { cx: size(w), cy: size(h) }) +
    el('a:chOff', { x: within(x), y: within(y) }) +
    el('a:chExt', { cx: size(w), cy: size(h) });
  const head = el(
    'p:nvGrpSpPr',
    {},
    identity(id, shapeName('Drawing', draft.id), item.alt),
    '<p:cNvGrpSpPr/><p:nvPr/>',
  );
  const inside = item.items.map((child) => itemXml(child, draft)).join('');
  return el('p:grpSp', {}, head, el('p:grpSpPr', {}, el('a:xfrm', {}, frame)), inside);
}

/** A chart that Office draws from the numbers of its workbook. */
function chartXml(item: ChartItem, draft: SlideDraft): string {
  const head = el(
    'p:nvGraphicFramePr',
    {},
    identity(draft.next(), shapeName('Chart', draft.id), item.alt),
    '<p:cNvGraphicFramePr/><p:nvPr/>',
  );
  const uri = 'http://schemas.openxmlformats.org/drawingml/2006/chart';
  const id = draft.relations.to('chart', `../charts/${draft.charts.add(chartPart(item, draft))}`);
  const data = el('a:graphicData', { uri }, el('c:chart', { 'xmlns:c': uri, 'r:id': id }));
  return el('p:graphicFrame', {}, head, transform(item.rect, { name: 'p:xfrm' }), el('a:graphic', {}, data));
}

export function itemXml(item: Item, draft: SlideDraft, placeholder?: Placeholder): string {
  switch (item.kind) {
    case 'text':
      return textXml(item, draft, placeholder);
    case 'box':
      return boxXml(item, draft);
    case 'path':
      return pathXml(item, draft);
    case 'picture':
      return item.formula ? formulaXml(item, item.formula, draft) : pictureXml(item, draft);
    case 'table':
      return tableXml(item, draft);
    case 'group':
      return groupXml(item, draft);
    case 'chart':
      return chartXml(item, draft);
  }
}

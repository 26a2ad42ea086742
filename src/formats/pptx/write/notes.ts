import { colorMap } from './masters.ts';
import { treeOf } from './slide.ts';
import { el, emu, namespaces, part, xmlText } from './xml.ts';

/** A page of notes, upright. */
const page = { width: 720, height: 960 };

const shape = (id: number, name: string, ph: string, place: readonly number[], body: string): string => {
  const [x = 0, y = 0, w = 0, h = 0] = place.map((share, i) => emu(share * (i % 2 === 0 ? page.width : page.height)));
  const where = place.length === 0 ? '' : el('a:xfrm', {}, el('a:off', { x, y }), el('a:ext', { cx: w, cy: h }));
  const form = place.length === 0 ? '' : '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>';
  const locks = ph.includes('sldImg')
    ? '<a:spLocks noGrp="1" noRot="1" noChangeAspect="1"/>'
    : '<a:spLocks noGrp="1"/>';
  const head = el('p:nvSpPr', {}, el('p:cNvPr', { id, name }), el('p:cNvSpPr', {}, locks), el('p:nvPr', {}, ph));
  return el('p:sp', {}, head, el('p:spPr', {}, where, form), body);
};

export const notesSize = { cx: emu(page.width), cy: emu(page.height) };

export function notesMasterXml(): string {
  const image = shape(2, 'Slide', '<p:ph type="sldImg" idx="2"/>', [0.1, 0.08, 0.8, 0.34], '');
  const text = el('p:txBody', {}, '<a:bodyPr/><a:lstStyle/>', '<a:p><a:r><a:rPr/><a:t>Notes</a:t></a:r></a:p>');
  const notes = shape(3, 'Notes', '<p:ph type="body" sz="quarter" idx="3"/>', [0.1, 0.46, 0.8, 0.48], text);
  const ground = '<p:bg><p:bgRef idx="1001"><a:schemeClr val="bg1"/></p:bgRef></p:bg>';
  const style =
    '<p:notesStyle><a:lvl1pPr><a:defRPr sz="1200"><a:solidFill><a:schemeClr val="tx1"/></a:solidFill><a:latin typeface="+mn-lt"/></a:defRPr></a:lvl1pPr></p:notesStyle>';
  return part(el('p:notesMaster', namespaces, el('p:cSld', {}, ground, treeOf(image + notes)), colorMap, style));
}

/** The notes of a slide, a paragraph for each line. */
export function notesXml(lines: readonly string[], lang: string): string {
  const paragraphs = lines.map((line) =>
    el('a:p', {}, el('a:r', {}, el('a:rPr', { lang, dirty: 0 }), el('a:t', {}, xmlText(line)))),
  );
  const body = el('p:txBody', {}, '<a:bodyPr/><a:lstStyle/>', ...paragraphs);
  const image = shape(2, 'Slide', '<p:ph type="sldImg"/>', [], '');
  const notes = shape(3, 'Notes', '<p:ph type="body" idx="1"/>', [], body);
  const map = '<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr>';
  return part(el('p:notes', namespaces, el('p:cSld', {}, treeOf(image + notes)), map));
}

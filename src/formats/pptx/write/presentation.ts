import { hashOf } from '../../../base/index.ts';
import type { PdfMetadata } from '../../pdf/index.ts';
import { notesSize } from './notes.ts';
import type { DeckPlan } from './plan.ts';
import { el, emu, namespaces, part, xmlText } from './xml.ts';

/** Parts that are the same in every deck. */
export const smallParts: readonly (readonly [path: string, xml: string])[] = [
  ['presProps.xml', part(el('p:presentationPr', namespaces))],
  ['viewProps.xml', part(el('p:viewPr', namespaces))],
  [
    'tableStyles.xml',
    part(el('a:tblStyleLst', { 'xmlns:a': namespaces['xmlns:a'], def: '{2D5ABB26-0587-4C30-8999-92F81FD0307C}' })),
  ],
];

/** A number in the form of a GUID, the same for the same text. */
function guidOf(text: string): string {
  const hash = hashOf(text).toUpperCase();
  return `{${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-A${hash.slice(17, 20)}-${hash.slice(20, 32)}}`;
}

const firstSlide = 256;

/** The parts of the lesson, each with its slides. */
function sectionsXml({ slides, sections }: DeckPlan): string {
  const groups: { id: string; slides: number[] }[] = [];
  for (const [i, { section }] of slides.entries()) {
    const last = groups.at(-1);
    if (last?.id === section) last.slides.push(firstSlide + i);
    else groups.push({ id: section, slides: [firstSlide + i] });
  }
  const list = groups.map(({ id, slides: own }, i) =>
    el(
      'p14:section',
      { name: sections.get(id) ?? id, id: guidOf(`${i} ${id}`) },
      el('p14:sldIdLst', {}, ...own.map((number) => el('p14:sldId', { id: number }))),
    ),
  );
  const all = el(
    'p14:sectionLst',
    { 'xmlns:p14': 'http://schemas.microsoft.com/office/powerpoint/2010/main' },
    ...list,
  );
  return el('p:extLst', {}, el('p:ext', { uri: '{521415D9-36F7-43E2-AB2F-B90AF26B5E84}' }, all));
}

interface PresentationIds {
  readonly masterId: string;
  readonly slideIds: readonly string[];
  readonly notesId: string | undefined;
}

export function presentationXml(deck: DeckPlan, { masterId, slideIds, notesId }: PresentationIds): string {
  const size = deck.slides[0]?.scene ?? { width: 1280, height: 720 };
  return part(
    el(
      'p:presentation',
      { ...namespaces, saveSubsetFonts: 1 },
      el('p:sldMasterIdLst', {}, el('p:sldMasterId', { id: 2_147_483_648, 'r:id': masterId })),
      notesId === undefined ? '' : el('p:notesMasterIdLst', {}, el('p:notesMasterId', { 'r:id': notesId })),
      el('p:sldIdLst', {}, ...slideIds.map((id, i) => el('p:sldId', { id: firstSlide + i, 'r:id': id }))),
      el('p:sldSz', { cx: emu(size.width), cy: emu(size.height) }),
      el('p:notesSz', notesSize),
      '<p:defaultTextStyle><a:defPPr><a:defRPr lang="en"/></a:defPPr></p:defaultTextStyle>',
      sectionsXml(deck),
    ),
  );
}

export function coreXml({ title, authors, subject, lang, date }: PdfMetadata): string {
  const text = (name: string, value: string | undefined): string =>
    value === undefined || value === '' ? '' : el(name, {}, xmlText(value));
  const time = date?.toISOString().replace(/\.\d+Z$/, 'Z');
  const stamp = (name: string): string => (time === undefined ? '' : el(name, { 'xsi:type': 'dcterms:W3CDTF' }, time));
  return part(
    el(
      'cp:coreProperties',
      {
        'xmlns:cp': 'http://schemas.openxmlformats.org/package/2006/metadata/core-properties',
        'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
        'xmlns:dcterms': 'http://purl.org/dc/terms/',
        'xmlns:xsi': 'http://www.w3.org/2001/XMLSchema-instance',
      },
      text('dc:title', title),
      text('dc:subject', subject),
      text('dc:creator', authors.join('; ')),
      text('dc:language', lang),
      stamp('dcterms:created'),
      stamp('dcterms:modified'),
    ),
  );
}

export const appXml = ({ slides }: DeckPlan): string =>
  part(
    el(
      'Properties',
      { xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/extended-properties' },
      '<Application>Lectern</Application>',
      el('Slides', {}, String(slides.length)),
      el('Notes', {}, String(slides.filter(({ notes }) => notes.length > 0).length)),
      el('HiddenSlides', {}, String(slides.filter(({ isHidden }) => isHidden).length)),
    ),
  );

/** Properties of the deck's own, by number. */
export const customXml = (values: readonly string[]): string =>
  part(
    el(
      'Properties',
      {
        xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
        'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
      },
      ...values.map((value, i) =>
        el(
          'property',
          { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid: i + 2, name: `Lectern ${i + 1}` },
          el('vt:lpwstr', {}, xmlText(value)),
        ),
      ),
    ),
  );

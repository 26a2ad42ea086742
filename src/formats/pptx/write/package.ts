import type { ZipFile } from '../../../documents/index.ts';
import { Charts, Relations, SlideDraft, type Relation } from './draft.ts';
import { layoutKey, layoutsOf, layoutXml, masterXml } from './masters.ts';
import { notesMasterXml, notesXml } from './notes.ts';
import type { DeckPlan } from './plan.ts';
import { appXml, coreXml, customXml, presentationXml, smallParts } from './presentation.ts';
import { slideXml } from './slide.ts';
import { officeTheme } from './theme.ts';
import { el, part } from './xml.ts';

const office = 'application/vnd.openxmlformats-officedocument.';
const kinds: readonly (readonly [RegExp, string])[] = [
  [/^ppt\/presentation\.xml$/, 'presentationml.presentation.main+xml'],
  [/^ppt\/slides\//, 'presentationml.slide+xml'],
  [/^ppt\/slideLayouts\//, 'presentationml.slideLayout+xml'],
  [/^ppt\/slideMasters\//, 'presentationml.slideMaster+xml'],
  [/^ppt\/notesSlides\//, 'presentationml.notesSlide+xml'],
  [/^ppt\/notesMasters\//, 'presentationml.notesMaster+xml'],
  [/^ppt\/theme\//, 'theme+xml'],
  [/^ppt\/charts\//, 'drawingml.chart+xml'],
  [/^ppt\/presProps\.xml$/, 'presentationml.presProps+xml'],
  [/^ppt\/viewProps\.xml$/, 'presentationml.viewProps+xml'],
  [/^ppt\/tableStyles\.xml$/, 'presentationml.tableStyles+xml'],
  [/^docProps\/app\.xml$/, 'extended-properties+xml'],
  [/^docProps\/custom\.xml$/, 'custom-properties+xml'],
];
const mediaKinds: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpg: 'image/jpeg',
  gif: 'image/gif',
  svg: 'image/svg+xml',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** The parts of a package, with the kinds of all of them first. */
class Package {
  readonly #parts = new Map<string, Uint8Array>();

  put(path: string, text: string | Uint8Array): void {
    this.#parts.set(path, typeof text === 'string' ? Buffer.from(text) : text);
  }

  /** A part with its relations to others. */
  putRelated(path: string, text: string, relations: readonly Relation[]): void {
    this.put(path, text);
    if (relations.length === 0) return;
    const slash = path.lastIndexOf('/');
    this.put(`${path.slice(0, slash)}/_rels/${path.slice(slash + 1)}.rels`, relationsXml(relations));
  }

  files(): readonly ZipFile[] {
    const paths = [...this.#parts.keys()];
    const endings = [...new Set(paths.map((path) => path.slice(path.lastIndexOf('.') + 1)))].filter(
      (ending) => ending in mediaKinds,
    );
    const defaults = endings.map((ending) => el('Default', { Extension: ending, ContentType: mediaKinds[ending] }));
    const overrides = paths.flatMap((path) => {
      const kind = kinds.find(([pattern]) => pattern.test(path) && path.endsWith('.xml'))?.[1];
      const type =
        path === 'docProps/core.xml' ? 'application/vnd.openxmlformats-package.core-properties+xml' : undefined;
      const ContentType = kind === undefined ? type : office + kind;
      return ContentType === undefined ? [] : [el('Override', { PartName: `/${path}`, ContentType })];
    });
    const types = el(
      'Types',
      { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
      ...defaults,
      ...overrides,
    );
    const first = { path: '[Content_Types].xml', bytes: Buffer.from(part(types)) };
    // Pictures are compressed already.
    const isPacked = (path: string): boolean => /\.(?:png|jpg|gif|xlsx)$/.test(path);
    return [first, ...[...this.#parts].map(([path, bytes]) => ({ path, bytes, stored: isPacked(path) }))];
  }
}

function relationsXml(relations: readonly Relation[]): string {
  const base = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
  const written = relations.map(({ id, kind, target, isOutside }) =>
    el('Relationship', { Id: id, Type: base + kind, Target: target, TargetMode: isOutside ? 'External' : undefined }),
  );
  return part(
    el('Relationships', { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' }, ...written),
  );
}

/** Each chart with the workbook of its numbers. */
function putCharts(files: Package, { all }: Charts): void {
  for (const [i, { xml, workbook }] of all.entries()) {
    const relations = new Relations();
    relations.to('package', `../embeddings/chart${i + 1}.xlsx`);
    files.putRelated(`ppt/charts/chart${i + 1}.xml`, xml, relations.all);
    files.put(`ppt/embeddings/chart${i + 1}.xlsx`, workbook);
  }
}

const slideFile = (index: number): string => `slide${index + 1}.xml`;

/** Writes a deck as the parts of a presentation (ECMA-376). */
export function presentationParts(deck: DeckPlan): readonly ZipFile[] {
  const scenes = deck.slides.map(({ scene }) => scene);
  const theme = officeTheme(scenes, deck.theme);
  const files = new Package();
  const slides = new Map(scenes.map((scene, i) => [scene.id, slideFile(i)]));
  const known = { theme, media: deck.media, slides, charts: new Charts() };
  const layouts = layoutsOf(scenes);
  const layoutFiles = new Map([...layouts.keys()].map((key, i) => [key, `slideLayout${i + 1}.xml`]));
  const hasNotes = deck.slides.some(({ notes }) => notes.length > 0);

  const presentation = new Relations();
  const masterId = presentation.to('slideMaster', 'slideMasters/slideMaster1.xml');
  const slideIds = deck.slides.map((_, i) => presentation.to('slide', `slides/${slideFile(i)}`));
  const notesId = hasNotes ? presentation.to('notesMaster', 'notesMasters/notesMaster1.xml') : undefined;
  presentation.to('presProps', 'presProps.xml');
  presentation.to('viewProps', 'viewProps.xml');
  presentation.to('theme', 'theme/theme1.xml');
  presentation.to('tableStyles', 'tableStyles.xml');

  const top = 'http://schemas.openxmlformats.org/package/2006/relationships';
  const rootRelations = `<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="ppt/presentation.xml"/><Relationship Id="rId2" Type="${top}/metadata/core-properties" Target="docProps/core.xml"/><Relationship Id="rId3" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/extended-properties" Target="docProps/app.xml"/><Relationship Id="rId4" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties" Target="docProps/custom.xml"/>`;
  files.put('_rels/.rels', part(el('Relationships', { xmlns: top }, rootRelations)));
  files.put('docProps/core.xml', coreXml(deck.metadata));
  files.put('docProps/app.xml', appXml(deck));
  files.put('docProps/custom.xml', customXml(deck.record));
  files.putRelated('ppt/presentation.xml', presentationXml(deck, { masterId, slideIds, notesId }), presentation.all);
  for (const [path, xml] of smallParts) files.put(`ppt/${path}`, xml);
  files.put('ppt/theme/theme1.xml', theme.xml);

  const master = new SlideDraft('master', known);
  const layoutIds = [...layoutFiles.values()].map((file) =>
    master.relations.to('slideLayout', `../slideLayouts/${file}`),
  );
  master.relations.to('theme', '../theme/theme1.xml');
  files.putRelated('ppt/slideMasters/slideMaster1.xml', masterXml(scenes, layoutIds, master), master.relations.all);
  for (const [key, layout] of layouts) {
    const draft = new SlideDraft('layout', known);
    draft.relations.to('slideMaster', '../slideMasters/slideMaster1.xml');
    files.putRelated(`ppt/slideLayouts/${layoutFiles.get(key) ?? ''}`, layoutXml(layout, draft), draft.relations.all);
  }
  if (hasNotes) {
    const notes = new Relations();
    notes.to('theme', '../theme/theme2.xml');
    files.putRelated('ppt/notesMasters/notesMaster1.xml', notesMasterXml(), notes.all);
    files.put('ppt/theme/theme2.xml', theme.xml);
  }
  for (const [i, slide] of deck.slides.entries()) {
    const file = slideFile(i);
    const draft = new SlideDraft(slide.scene.id.replace(/^s-/, ''), known);
    draft.relations.to('slideLayout', `../slideLayouts/${layoutFiles.get(layoutKey(slide.scene)) ?? ''}`);
    if (slide.notes.length > 0) {
      draft.relations.to('notesSlide', `../notesSlides/notes${file}`);
      const notes = new Relations();
      notes.to('notesMaster', '../notesMasters/notesMaster1.xml');
      notes.to('slide', `../slides/${file}`);
      files.putRelated(`ppt/notesSlides/notes${file}`, notesXml(slide.notes, slide.scene.lang), notes.all);
    }
    files.putRelated(`ppt/slides/${file}`, slideXml(slide.scene, slide, draft), draft.relations.all);
  }
  putCharts(files, known.charts);
  for (const [name, bytes] of deck.files) files.put(`ppt/media/${name}`, bytes);
  return files.files();
}

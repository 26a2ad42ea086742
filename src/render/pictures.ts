import {
  hashOf,
  hasErrors,
  isObject,
  Recent,
  RecentByOwner,
  type Diagnostic,
  type JsonObject,
  type Outcome,
  escapeXml,
} from '../base/index.ts';
import type { Asset, Composition, Drawing, Files, MermaidArtist, SlideId } from '../model/index.ts';
import type { Chart } from './charts/index.ts';
import { dataTableHtml } from './data-table.ts';
import type { Diagram } from './diagrams/index.ts';
import { htmlPieces } from '../text/index.ts';
import { renderDiagnostic } from './codes.ts';
import { drawingWords } from './drawing-words.ts';
import { hasEmoji } from './emoji.ts';
import { mermaidDrawings } from './mermaid-drawings.ts';

/** A picture ready to be put into a slide: inline SVG, or a data URL. */
export interface Picture {
  /** Makes the element that replaces `<img …>`; `prefix` makes ids unique in the document. */
  element(attributes: ImageAttributes, prefix: string): string;
  /** The file for `assets/` beside `deck.md`. */
  readonly asset: Asset;
}

interface ImageAttributes {
  /** Plain text. */
  readonly alt: string;
  readonly className: string;
}

/** Bound on what is kept of earlier drawings, and as much again of earlier pictures. */
const recentCharacters = 16_000_000;
/** How often one picture is written and remembered in a deck. */
const mostPlaces = 20;

const attribute = (name: string, value: string): string => (value === '' ? '' : ` ${name}="${value}"`);

interface Drawn {
  readonly pictures: Map<string, Picture>;
  readonly diagnostics: Diagnostic[];
  readonly failed: Set<SlideId>;
  /** How many pages drawings take that have more than their slide gives them. */
  readonly divided: Map<SlideId, number>;
}

/** Draws what the templates asked for. */
export async function makeDrawings(
  composition: Composition,
  files: Files,
  artist: MermaidArtist | undefined,
): Promise<Drawn> {
  const pictures = new Map<string, Picture>();
  const diagnostics: Diagnostic[] = [];
  const failed = new Set<SlideId>();
  const divided = new Map<SlideId, number>();
  const mermaid = await mermaidDrawings(composition, files, artist);
  for (const drawing of composition.drawings) {
    const drawn: Outcome<Diagram | Chart> = mermaid.get(drawing.path) ?? (await drawOnce(drawing, composition));
    diagnostics.push(...drawn.diagnostics);
    if (!drawn.ok) {
      failed.add(drawing.slide);
      continue;
    }
    const { svg, alt, table } = drawn.value;
    const pages = 'pages' in drawn.value ? (drawn.value.pages ?? 1) : 1;
    if (pages > (drawing.share?.count ?? pages)) divided.set(drawing.slide, pages);
    diagnostics.push(...textProblems(svg, drawing));
    const rows = table ? dataTableHtml(table, drawing.title) : '';
    const bytes = Buffer.from(svg);
    pictures.set(drawing.path, {
      element: () => svg + rows,
      asset: {
        path: drawing.path,
        mediaType: 'image/svg+xml',
        bytes,
        hash: hashOf(bytes),
        width: drawing.width,
        height: drawing.height,
        described: { alt, table: rows },
        ...('plot' in drawn.value && { plot: drawn.value.plot }),
      },
    });
  }
  return { pictures, diagnostics, failed, divided };
}

/** The text that a drawing shows: without its title and description. */
function textIn(svg: string): string {
  const parts: string[] = [];
  let spoken = 0;
  for (const piece of htmlPieces(svg)) {
    const isSpoken = 'name' in piece && (piece.name === 'title' || piece.name === 'desc');
    if (piece.kind === 'text' && spoken === 0) parts.push(piece.text);
    else if (piece.kind === 'open' && isSpoken && !piece.empty) spoken++;
    else if (piece.kind === 'close' && isSpoken) spoken--;
  }
  return parts.join(' ');
}

/** What a drawing says that it cannot show. */
function textProblems(svg: string, { places }: Drawing): readonly Diagnostic[] {
  const text = textIn(svg);
  const what = hasEmoji(text) ? 'an emoji' : /\$[^$\s][^$]*\$/.test(text) ? 'a formula' : undefined;
  if (what === undefined) return [];
  return [renderDiagnostic('render/drawing-text', `The text of this drawing holds ${what}`, { at: places.value('') })];
}

const drawings = new RecentByOwner<Outcome<Diagram | Chart>>(recentCharacters);

/** Draws, or takes the drawing made from the same data before. One with findings is made again: places have moved. */
async function drawOnce(drawing: Drawing, composition: Composition): Promise<Outcome<Diagram | Chart>> {
  const { path, kind, width, height, title, alt, steps, data } = drawing;
  const { evidence } = composition;
  const { lang = composition.lang } = drawing;
  const words = drawingWords(drawing, composition);
  const key = hashOf(JSON.stringify([path, kind, width, height, title, alt, steps, data, lang, evidence, words]));
  const recent = drawings.of(composition.lesson);
  const known = recent.get(key);
  if (known) return known;
  const drawn = await draw(drawing, composition);
  if (drawn.ok && drawn.diagnostics.length === 0) recent.put(key, drawn, drawn.value.svg.length);
  return drawn;
}

async function draw(drawing: Drawing, composition: Composition): Promise<Outcome<Diagram | Chart>> {
  const { evidence } = composition;
  const { kind, width, height, title, alt, steps, places, lang = composition.lang } = drawing;
  const data: JsonObject = isObject(drawing.data) ? drawing.data : {};
  const id = drawing.path.replace(/^assets\/|\.svg$/g, '');
  const at = (pointer: string) => places.value(pointer);
  const options = { id, width, height, lang, title, ...(alt === '' ? {} : { alt }), steps, evidence, at };
  if (kind === 'chart') return (await import('./charts/index.ts')).drawChart(data, options);
  return (await import('./diagrams/index.ts')).drawDiagram(kind, data, {
    ...options,
    words: drawingWords(drawing, composition),
  });
}

/** Checks and prepares the lesson's own pictures. @returns also the paths of those that cannot be shown. */
export async function preparePictures(
  assets: readonly Asset[],
): Promise<{ pictures: Map<string, Picture>; diagnostics: Diagnostic[]; failed: Set<string> }> {
  const pictures = new Map<string, Picture>();
  const failed = new Set<string>();
  const diagnostics: Diagnostic[] = [];
  for (const asset of assets) {
    const { picture, diagnostics: found } = await prepareOnce(asset);
    diagnostics.push(...found);
    if (picture && !hasErrors(found)) pictures.set(asset.path, picture);
    else failed.add(asset.path);
  }
  return { pictures, diagnostics, failed };
}

interface Prepared {
  readonly picture?: Picture;
  readonly diagnostics: readonly Diagnostic[];
}

const prepared = new Recent<Picture>(recentCharacters);

/** Prepares a picture, or takes what was prepared from the same bytes before. */
async function prepareOnce(asset: Asset): Promise<Prepared> {
  const key = `${asset.path} ${asset.mediaType} ${asset.hash}`;
  const known = prepared.get(key);
  if (known) {
    const here = { ...known.asset, ...(asset.at ? { at: asset.at } : {}) };
    return { picture: { ...known, asset: here }, diagnostics: [] };
  }
  const made = asset.mediaType === 'image/svg+xml' ? await vector(asset) : await raster(asset);
  if (made.picture && made.diagnostics.length === 0) prepared.put(key, made.picture, asset.bytes.byteLength);
  return made;
}

/** SVG is put inline: its text can be selected and read aloud, its parts appear step by step, it uses the theme's colours. */
async function vector(asset: Asset): Promise<Prepared> {
  const { sanitizeSvg } = await import('./svg/index.ts');
  const place = asset.at ? { at: asset.at } : {};
  const clean = sanitizeSvg(asset.bytes, { file: asset.file ?? asset.path, idPrefix: '', alt: '', ...place });
  if (!clean.ok) return { diagnostics: clean.diagnostics };
  const bytes = Buffer.from(clean.value.svg);
  const written = new Map<string, string>();
  const element: Picture['element'] = ({ alt, className }, prefix) => {
    const key = `${prefix} ${className} ${alt}`;
    const known = written.get(key);
    if (known !== undefined) return known;
    const again = sanitizeSvg(asset.bytes, { file: asset.file ?? asset.path, idPrefix: prefix, alt, ...place });
    const plain = again.ok ? again.value.svg : '';
    // A picture in a text keeps the class that fits it to its room.
    const isFree = className !== '' && plain.startsWith('<svg ') && !/^<svg [^>]*\bclass=/.test(plain);
    const svg = isFree ? `<svg${attribute('class', className)} ${plain.slice('<svg '.length)}` : plain;
    if (written.size < mostPlaces) written.set(key, svg);
    return svg;
  };
  const { width, height } = clean.value;
  return {
    diagnostics: clean.diagnostics,
    picture: { element, asset: { ...asset, bytes, hash: hashOf(bytes), width, height } },
  };
}

async function raster(asset: Asset): Promise<Prepared> {
  const { inspectImage, fitImage } = await import('./images/index.ts');
  const place = asset.at ? { at: asset.at } : {};
  const seen = inspectImage(asset.bytes, { file: asset.file ?? asset.path, ...place });
  if (!seen.ok) return { diagnostics: seen.diagnostics };
  const fitted = await fitImage(asset.bytes, seen.value, {
    file: asset.file ?? asset.path,
    width: 1280,
    height: 720,
    ...place,
  });
  if (!fitted.ok) return { diagnostics: [...seen.diagnostics, ...fitted.diagnostics] };
  const { bytes, mediaType, width, height } = fitted.value;
  const url = `data:${mediaType};base64,${Buffer.from(bytes).toString('base64')}`;
  return {
    diagnostics: [...seen.diagnostics, ...fitted.diagnostics],
    picture: {
      element: ({ alt, className }) =>
        `<img src="${url}" alt="${escapeXml(alt)}"${attribute('class', className)} width="${width}" height="${height}" />`,
      asset: { ...asset, bytes, mediaType, hash: hashOf(bytes), width, height },
    },
  };
}

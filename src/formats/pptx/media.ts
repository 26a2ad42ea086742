import { hashOf } from '../../base/index.ts';
import type { BrowserPage } from '../../model/index.ts';
import { steadyShot } from '../steady-shot.ts';
import { isolate, rasterize, showAll, type RasterOrder } from './page/raster.ts';
import type { Item, PictureItem, Scene, Source } from './scene.ts';
import type { Media } from './write/draft.ts';

export interface MadeMedia {
  /** Pictures by the number of their source; none for what could not be made. */
  readonly media: readonly (Media | undefined)[];
  readonly files: ReadonlyMap<string, Uint8Array>;
}

/** Pixels for each pixel of the slide. */
const density = 2;
const mostPixels = 4_000_000;

/** What PowerPoint shows of its own. */
const taken: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg', 'image/gif': 'gif' };

const svgUrl = (svg: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(svg.toWellFormed()).toString('base64')}`;

/** The text of an address; one with a percent sign that means nothing is taken as written. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function split(url: string): { readonly type: string; readonly bytes: Buffer } {
  const comma = url.indexOf(',');
  const [type = '', ...rest] = url.slice('data:'.length, comma).split(';');
  const body = url.slice(comma + 1);
  const bytes = rest.includes('base64') ? Buffer.from(body, 'base64') : Buffer.from(decoded(body));
  return { type, bytes };
}

function orderOf({ kind, text, rect }: Source): RasterOrder | undefined {
  if (kind === 'shot') return undefined;
  if (kind === 'data' && split(text).type in taken) return undefined;
  const most = Math.sqrt(mostPixels / Math.max(1, rect.w * rect.h));
  const scale = Math.min(density, most);
  return { url: kind === 'data' ? text : svgUrl(text), width: rect.w * scale, height: rect.h * scale };
}

/** Photographs the parts of the page that only a photograph shows, slide by slide. */
async function shots(
  page: BrowserPage,
  { slides, sources }: Scene,
  grounds: ReadonlySet<number>,
): Promise<ReadonlyMap<number, Uint8Array>> {
  const made = new Map<number, Uint8Array>();
  const tops: number[] = [];
  let top = 0;
  for (const { height } of slides) {
    tops.push(top);
    top += height;
  }
  for (const [i, { kind, text, rect, slide }] of sources.entries()) {
    if (kind !== 'shot') continue;
    const clip = { x: rect.x, y: rect.y + (tops[slide] ?? 0), width: Math.max(1, rect.w), height: Math.max(1, rect.h) };
    const alone = (): Promise<unknown> => page.evaluate(isolate, text, grounds.has(i));
    made.set(i, await steadyShot(page, { clip, scale: density }, alone));
    await page.evaluate(showAll);
  }
  return made;
}

/** All pictures among items, those in groups too. */
export const picturesOf = (items: readonly Item[]): readonly PictureItem[] =>
  items.flatMap((item) => (item.kind === 'group' ? picturesOf(item.items) : item.kind === 'picture' ? [item] : []));

/** Makes the pictures of a scene, each once: by its bytes. */
export async function mediaOf(page: BrowserPage, scene: Scene): Promise<MadeMedia> {
  const files = new Map<string, Uint8Array>();
  const put = (bytes: Uint8Array, ending: string): string => {
    const name = `${hashOf(bytes).slice(0, 16)}.${ending}`;
    files.set(name, bytes);
    return name;
  };
  const grounds = new Set(
    scene.slides
      .flatMap(({ items }) => picturesOf(items))
      .flatMap(({ why, source }) => (why === undefined ? [source] : [])),
  );
  const orders = scene.sources.map(orderOf);
  const wanted = orders.filter((order) => order !== undefined);
  const drawn = wanted.length === 0 ? [] : await page.evaluate(rasterize, wanted as never);
  const photographed = await shots(page, scene, grounds);
  let next = 0;
  const media = scene.sources.map((source, i): Media | undefined => {
    const shot = photographed.get(i);
    if (shot) return { png: put(shot, 'png') };
    if (!orders[i]) {
      const { type, bytes } = split(source.text);
      return { png: put(bytes, taken[type] ?? 'png') };
    }
    const png = drawn[next++] ?? '';
    if (png === '') return undefined;
    const name = put(Buffer.from(png, 'base64'), 'png');
    if (source.kind === 'svg') return { png: name, svg: put(Buffer.from(source.text), 'svg') };
    const isSvg = source.kind === 'data' && split(source.text).type === 'image/svg+xml';
    return isSvg ? { png: name, svg: put(split(source.text).bytes, 'svg') } : { png: name };
  });
  return { media, files };
}

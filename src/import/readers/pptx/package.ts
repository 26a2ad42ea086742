import { posix } from 'node:path';
import type JSZip from 'jszip';
import { all, child, first, readXml, type XmlNode } from './tree.ts';

/** What a relation of a part leads to: another part, or an address outside. */
interface Target {
  readonly kind: string;
  readonly path: string;
  readonly isOutside: boolean;
}

/** A part of a presentation with its relations. */
export interface Part {
  readonly path: string;
  readonly xml: string;
  readonly root: XmlNode;
  readonly targets: ReadonlyMap<string, Target>;
}

/** Reads a part; undefined when it is not there. Names are keys of the archive alone and never paths of a disk. */
export async function readPart(zip: JSZip, path: string): Promise<Part | undefined> {
  const xml = await zip.file(path)?.async('string');
  if (xml === undefined) return undefined;
  const folder = posix.dirname(path);
  const relations = await zip.file(`${folder}/_rels/${posix.basename(path)}.rels`)?.async('string');
  const targets = new Map<string, Target>();
  for (const { attributes } of relations === undefined ? [] : all(readXml(relations), 'relationship')) {
    const target = attributes.get('target') ?? '';
    const isOutside = attributes.get('targetmode') === 'External';
    const own = target.startsWith('/') ? target.slice(1) : posix.normalize(`${folder}/${target}`);
    const kind = (attributes.get('type') ?? '').split('/').at(-1) ?? '';
    targets.set(attributes.get('id') ?? '', { kind, path: isOutside ? target : own, isOutside });
  }
  return { path, xml, root: readXml(xml), targets };
}

/** The first part that a part leads to by relations of a kind. */
export const related = (part: Part, kind: string): string | undefined =>
  [...part.targets.values()].find((target) => target.kind === kind && !target.isOutside)?.path;

/** The slides in the order in which they are shown. */
export async function slidesOf(zip: JSZip): Promise<readonly Part[]> {
  const presentation = await readPart(zip, 'ppt/presentation.xml');
  const list = all(presentation?.root, 'p:sldidlst')[0];
  const slides: Part[] = [];
  for (const { attributes } of list?.children ?? []) {
    const path = presentation?.targets.get(attributes.get('r:id') ?? '')?.path;
    const part = path === undefined ? undefined : await readPart(zip, path);
    if (part) slides.push(part);
  }
  return slides;
}

/** Width and height of the slides in EMU; four to three where the file does not say. */
export async function sizeOf(zip: JSZip): Promise<readonly [number, number]> {
  const size = all((await readPart(zip, 'ppt/presentation.xml'))?.root, 'p:sldsz')[0]?.attributes;
  const side = (name: string, usual: number): number => Math.max(1, Number(size?.get(name) ?? usual) || usual);
  return [side('cx', 9_144_000), side('cy', 6_858_000)];
}

/** Name and alternative text of a shape. */
export function identityOf(shape: XmlNode): { readonly name: string; readonly alt: string } {
  const head = shape.children.find(({ name }) => /^p:nv.*pr$/.test(name));
  const attributes = child(head, 'p:cnvpr')?.attributes;
  return { name: attributes?.get('name') ?? '', alt: attributes?.get('descr') ?? '' };
}

/** The place of the layout that a shape fills: its kind, `body` when it names none. */
export function placeOf(shape: XmlNode): string | undefined {
  const place = first(shape.children[0], 'p:ph');
  return place && (place.attributes.get('type') ?? 'body');
}

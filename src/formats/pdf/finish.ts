import { hashOf } from '../../base/index.ts';
import { nameBookmarks } from './bookmarks.ts';
import { dateString, readDictionary, textString, writeDictionary } from './dictionary.ts';
import { renumberNodes } from './nodes.ts';
import { nextNumber, objectText, readPdf, setObject, writePdf, type PdfFile } from './objects.ts';
import { checkPdfUa } from './rules/index.ts';
import { completeTags, type TagFlaw, type TagInput } from './tags/index.ts';
import { readTree, writeTree, type StructureTree } from './tags/tree.ts';
import { xmpPacket } from './xmp.ts';
import type { PdfMetadata } from './metadata.ts';

export interface FinishedPdf {
  readonly bytes: Uint8Array;
  readonly pages: number;
  /** Why the file does not say that it is accessible; nothing when it does. */
  readonly flaws: readonly TagFlaw[];
}

/**
 * Completes a PDF printed by Chrome: title, author, language and XMP metadata in; the time of printing and the browser's
 * running node numbers out, so that the same document gives the same bytes. With `tags` the structure is completed too,
 * and the file says that it meets PDF/UA-1 when it says all that the slides say and breaks none of its rules.
 * @throws PdfFormatError when the browser wrote it in a form that is not known.
 */
export function finishPdf(printed: Uint8Array, metadata: PdfMetadata, tags?: TagInput): FinishedPdf {
  const file = readPdf(printed);
  const pages = countPages(file);
  const tree = readTree(file);
  const flaws = tags ? completed(file, tree, tags) : [];
  if (!tags && tree) {
    renumberNodes(file, tree);
    writeTree(file, tree, []);
  }
  const producer = finishInfo(file, metadata);
  const xmp = nextNumber(file);
  const write = (isAccessible: boolean): Uint8Array => {
    setXmp(file, xmp, xmpPacket(metadata, { producer, isAccessible }));
    finishCatalog(file, metadata, xmp);
    return writePdf(file, (body) => hashOf(body).slice(0, 32).toUpperCase());
  };
  if (!tree || tags === undefined || flaws.length > 0) return { bytes: write(false), pages, flaws };
  // A claim is made of what was checked, not of what was meant.
  const bytes = write(true);
  const broken = checkPdfUa(bytes, { file, tree }).map(({ rule, says, detail }): TagFlaw => ({
    kind: 'rule',
    detail: `${rule}: ${says} (${detail})`,
  }));
  return broken.length === 0 ? { bytes, pages, flaws } : { bytes: write(false), pages, flaws: broken };
}

function completed(file: PdfFile, tree: StructureTree | undefined, tags: TagInput): readonly TagFlaw[] {
  const flaws: readonly TagFlaw[] = tree ? completeTags(file, tree, tags) : [{ kind: 'no-structure', detail: '' }];
  nameBookmarks(
    file,
    tags.slides.flatMap(({ isHidden, headings }) => (isHidden ? [] : headings)),
  );
  return flaws;
}

/** The information dictionary (ISO 32000-1, 14.3.3). */
function finishInfo(file: PdfFile, metadata: PdfMetadata): string {
  const old = readDictionary(objectText(file, file.info));
  const producer = old.get('Producer') ?? '(Skia/PDF)';
  const entries = new Map([['Title', textString(metadata.title)]]);
  if (metadata.authors.length > 0) entries.set('Author', textString(metadata.authors.join(', ')));
  if (metadata.subject !== undefined) entries.set('Subject', textString(metadata.subject));
  entries.set('Creator', textString('Lectern')).set('Producer', producer);
  if (metadata.date) entries.set('CreationDate', dateString(metadata.date)).set('ModDate', dateString(metadata.date));
  setObject(file, file.info, writeDictionary(entries));
  return producer.slice(1, -1);
}

/** The catalog (ISO 32000-1, 7.7.2) with language, metadata and the wish to show the title, not the file name. */
function finishCatalog(file: PdfFile, metadata: PdfMetadata, xmp: number): void {
  const catalog = readDictionary(objectText(file, file.root));
  const preferences = readDictionary(catalog.get('ViewerPreferences') ?? '<<>>');
  catalog.set('ViewerPreferences', writeDictionary(preferences.set('DisplayDocTitle', 'true')));
  catalog.set('Lang', textString(metadata.lang));
  catalog.set('Metadata', `${xmp} 0 R`);
  setObject(file, file.root, writeDictionary(catalog));
}

/** A metadata stream (ISO 32000-1, 14.3.2), not compressed so that tools that do not know PDF can find it. */
function setXmp(file: PdfFile, number: number, text: string): void {
  const packet = Buffer.from(text).toString('latin1');
  setObject(file, number, `<</Type /Metadata\n/Subtype /XML\n/Length ${packet.length}>>\nstream\n${packet}\nendstream`);
}

function countPages(file: PdfFile): number {
  const pages = /^(\d+) 0 R$/.exec(readDictionary(objectText(file, file.root)).get('Pages') ?? '')?.[1];
  return Number(readDictionary(objectText(file, Number(pages))).get('Count'));
}

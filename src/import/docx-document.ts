import type JSZip from 'jszip';
import mammoth from 'mammoth';
import { readTags } from '../parse/index.ts';
import { htmlToMarkdown } from './html.ts';
import { UnreadableFile, type Imported, type ImportedAsset, type Loss } from './model.ts';
import { openZip } from './zip.ts';

/** Pictures in a document by their media type. */
const endings: Readonly<Record<string, string>> = {
  'image/gif': 'gif', 'image/jpeg': 'jpg', 'image/png': 'png', 'image/svg+xml': 'svg', 'image/webp': 'webp',
}; // prettier-ignore

/** The formulas of a document, which mammoth passes over, by their characters. */
async function formulasOf(zip: JSZip): Promise<readonly string[]> {
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  const found: string[] = [];
  let depth = 0;
  let isText = false;
  readTags(xml, {
    open: (name) => {
      if (name === 'm:omath' && depth++ === 0) found.push('');
      isText = name === 'm:t';
    },
    close: (name) => {
      if (name === 'm:omath') depth--;
      isText = false;
    },
    text: (text) => {
      if (depth > 0 && isText) found.push((found.pop() ?? '') + text);
    },
    comment: () => undefined,
  });
  return found;
}

/** A Word document as Markdown: mammoth gives HTML by the meaning of styles, and says what it does not know. */
export async function readDocument(bytes: Uint8Array): Promise<Imported> {
  const zip = await openZip(bytes);
  if (!zip.file('word/document.xml')) throw new UnreadableFile('it is no Word document');
  const assets: ImportedAsset[] = [];
  const losses: Loss[] = [];
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = endings[image.contentType];
    if (ending === undefined) {
      losses.push({ what: `A picture of the kind ${image.contentType} is left out` });
      return { src: '' };
    }
    const path = `images/picture-${assets.length + 1}.${ending}`;
    assets.push({ path, bytes: new Uint8Array(await image.readAsBuffer()) });
    return { src: path };
  });
  const { value, messages } = await mammoth
    .convertToHtml({ buffer: Buffer.from(bytes) }, { convertImage })
    .catch((error: unknown) => {
      throw new UnreadableFile(`it is damaged (${error instanceof Error ? error.message : String(error)})`);
    });
  for (const formula of await formulasOf(zip)) losses.push({ what: `A formula is left out: ${formula}` });
  for (const message of new Set(messages.map((item) => item.message))) losses.push({ what: message });
  const read = htmlToMarkdown(value);
  return { ...read, assets, losses: [...losses, ...read.losses.map(({ what }) => ({ what }))] };
}

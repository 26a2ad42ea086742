import type JSZip from 'jszip';
import mammoth from 'mammoth';
import { readTags } from '../../parse/index.ts';
import { UnreadableFile, type Imported, type ImportedAsset, type Loss, type LossKind } from '../model.ts';
import { withTextBoxes } from './docx-boxes.ts';
import { headingStyles, isOwnStyle, ownHeadings, withOutlineLevels } from './docx-styles.ts';
import { htmlToMarkdown } from './html.ts';
import { formulasIn, type Formula } from './omml.ts';
import { openZip } from './zip.ts';

/** Pictures in a document by their media type. */
const endings: Readonly<Record<string, string>> = {
  'image/gif': 'gif', 'image/jpeg': 'jpg', 'image/png': 'png', 'image/svg+xml': 'svg', 'image/webp': 'webp',
}; // prettier-ignore

/** Characters of the private use area that hold the place of a formula and of the mark of a footnote. */
const [formulaMark, noteMark, endMark] = ['\ue000', '\ue002', '\ue001'];

/** Parts of a document that hold running text. */
const textParts = ['word/document.xml', 'word/footnotes.xml', 'word/endnotes.xml'];

/** Puts marks in the place of formulas, which mammoth passes over, and gives the formulas. */
async function takeFormulas(zip: JSZip): Promise<readonly Formula[]> {
  const found: Formula[] = [];
  for (const path of textParts) {
    const xml = await zip.file(path)?.async('string');
    if (xml === undefined) continue;
    let from = 0;
    let written = '';
    for (const formula of formulasIn(xml)) {
      const [start, end] = formula.at;
      written += `${xml.slice(from, start)}<w:r><w:t>${formulaMark}${found.length}${endMark}</w:t></w:r>`;
      found.push(formula);
      from = end;
    }
    if (from > 0) zip.file(path, written + xml.slice(from));
  }
  return found;
}

/** Writes formulas in the places that their marks hold. */
const withFormulas = (markdown: string, formulas: readonly Formula[]): string =>
  markdown
    .replace(/^\ue000(\d+)\ue001([.,;]?)$/gm, (whole, index: string, stop: string) => {
      const formula = formulas[Number(index)];
      return formula === undefined ? whole : `$$\n${formula.tex}\n$$${stop}`;
    })
    .replace(/\ue000(\d+)\ue001/g, (_, index: string) => `$${formulas[Number(index)]?.tex ?? ''}$`);

/** Changes a part of a document before it is read. */
async function rewrite(zip: JSZip, path: string, change: (xml: string) => string): Promise<void> {
  const xml = await zip.file(path)?.async('string');
  if (xml !== undefined) zip.file(path, change(xml));
}

/** What mammoth does not read, by its element. */
const unread: Readonly<Record<string, LossKind>> = {
  'c:chart': 'chart',
  'dgm:relids': 'smartart',
  'o:oleobject': 'object',
  'w:altchunk': 'embedded-file',
};

/** Names what a document holds beside its text, each with the words that stand before it. */
async function lossesOf(zip: JSZip): Promise<readonly Loss[]> {
  const losses: Loss[] = [];
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  let before = '';
  let text = '';
  let kind = '';
  let deleted = '';
  readTags(xml, {
    open: (name) => {
      kind = name;
      const lost = unread[name];
      if (name === 'w:p') [before, text] = [text.trim() === '' ? before : text, ''];
      if (lost !== undefined) losses.push({ kind: lost, of: [(text.trim() || before.trim()).slice(0, 60)] });
    },
    close: (name) => {
      if (name === 'w:del' && deleted !== '') losses.push({ kind: 'deleted', of: [deleted.trim().slice(0, 60)] });
      if (name === 'w:del') deleted = '';
      kind = '';
    },
    text: (words) => {
      if (kind === 'w:t') text += words;
      if (kind === 'w:deltext') deleted += words;
    },
    comment: () => undefined,
  });
  return [...losses, ...(await asideLosses(zip))];
}

/** Comments, headers and footers. */
async function asideLosses(zip: JSZip): Promise<readonly Loss[]> {
  const losses: Loss[] = [];
  const names = Object.keys(zip.files).filter((name) => /^word\/(?:comments|header\d*|footer\d*)\.xml$/.test(name));
  for (const name of names.sort()) {
    const words = plainText((await zip.file(name)?.async('string')) ?? '');
    const kind = name.includes('comments') ? 'comments' : name.includes('header') ? 'header' : 'footer';
    if (/\p{L}/u.test(words)) losses.push({ kind, of: [words.slice(0, 60)] });
  }
  return losses;
}

function plainText(xml: string): string {
  const words: string[] = [];
  let isText = false;
  readTags(xml, {
    open: (name) => (isText = name === 'w:t'),
    close: () => (isText = false),
    text: (text) => (isText ? words.push(text) : undefined),
    comment: () => undefined,
  });
  return words.join('').replace(/\s+/g, ' ').trim();
}

const styleMap = [
  "p[style-name='Title'] => h1:fresh",
  "p[style-name='Subtitle'] => p:fresh",
  "p[style-name='Quote'] => blockquote:fresh",
  "p[style-name='Intense Quote'] => blockquote:fresh",
];

/** The text of an unknown style is there, and so is that of a box. */
const nothingLost = /^Unrecognised (?:paragraph|run) style|wordprocessing(?:Shape|Group|Canvas)\}/;

/** The text, and its footnotes as Markdown writes them. */
function withFootnotes(html: string): { readonly body: string; readonly notes: readonly string[] } {
  const at = /<ol><li id="(?:footnote|endnote)-/.exec(html)?.index ?? html.length;
  const items = html
    .slice(at)
    .split(/<li id="(?=(?:footnote|endnote)-)/)
    .slice(1);
  const notes = items.map((item, i) => {
    const text = htmlToMarkdown(
      item.slice(item.indexOf('>') + 1).replace(/<a href="#(?:footnote|endnote)-ref-[^"]*">↑<\/a>/g, ''),
    );
    return `[^${i + 1}]: ${text.markdown
      .trim()
      .split('\n')
      .map((line) => line.trim())
      .join(' ')}`;
  });
  const body = html
    .slice(0, at)
    .replace(/<sup><a href="#(?:footnote|endnote)-[^"]*" id="[^"]*">\[(\d+)\]<\/a><\/sup>/g, `${noteMark}$1${endMark}`);
  return { body, notes };
}

/** Word documents: mammoth gives HTML by the meaning of styles; formulas become TeX, footnotes stay, what is lost is named. */
export async function readDocument(bytes: Uint8Array): Promise<Imported> {
  const zip = await openZip(bytes);
  if (!zip.file('word/document.xml')) throw new UnreadableFile('it is no Word document');
  const assets: ImportedAsset[] = [];
  const losses: Loss[] = [...(await lossesOf(zip))];
  await rewrite(zip, 'word/document.xml', (xml) => withOutlineLevels(withTextBoxes(xml)));
  const formulas = await takeFormulas(zip);
  const headings = headingStyles((await zip.file('word/styles.xml')?.async('string')) ?? '');
  const convertImage = mammoth.images.imgElement(async (image) => {
    const ending = endings[image.contentType];
    if (ending === undefined) {
      losses.push({ kind: 'picture-media', of: [image.contentType] });
      return { src: '' };
    }
    const path = `images/picture-${assets.length + 1}.${ending}`;
    assets.push({ path, bytes: new Uint8Array(await image.readAsBuffer()) });
    return { src: path };
  });
  const buffer = await zip.generateAsync({ type: 'nodebuffer' });
  const { value, messages } = await mammoth
    .convertToHtml({ buffer }, { convertImage, styleMap: [...styleMap, ...headings, ...ownHeadings] })
    .catch((error: unknown) => {
      throw new UnreadableFile(`it is damaged (${error instanceof Error ? error.message : String(error)})`);
    });
  const told = messages
    .map(({ message }) => message)
    .filter((message) => !nothingLost.test(message) && !isOwnStyle(message));
  for (const message of new Set(told)) losses.push({ kind: 'reader', of: [message] });
  const { body, notes } = withFootnotes(value);
  const read = htmlToMarkdown(body);
  const written = withFormulas([read.markdown.trimEnd(), ...notes].join('\n\n'), formulas);
  const markdown = `${written.replace(/\ue002(\d+)\ue001/g, '[^$1]')}\n`;
  return { ...read, markdown, assets, losses: [...losses, ...read.losses.map(({ kind, of = [] }) => ({ kind, of }))] };
}

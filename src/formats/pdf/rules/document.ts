import { memo } from '../../../base/index.ts';
import { htmlPieces } from '../../../text/index.ts';
import { readDictionary } from '../dictionary.ts';
import { isStream, objectText, type PdfFile } from '../objects.ts';
import { pdfText } from '../tags/guard.ts';
import { when, type Inspection, type UaRule } from './inspection.ts';

/** A language tag as ISO 32000-1, 14.9.2 has it. */
const languageTag = /^[a-zA-Z]{1,8}(?:-[a-zA-Z0-9]{1,8})*$/;

/** Everything said in words has a language when the document has one. */
const byDocument =
  (says: string) =>
  (id: string): UaRule => ({ id, says, find: ({ lang }) => when(lang === '', 'the document tells no language') });

const language = byDocument('Text, alternatives, bookmarks and metadata have a language.');

/** The texts of metadata in elements that stand in one another in this way. */
function metadataOf(xmp: string, path: readonly string[]): readonly string[] {
  const open: string[] = [];
  return htmlPieces(xmp).flatMap((piece) => {
    if (piece.kind === 'open' && !piece.empty) open.push(piece.name);
    if (piece.kind === 'close') open.pop();
    const isThere = piece.kind === 'text' && open.at(-1) === path.at(-1) && path.every((name) => open.includes(name));
    return isThere ? [piece.text] : [];
  });
}

const claims = (xmp: string): readonly string[] => metadataOf(xmp, ['pdfuaid:part']);

/** The namespace of the claim is bound to its own prefix alone. */
const prefix = (id: string, property: string): UaRule => ({
  id,
  says: `“${property}” of the claim has the prefix pdfuaid.`,
  find: ({ xmp }) => {
    const bound = [...xmp.matchAll(/xmlns:([\w-]+)="http:\/\/www\.aiim\.org\/pdfua\/ns\/id\/"/g)].map(
      ([, name]) => name,
    );
    return bound.filter((name) => name !== 'pdfuaid').map((name) => `xmlns:${String(name)}`);
  },
});

const flag = (value: string | undefined, name: string): string | undefined => readDictionary(value ?? '<<>>').get(name);

/** What a deck never holds: the rules about it hold as long as it is not there. */
const absent = (id: string, says: string, isThere: (file: Inspection) => boolean): UaRule => ({
  id,
  says,
  find: (file) => when(isThere(file), 'it is there, and its kind is not known here'),
});

const hasForm = ({ catalog }: Inspection): boolean => catalog.has('AcroForm');
const hasLayers = ({ catalog }: Inspection): boolean => catalog.has('OCProperties');

/** Everything but streams as one text: what a stream holds is no structure of the file. */
const structureText = memo((file: PdfFile) =>
  [...file.objects].map(([number, object]) => (isStream(object) ? '' : objectText(file, number))).join('\n'),
);
const anyObject = (file: PdfFile, text: RegExp): boolean => text.test(structureText(file));

/** Rules about the file as a whole. */
export const documentRules: readonly UaRule[] = [
  {
    id: '5-1',
    says: 'The file says that it meets PDF/UA.',
    find: ({ xmp }) => when(claims(xmp).length === 0, 'no claim'),
  },
  {
    id: '5-2',
    says: 'The claim is for part 1.',
    find: ({ xmp }) => claims(xmp).filter((part) => part !== '1'),
  },
  prefix('5-3', 'part'),
  prefix('5-4', 'amd'),
  prefix('5-5', 'corr'),
  {
    id: '6.1-1',
    says: 'The file begins with its version, 1.0 to 1.7.',
    find: ({ header }) => when(!/^%PDF-1\.[0-7][\r\n]/.test(header), header),
  },
  {
    id: '6.2-1',
    says: 'The file says that it is tagged.',
    find: ({ catalog }) => when(flag(catalog.get('MarkInfo'), 'Marked') !== 'true', 'not marked'),
  },
  {
    id: '7.1-4',
    says: 'The file does not call its own tags suspect.',
    find: ({ catalog }) => when(flag(catalog.get('MarkInfo'), 'Suspects') === 'true', 'suspects'),
  },
  { id: '7.1-8', says: 'The document has metadata.', find: ({ xmp }) => when(xmp === '', 'no metadata') },
  {
    id: '7.1-9',
    says: 'The metadata has a title.',
    find: ({ xmp }) => when(!metadataOf(xmp, ['dc:title', 'rdf:li']).some((title) => title.trim() !== ''), 'no title'),
  },
  {
    id: '7.1-10',
    says: 'The window shows the title, not the name of the file.',
    find: ({ catalog }) => when(flag(catalog.get('ViewerPreferences'), 'DisplayDocTitle') !== 'true', 'not shown'),
  },
  { id: '7.1-11', says: 'The file has a structure.', find: ({ tree }) => when(tree === undefined, 'no structure') },
  ...['7.2-2', '7.2-21', '7.2-22', '7.2-23', '7.2-24', '7.2-25', '7.2-30', '7.2-31', '7.2-32', '7.2-33', '7.2-34'].map(
    language,
  ),
  {
    id: '7.2-29',
    says: 'Every language is a language tag.',
    find: ({ lang, elems }) =>
      [
        ...(lang === '' ? [] : [lang]),
        ...elems.flatMap(({ elem }) => elem.entries.get('Lang') ?? []).map(pdfText),
      ].filter((tag) => !languageTag.test(tag)),
  },
  absent('7.10-1', 'Layers have a name.', hasLayers),
  absent('7.10-2', 'Layers are not switched by the viewer.', hasLayers),
  absent('7.11-1', 'Embedded files have a name.', ({ file }) => anyObject(file, /\/EF\s*<</)),
  absent('7.15-1', 'No form is drawn by scripts.', hasForm),
  absent('7.16-1', 'An encrypted file can be read by assistive technology.', ({ trailer }) =>
    trailer.includes('/Encrypt'),
  ),
  absent('7.18.1-3', 'Fields of forms have a name.', hasForm),
  absent('7.18.4-1', 'Fields of forms stand in a form element.', hasForm),
  absent('7.18.4-2', 'A form element holds one field.', ({ elems }) => elems.some(({ elem }) => elem.type === 'Form')),
  absent('7.18.6.2-1', 'Media say of what kind they are.', ({ file }) => anyObject(file, /\/S\s*\/MCD\b/)),
  absent('7.18.6.2-2', 'Media have an alternative.', ({ file }) => anyObject(file, /\/S\s*\/MCD\b/)),
];

/** The role map, if the structure has one. */
export function roleMap({ file, tree }: Inspection): ReadonlyMap<string, string> {
  if (!tree) return new Map();
  const value = readDictionary(objectText(file, tree.number)).get('RoleMap');
  if (value === undefined) return new Map();
  return readDictionary(/^\d+ 0 R$/.test(value) ? objectText(file, Number.parseInt(value, 10)) : value);
}

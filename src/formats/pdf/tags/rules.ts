import { htmlPieces } from '../../../text/index.ts';
import { readDictionary, type PdfDictionary } from '../dictionary.ts';
import { objectText, readPdf, type PdfFile } from '../objects.ts';
import { readContent } from './content.ts';
import { FontTexts } from './fonts.ts';
import { pdfText } from './guard.ts';
import { pageNumbers } from './index.ts';
import { operationsOf } from './scan.ts';
import { readStream, referenceIn, referencesIn } from './streams.ts';
import { elementsOf, isElem, isMark, isObjectKid, readTree, type Elem, type StructureTree } from './tree.ts';

/** A rule of ISO 14289-1 that a file breaks, numbered as in the machine-readable profile of veraPDF. */
export interface UaFailure {
  readonly rule: string;
  readonly detail: string;
}

/**
 * Checks a finished file against the rules of PDF/UA-1 that decks have broken or could break. Other rules (forms, media,
 * encryption …) are about things that a printed deck never holds.
 * @throws PdfFormatError when the file is in a form that is not known
 */
export function checkPdfUa(bytes: Uint8Array): readonly UaFailure[] {
  const file = readPdf(bytes);
  const catalog = readDictionary(objectText(file, file.root));
  const tree = readTree(file);
  if (!tree) return [{ rule: '7.1-11', detail: 'no structure' }];
  return [
    ...documentRules(file, catalog),
    ...structureRules(tree),
    ...headingRules(tree),
    ...contentRules(file, tree),
    ...linkRules(file, tree),
  ];
}

const fail = (isBroken: boolean, rule: string, detail: string): readonly UaFailure[] =>
  isBroken ? [{ rule, detail }] : [];

function documentRules(file: PdfFile, catalog: PdfDictionary): readonly UaFailure[] {
  const metadata = referenceIn(catalog.get('Metadata'));
  const xmp = metadata === undefined ? '' : readStream(file, metadata).text;
  const preferences = readDictionary(catalog.get('ViewerPreferences') ?? '<<>>');
  return [
    ...fail(!metadataOf(xmp, ['pdfuaid:part']).includes('1'), '5-1', 'no claim'),
    ...fail(!metadataOf(xmp, ['dc:title', 'rdf:li']).some((title) => title.trim() !== ''), '7.1-9', 'no title'),
    ...fail(preferences.get('DisplayDocTitle') !== 'true', '7.1-10', 'the title is not shown'),
    ...fail(readDictionary(catalog.get('MarkInfo') ?? '<<>>').get('Marked') !== 'true', '6.2-1', 'not marked'),
    ...fail(pdfText(catalog.get('Lang') ?? '()') === '', '7.2-33', 'no language'),
  ];
}

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

/** The standard structure types of PDF 1.7 (14.8.4). */
const standard = new Set(
  `Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form`.split(
    ' ',
  ),
);

/** Which kids some types may have, and in which parents some may stand (7.2). */
const kidsOf: Readonly<Record<string, readonly [rule: string, kids: readonly string[]]>> = {
  Table: ['7.2-10', ['TR', 'THead', 'TBody', 'TFoot', 'Caption']],
  TR: ['7.2-11', ['TH', 'TD']],
  L: ['7.2-19', ['LI', 'L', 'Caption']],
  LI: ['7.2-20', ['Lbl', 'LBody']],
};
const parentsOf: Readonly<Record<string, readonly [rule: string, parents: readonly string[]]>> = {
  TR: ['7.2-4', ['Table', 'THead', 'TBody', 'TFoot']],
  TH: ['7.2-8', ['TR']],
  TD: ['7.2-9', ['TR']],
  LI: ['7.2-17', ['L']],
  LBody: ['7.2-18', ['LI']],
};

function structureRules({ root }: StructureTree): readonly UaFailure[] {
  const failures: UaFailure[] = [];
  const visit = (elem: Elem, parent: string): void => {
    const { type, entries, kids } = elem;
    failures.push(...fail(!standard.has(type), '7.1-5', type));
    const needsText = type === 'Figure' || type === 'Formula';
    const says = entries.get('Alt') ?? entries.get('ActualText');
    failures.push(
      ...fail(needsText && (says === undefined || pdfText(says) === ''), type === 'Figure' ? '7.3-1' : '7.7-1', type),
    );
    const allowed = kidsOf[type];
    if (allowed) {
      const wrong = kids.find((kid) => !isElem(kid) || !allowed[1].includes(kid.type));
      failures.push(...fail(wrong !== undefined, allowed[0], wrong && isElem(wrong) ? wrong.type : 'content'));
    }
    const within = parentsOf[type];
    if (within) failures.push(...fail(!within[1].includes(parent), within[0], parent));
    for (const kid of kids) if (isElem(kid)) visit(kid, type);
  };
  visit(root, '');
  return [...failures, ...tableRules(root)];
}

/** Rows of a table have as many columns as the widest (7.2-43). */
function tableRules(root: Elem): readonly UaFailure[] {
  return [...elementsOf(root)]
    .filter(({ type }) => type === 'Table')
    .flatMap((table) => {
      const rows = [...elementsOf(table)].filter(({ type }) => type === 'TR');
      const widths = rows.map((row) => row.kids.filter(isElem).reduce((sum, cell) => sum + spanOf(cell, 'ColSpan'), 0));
      const hasTall = rows.some((row) => row.kids.filter(isElem).some((cell) => spanOf(cell, 'RowSpan') > 1));
      return fail(!hasTall && new Set(widths).size > 1, '7.2-43', widths.join(' '));
    });
}

const spanOf = (cell: Elem, name: string): number =>
  Number(new RegExp(`/${name} (\\d+)`).exec(cell.entries.get('A') ?? '')?.[1] ?? 1);

function headingRules({ root }: StructureTree): readonly UaFailure[] {
  let last = 0;
  return [...elementsOf(root)].flatMap(({ type }) => {
    const level = Number(/^H([1-6])$/.exec(type)?.[1] ?? 0);
    if (level === 0) return [];
    const before = last;
    last = level;
    return fail(level > before + 1, '7.4.2-1', `H${before} H${level}`);
  });
}

/** Everything painted is named by the structure or an artifact; text has letters; no glyph is missing. */
function contentRules(file: PdfFile, { root }: StructureTree): readonly UaFailure[] {
  const named = new Map<number, Set<number>>();
  for (const elem of elementsOf(root))
    for (const kid of elem.kids.filter(isMark)) {
      const key = kid.form ?? kid.page;
      named.set(key, (named.get(key) ?? new Set()).add(kid.mark));
    }
  const fonts = new FontTexts(file);
  const check = (stream: number, key: number, resources: string): readonly UaFailure[] => {
    const { text } = readStream(file, stream);
    const use = readContent(text);
    const bare = bareContent(text, named.get(key) ?? new Set());
    const objects = readDictionary(readDictionary(resources).get('XObject') ?? '<<>>');
    const forms = [...bare.forms].flatMap((name) => {
      const number = referenceIn(objects.get(name));
      if (number === undefined) return [{ rule: '7.1-3', detail: `/${name}` }];
      const { dictionary } = readStream(file, number);
      if (dictionary.get('Subtype') !== '/Form') return [{ rule: '7.1-3', detail: `/${name}` }];
      return check(number, number, dictionary.get('Resources') ?? '<<>>');
    });
    const gaps = [...use.marks.values()].some(({ pieces }) => fonts.textOf(pieces, resources).hasGap);
    return [
      ...fail(bare.painted.length > 0, '7.1-3', bare.painted.slice(0, 3).join(' ')),
      ...fail(gaps, '7.21.8-1', 'glyph 0'),
      ...forms,
    ];
  };
  return pageNumbers(file).flatMap((page) => {
    const dictionary = readDictionary(objectText(file, page));
    return check(referenceIn(dictionary.get('Contents')) ?? 0, page, dictionary.get('Resources') ?? '<<>>');
  });
}

const paints = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*', 'sh', 'EI', 'Tj', 'TJ', "'", '"']);

/** What a stream paints outside every artifact and every mark that the structure names. */
function bareContent(
  text: string,
  named: ReadonlySet<number>,
): { readonly painted: readonly string[]; readonly forms: ReadonlySet<string> } {
  const open: boolean[] = [];
  const painted: string[] = [];
  const forms = new Set<string>();
  for (const { operator, start, end } of operationsOf(text)) {
    const operands = text.slice(start, end - operator.length);
    if (operator === 'BDC' || operator === 'BMC') {
      const id = /\/MCID\s+(\d+)/.exec(operands)?.[1];
      open.push(operands.trimStart().startsWith('/Artifact') || (id !== undefined && named.has(Number(id))));
    } else if (operator === 'EMC') open.pop();
    else if (open.includes(true)) continue;
    else if (operator === 'Do') forms.add(/\/(\S+)/.exec(operands)?.[1] ?? '');
    else if (paints.has(operator)) painted.push(operator);
  }
  return { painted, forms };
}

/** Links say where they lead, belong to a link in the structure, and are reached in its order. */
function linkRules(file: PdfFile, { root }: StructureTree): readonly UaFailure[] {
  const owned = new Map<number, string>();
  for (const elem of elementsOf(root))
    for (const kid of elem.kids.filter(isObjectKid)) owned.set(kid.object, elem.type);
  return pageNumbers(file).flatMap((page) => {
    const dictionary = readDictionary(objectText(file, page));
    const links = referencesIn(dictionary.get('Annots'));
    return [
      ...fail(links.length > 0 && dictionary.get('Tabs') !== '/S', '7.18.3-1', 'tabs'),
      ...links.flatMap((link) => [
        ...fail(owned.get(link) !== 'Link', '7.18.5-1', String(owned.get(link))),
        ...fail(
          pdfText(readDictionary(objectText(file, link)).get('Contents') ?? '()').trim() === '',
          '7.18.5-2',
          'no words',
        ),
      ]),
    ];
  });
}

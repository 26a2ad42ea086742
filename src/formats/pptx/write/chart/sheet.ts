import { writeZip } from '../../../../documents/index.ts';
import { el, part, xmlText } from '../xml.ts';

/** What a cell holds: a text, a number, or what is computed from others. */
type Cell = string | number | null | { readonly formula: string; readonly value: number };

/** A range of a sheet with what stands in it. */
export interface Range {
  readonly ref: string;
  readonly values: readonly (string | number | null)[];
}

const letters = 26;

/** Name of a column, from zero: A, …, Z, AA. */
function columnName(index: number): string {
  const rest = String.fromCharCode(65 + (index % letters));
  return index < letters ? rest : columnName(Math.floor(index / letters) - 1) + rest;
}

const sheetName = 'Sheet1';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const links = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const form = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';

/** The table behind a chart, column by column. */
export class Sheet {
  readonly #columns: (readonly Cell[])[] = [];
  readonly #days = new Set<number>();

  /** Adds a column below its head. @returns where its head and its cells stand, and its letter. */
  add(
    head: string,
    cells: readonly Cell[],
    isDays = false,
  ): { readonly head: Range; readonly cells: Range; readonly letter: string } {
    const letter = columnName(this.#columns.length);
    if (isDays) this.#days.add(this.#columns.length);
    this.#columns.push([head, ...cells]);
    const at = (from: number, to: number): string =>
      `${sheetName}!$${letter}$${from}${to === from ? '' : `:$${letter}$${to}`}`;
    const values = cells.map((cell) => (typeof cell === 'object' && cell !== null ? cell.value : cell));
    return {
      head: { ref: at(1, 1), values: [head] },
      cells: { ref: at(2, Math.max(2, cells.length + 1)), values },
      letter,
    };
  }

  /** The table as a workbook. */
  bytes(): Uint8Array {
    const count = Math.max(...this.#columns.map((cells) => cells.length));
    const rows = Array.from({ length: count }, (_, row) =>
      el('row', { r: row + 1 }, ...this.#columns.map((cells, column) => this.#cell(cells[row] ?? null, row, column))),
    );
    const sheet = el('worksheet', { xmlns: main }, el('sheetData', {}, ...rows));
    const files: readonly (readonly [path: string, xml: string])[] = [
      ['[Content_Types].xml', types],
      ['_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])],
      ['xl/workbook.xml', workbook],
      ['xl/_rels/workbook.xml.rels', relations([['worksheet', 'worksheets/sheet1.xml'], ['styles', 'styles.xml']])], // prettier-ignore
      ['xl/worksheets/sheet1.xml', sheet],
      ['xl/styles.xml', styles],
    ];
    return writeZip(files.map(([path, xml]) => ({ path, bytes: Buffer.from(part(xml)) })));
  }

  #cell(cell: Cell, row: number, column: number): string {
    const r = `${columnName(column)}${row + 1}`;
    if (cell === null) return '';
    if (typeof cell === 'string')
      return el('c', { r, t: 'inlineStr' }, el('is', {}, el('t', { 'xml:space': 'preserve' }, xmlText(cell))));
    if (typeof cell === 'number')
      return el('c', { r, s: this.#days.has(column) ? 1 : undefined }, el('v', {}, String(cell)));
    return el('c', { r }, el('f', {}, xmlText(cell.formula)), el('v', {}, String(cell.value)));
  }
}

const relations = (list: readonly (readonly [kind: string, target: string])[]): string =>
  el(
    'Relationships',
    { xmlns: 'http://schemas.openxmlformats.org/package/2006/relationships' },
    ...list.map(([kind, Target], i) => el('Relationship', { Id: `rId${i + 1}`, Type: `${links}/${kind}`, Target })),
  );

const workbook = el(
  'workbook',
  { xmlns: main, 'xmlns:r': links },
  el('sheets', {}, el('sheet', { name: sheetName, sheetId: 1, 'r:id': 'rId1' })),
);

const types = el(
  'Types',
  { xmlns: 'http://schemas.openxmlformats.org/package/2006/content-types' },
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>',
  ...[
    ['/xl/workbook.xml', 'sheet.main+xml'],
    ['/xl/worksheets/sheet1.xml', 'worksheet+xml'],
    ['/xl/styles.xml', 'styles+xml'],
  ].map(([PartName, kind]) => el('Override', { PartName, ContentType: form + (kind ?? '') })),
);

/** Two looks of cells: numbers, and days. */
const styles = el(
  'styleSheet',
  { xmlns: main },
  '<fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>',
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
);

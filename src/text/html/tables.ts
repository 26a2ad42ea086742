import { attributeOf, htmlPieces, type HtmlPiece } from './tokens.ts';

/** More columns than a slide shows are written by mistake, or to harm. */
const mostColumns = 50;

/** What tags within a cell are in Markdown; those that Markdown may hold stay as they are. */
const marks: Readonly<Record<string, string>> = { b: '**', strong: '**', i: '*', em: '*', code: '`' };
const kept = new Set(['br', 'sub', 'sup']);

interface Cell {
  text: string;
  readonly isHead: boolean;
}

/** The cells of one table, row by row; a cell that is wider or higher leaves empty ones beside and below it. */
class Rows {
  readonly rows: Cell[][] = [];
  /** How many rows a column is still taken by a cell above, by its number. */
  #below: number[] = [];
  #cell: Cell | undefined;

  begin(): void {
    this.#cell = undefined;
    this.rows.push([]);
  }

  cell(isHead: boolean, wide: number, high: number): void {
    if (this.rows.length === 0) this.begin();
    const row = this.rows.at(-1) ?? [];
    while ((this.#below[row.length] ?? 0) > 0 && row.length < mostColumns) {
      this.#below[row.length] = (this.#below[row.length] ?? 1) - 1;
      row.push({ text: '', isHead });
    }
    this.#cell = { text: '', isHead };
    for (let i = 0; i < wide && row.length < mostColumns; i++) {
      this.#below[row.length] = high - 1;
      row.push(i === 0 ? this.#cell : { text: '', isHead });
    }
  }

  add(text: string): void {
    if (this.#cell) this.#cell.text += text;
  }

  end(): void {
    this.#cell = undefined;
  }
}

const spanOf = (piece: HtmlPiece, name: string): number => {
  const span = piece.kind === 'open' ? Number(attributeOf(piece, name) ?? 1) : 1;
  return Number.isInteger(span) && span > 0 ? Math.min(span, mostColumns) : 1;
};

/** The table between two pieces in Markdown; `undefined` when it has no cells. */
function markdownOf(html: string, pieces: readonly HtmlPiece[]): string | undefined {
  const table = new Rows();
  for (const piece of pieces) {
    const name = piece.kind === 'open' || piece.kind === 'close' ? piece.name : '';
    if (piece.kind === 'text') table.add(html.slice(piece.start, piece.end).replaceAll('|', '\\|'));
    else if (kept.has(name)) table.add(html.slice(piece.start, piece.end));
    else if (marks[name] !== undefined) table.add(marks[name]);
    else if (name === 'tr' && piece.kind === 'open') table.begin();
    else if (name === 'td' || name === 'th') {
      if (piece.kind === 'close') table.end();
      else table.cell(name === 'th', spanOf(piece, 'colspan'), spanOf(piece, 'rowspan'));
    }
  }
  const rows = table.rows.filter((row) => row.length > 0);
  const width = Math.max(0, ...rows.map((row) => row.length));
  if (width === 0) return undefined;
  const lineOf = (cells: readonly string[]): string =>
    `| ${Array.from({ length: width }, (_, i) => cells[i] ?? '').join(' | ')} |`;
  const texts = rows.map((row) => lineOf(row.map(({ text }) => text.split(/\s+/).join(' ').trim())));
  return [texts[0], lineOf(Array.from({ length: width }, () => '---')), ...texts.slice(1)].join('\n');
}

/**
 * A text in which tables of HTML, as they come from a page of the web, are tables of Markdown. A table in a table is left
 * as it is, and so is a text with code, which may be about HTML.
 */
export function tablesAsMarkdown(text: string): string {
  if (!text.toLowerCase().includes('<table') || text.includes('```') || text.includes('~~~')) return text;
  const pieces = htmlPieces(text);
  let written = '';
  let last = 0;
  let open: number | undefined;
  for (const [i, piece] of pieces.entries()) {
    if ((piece.kind !== 'open' && piece.kind !== 'close') || piece.name !== 'table') continue;
    if (piece.kind === 'open') {
      if (open !== undefined) return text;
      open = i;
      continue;
    }
    const start = open === undefined ? undefined : pieces[open]?.start;
    const table = open === undefined ? undefined : markdownOf(text, pieces.slice(open, i));
    open = undefined;
    if (start === undefined || table === undefined) continue;
    written += `${text.slice(last, start).trimEnd()}\n\n${table}\n\n`;
    last = piece.end;
  }
  return last === 0 ? text : (written + text.slice(last).trimStart()).trim();
}

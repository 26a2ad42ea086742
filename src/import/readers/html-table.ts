/**
 * Cells that stand for others, and cells that make rows equally long, up to which a table is written in full: a line of HTML
 * can ask for millions. Beyond, each cell counts once, and rows end with their last cell.
 */
const mostFilled = 100_000;

/** Collects the cells of a table of HTML and writes it as a table of Markdown. */
export class TableWriter {
  readonly #rows: string[][] = [];
  #row: string[] | undefined;
  /** For each column, the rows below that a cell above still takes. */
  readonly #spans: number[] = [];
  #headed = false;
  #span: readonly [columns: number, rows: number] = [1, 1];
  #hasCell = false;
  /** Empty cells that spans have made. */
  #filled = 0;

  openRow(): void {
    this.closeRow();
    this.#row = [];
    this.#fillSpans();
  }

  openCell(isHeader: boolean, attributes: ReadonlyMap<string, string>): void {
    if (this.#row === undefined) this.openRow();
    const count = (name: string): number =>
      Math.max(1, Math.min(100, Number.parseInt(attributes.get(name) ?? '1', 10) || 1));
    this.#span = [count('colspan'), count('rowspan')];
    if (isHeader && this.#rows.length === 0) this.#headed = true;
    this.#hasCell = true;
  }

  /** Whether a cell is open, so that text belongs to it. */
  get hasCell(): boolean {
    return this.#hasCell;
  }

  closeCell(text: string): void {
    if (!this.#hasCell) return;
    this.#hasCell = false;
    const [columns, rows] = this.#filled > mostFilled ? [1, 1] : this.#span;
    this.#filled += columns - 1;
    for (let i = 0; i < columns; i++) {
      const column = this.#row?.length ?? 0;
      this.#row?.push(i === 0 ? text.replace(/(?<!\\)\|/g, '\\|') : '');
      this.#spans[column] = rows - 1;
    }
    this.#fillSpans();
  }

  #fillSpans(): void {
    for (let column = this.#row?.length ?? 0; (this.#spans[column] ?? 0) > 0; column++) {
      this.#spans[column] = this.#filled++ > mostFilled ? 0 : (this.#spans[column] ?? 0) - 1;
      this.#row?.push('');
    }
  }

  closeRow(): void {
    if (this.#row?.some((cell) => cell !== '') === true) this.#rows.push(this.#row);
    this.#row = undefined;
  }

  /** The table; empty when it has no text. */
  write(): string {
    this.closeRow();
    const width = this.#rows.reduce((most, row) => Math.max(most, row.length), 0);
    if (width === 0) return '';
    const isLarge = width * this.#rows.length > mostFilled;
    const line = (cells: readonly string[], length = isLarge ? cells.length : width): string =>
      `| ${Array.from({ length }, (_, i) => cells[i] ?? '').join(' | ')} |`;
    const [first = [], ...rest] = this.#rows;
    const [head, body] = this.#headed ? [first, rest] : [[], this.#rows];
    return [line(head, width), `|${' --- |'.repeat(width)}`, ...body.map((cells) => line(cells))].join('\n');
  }
}

import { escapeXml } from '../base/index.ts';

/** What a drawing shows, as text in rows, for those who do not see it. */
export interface DataTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Without columns that say nothing. */
export function withoutEmptyColumns({ head, rows }: DataTable): DataTable {
  const kept = head.map((_, column) => rows.some((row) => (row[column] ?? '') !== ''));
  const keep = (cells: readonly string[]): readonly string[] => cells.filter((_, column) => kept[column] === true);
  return { head: keep(head), rows: rows.map(keep) };
}

/** The table as HTML: out of sight, but read aloud and tagged in the PDF. An empty cell would vanish from the tags. */
export function dataTableHtml({ head, rows }: DataTable, caption: string): string {
  const cell = (tag: string, text: string, scope = ''): string =>
    `<${tag}${scope}>${text === '' ? '&nbsp;' : escapeXml(text)}</${tag}>`;
  const header = head.map((text) => cell(text === '' ? 'td' : 'th', text, text === '' ? '' : ' scope="col"')).join('');
  // A first column in which each row has a name of its own names the rows.
  const isNamed = rows.every(([name = '']) => name !== '') && new Set(rows.map(([name]) => name)).size === rows.length;
  const rowHtml = (row: readonly string[]): string =>
    row.map((text, i) => (i === 0 && isNamed ? cell('th', text, ' scope="row"') : cell('td', text))).join('');
  const body = rows.map((row) => `<tr>${rowHtml(row)}</tr>`).join('');
  return `<div class="data-table"><table><caption>${escapeXml(caption)}</caption><thead><tr>${header}</tr></thead><tbody>${body}</tbody></table></div>`;
}

/** Small tables are told whole; of larger ones each column. */
const mostTold = 12;

/** The table in words, for a drawing that its author does not describe. */
export function tellTable({ head, rows }: DataTable): string {
  if (rows.length <= mostTold)
    return `${head.filter((text) => text !== '').join(', ')}: ${rows.map((row) => row.filter((text) => text !== '').join(' ')).join('; ')}`;
  const columns = head.map((name, column) => `${name} ${tellColumn(rows.map((row) => row[column] ?? ''))}`);
  return `${columns.join('; ')} (${rows.length})`;
}

function tellColumn(cells: readonly string[]): string {
  const written = [...new Set(cells.filter((text) => text !== ''))];
  if (written.length <= mostTold) return written.join(', ');
  return `${written[0] ?? ''} … ${written.at(-1) ?? ''}`;
}

import { openZip } from '../zip.ts';
import { plainNumber } from './chart.ts';
import { all, child, first, readXml } from './tree.ts';

/** The cells of the first sheet of a workbook as texts, by their names: `B2`. */
export type Cells = ReadonlyMap<string, string>;

/** Reads the numbers and texts of the table behind a chart; none when it is no table that we know. */
export async function readWorkbook(bytes: Uint8Array | undefined): Promise<Cells> {
  if (!bytes) return new Map();
  try {
    const zip = await openZip(bytes);
    const part = async (path: string): Promise<string | undefined> => zip.file(path)?.async('string');
    const sheet = await part('xl/worksheets/sheet1.xml');
    if (sheet === undefined) return new Map();
    const strings = await part('xl/sharedStrings.xml');
    const shared = strings === undefined ? [] : all(readXml(strings), 'si').map((one) => all(one, 't').map(({ text }) => text).join('')); // prettier-ignore
    return new Map(
      all(readXml(sheet), 'c').flatMap((cell): readonly (readonly [string, string])[] => {
        const kind = cell.attributes.get('t') ?? 'n';
        const value = child(cell, 'v')?.text ?? '';
        const text = kind === 's' ? shared[Number(value)] : kind === 'inlineStr' ? first(cell, 't')?.text : value;
        // What is computed may not have been computed anew.
        const isKnown = text !== undefined && text !== '' && child(cell, 'f') === undefined;
        return isKnown ? [[cell.attributes.get('r') ?? '', plainNumber(text)]] : [];
      }),
    );
  } catch {
    // A workbook that cannot be read tells nothing; the chart itself holds its numbers.
    return new Map();
  }
}

/** The name of a cell of a range of one column, counted from its first. */
export function cellOf(range: string, index: number): string {
  const start = (range.split('!').at(-1) ?? '').split(':')[0] ?? '';
  const [, column = '', row = ''] = start.split('$');
  return row === '' ? '' : `${column}${Number(row) + index}`;
}

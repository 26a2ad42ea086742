import { isObject, type Json } from '../../base/index.ts';
import type { ImportReader, Loss } from '../model.ts';
import { decode } from './decode.ts';

const textOf = (value: Json | undefined): string =>
  typeof value === 'string'
    ? value
    : Array.isArray(value)
      ? value.filter((line) => typeof line === 'string').join('')
      : '';

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
}

/** A cell as Markdown; its output is named as left out. */
function cellText(cell: Json, number: number, language: string, losses: Loss[]): string {
  if (!isObject(cell)) return '';
  const text = textOf(cell.source).trimEnd();
  if (cell.cell_type === 'markdown') return text;
  if (text.trim() === '') return '';
  if (Array.isArray(cell.outputs) && cell.outputs.length > 0)
    losses.push({ kind: 'cell-output', of: [String(number)] });
  const fence = text.includes('~~~') ? '~'.repeat(8) : '~~~';
  return `${fence}${cell.cell_type === 'code' ? language : ''}\n${text}\n${fence}`;
}

/** Jupyter notebooks: cells of Markdown as they are, cells of code as code. */
export const notebookReader: ImportReader = {
  endings: ['ipynb'],
  read(bytes) {
    const { text, losses } = decode(bytes);
    const notebook = parsed(text);
    const cells = isObject(notebook) && Array.isArray(notebook.cells) ? notebook.cells : [];
    const metadata = isObject(notebook) && isObject(notebook.metadata) ? notebook.metadata : {};
    const kernel = isObject(metadata.kernelspec) ? textOf(metadata.kernelspec.language) : '';
    const found: Loss[] = cells.length === 0 ? [{ kind: 'no-cells' }] : [];
    const blocks = cells
      .map((cell: Json, i) => cellText(cell, i + 1, kernel || 'python', found))
      .filter((block) => block !== '');
    return { markdown: `${blocks.join('\n\n')}\n`, assets: [], losses: [...losses, ...found] };
  },
};

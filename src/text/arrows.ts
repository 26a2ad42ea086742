import { namesKind } from './mermaid.ts';

const signs = ['-->', '=>', '→', '⟶', '➔', '➜', '⇒'];

/** More parts than a drawing can hold. */
const most = 60;

/**
 * A diagram that is written as words and arrows, `rain -> river -> sea`, one chain a line, as a flow chart for Mermaid.
 * @returns `undefined` for a text that is something else
 */
export function flowOfArrows(text: string): string | undefined {
  const lines = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0 || lines.length > most || namesKind(text)) return undefined;
  const ids = new Map<string, string>();
  const idOf = (label: string): string => {
    const id = ids.get(label) ?? `n${ids.size}`;
    ids.set(label, id);
    return id;
  };
  const links: string[] = [];
  for (const line of lines) {
    const parts = signs.reduce((plain, sign) => plain.replaceAll(sign, '->'), line).split('->');
    const labels = parts.map((part) => part.trim());
    if (labels.length < 2 || labels.includes('')) return undefined;
    labels.slice(1).forEach((label, i) => links.push(`${idOf(labels[i] ?? '')} --> ${idOf(label)}`));
  }
  if (ids.size > most) return undefined;
  const nodes = [...ids].map(([label, id]) => `${id}["${label.replaceAll('"', '#quot;')}"]`);
  return ['flowchart LR', ...nodes, ...links].join('\n');
}

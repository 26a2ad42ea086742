import { replaceBetween } from './between.ts';

/** The words with which a text of Mermaid begins. */
const kinds =
  `graph flowchart flowchart-elk swimlane sequenceDiagram classDiagram classDiagram-v2 stateDiagram stateDiagram-v2
  erDiagram gantt pie mindmap timeline quadrantChart gitGraph journey requirementDiagram C4Context C4Container C4Component
  C4Dynamic C4Deployment sankey xychart block packet kanban architecture radar treemap venn treeView`.split(/\s+/);
/** After them little may stand on the line, as it would in a sentence that begins with one of them. */
const head = new RegExp(
  `^(?:${kinds.join('|')})(?:-beta)?(?:\\s+(?:TB|TD|BT|LR|RL|showData|horizontal))?(?:\\s+title\\b.*)?[;:]?$`,
);

/** A text of Mermaid without the fence around it. */
export function withoutFence(text: string): string {
  const lines = text.trim().split('\n');
  const [first = ''] = lines;
  const isFenced = /^(?:```+|~~~+)\s*(?:mermaid)?$/.test(first.trim());
  const closing = /^(?:```+|~~~+)$/.test(lines.at(-1)?.trim() ?? '') ? -1 : undefined;
  return isFenced && lines.length > 2 ? lines.slice(1, closing).join('\n') : text;
}

/** The line that names the kind of a diagram, after front matter, directives and comments. */
export function mermaidHead(text: string): string {
  const bare = text.replace(/^\s*---[ \t]*\n[^]*?\n[ \t]*---[ \t]*(?=\n)/, '');
  const lines = replaceBetween(bare, ['%%{', '}%%'], () => '').split('\n');
  return lines.map((line) => line.trim()).find((line) => line !== '' && !line.startsWith('%%')) ?? '';
}

/** Whether the first word of a text is a kind of Mermaid's. */
export function namesKind(text: string): boolean {
  const [word = ''] = mermaidHead(withoutFence(text)).split(' ');
  const plain = word.endsWith(';') ? word.slice(0, -1) : word;
  return kinds.includes(plain.replace('-beta', ''));
}

/** Whether a text is a diagram for Mermaid: several lines, of which the first names one of its kinds. */
export function isMermaid(text: string): boolean {
  const bare = withoutFence(text).trim();
  return bare.includes('\n') && head.test(mermaidHead(bare));
}

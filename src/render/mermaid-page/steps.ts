/**
 * Numbers the parts of a drawing in the order of its text: nodes one by one, each with the lines to what is already
 * there; the messages of a sequence one by one. Other kinds show at once.
 * @returns the number of steps
 */
export function numberSteps(root: SVGSVGElement): number {
  const messages = [...root.querySelectorAll('.messageLine0, .messageLine1')];
  if (messages.length > 0) return numberMessages(root, messages);
  const nodes = [...root.querySelectorAll('g.node[id]')];
  const place = new Map(nodes.map((node, index) => [nameOf(node), index + 1]));
  nodes.forEach((node, index) => node.setAttribute('data-step', String(index + 1)));
  for (const line of root.querySelectorAll('[data-id]')) {
    if (line.closest('g.node')) continue;
    const step = stepOf(line.getAttribute('data-id') ?? '', place);
    if (step > 0) (line.closest('.edgeLabel') ?? line).setAttribute('data-step', String(step));
  }
  return nodes.length;
}

/** `m-flowchart-A-0` → `A`. */
const nameOf = (node: Element): string =>
  node.id.replace(/^(?:m-)?(?:flowchart|state|classId|entity)-/, '').replace(/-\d+$/, '');

/** Lines are called after their ends: `L_A_B_0`, `id_Graph_Edge_1`. */
function stepOf(id: string, place: ReadonlyMap<string, number>): number {
  const ends = [...place].filter(([name]) => `_${id}_`.includes(`_${name}_`));
  return Math.max(0, ...ends.map(([, step]) => step));
}

/** A message with its text, which stands before its line. */
function numberMessages(root: SVGSVGElement, messages: readonly Element[]): number {
  const texts = [...root.querySelectorAll('.messageText')];
  let step = 0;
  for (const part of root.querySelectorAll('.messageText, .messageLine0, .messageLine1')) {
    if (messages.includes(part)) part.setAttribute('data-step', String(Math.max(1, step)));
    else part.setAttribute('data-step', String(textStarts(part, texts) ? ++step : Math.max(1, step)));
  }
  return step;
}

/** Whether a text begins a message; the further lines of the same message follow it directly. */
function textStarts(text: Element, texts: readonly Element[]): boolean {
  return !texts.includes(text.previousElementSibling ?? text) || text.previousElementSibling === text;
}

import type { SvgElement } from '../../svg/parse.ts';

interface Stepped {
  readonly tree: SvgElement;
  readonly steps: number;
}

/**
 * Marks the parts of a drawing so that they appear in the order of the text: nodes one by one, each with the lines to
 * what is already there; the messages of a sequence diagram one by one.
 */
export function numberSteps(
  root: SvgElement,
  { steps, firstStep = 1 }: { readonly steps: boolean; readonly firstStep?: number },
): Stepped {
  if (!steps) return { tree: root, steps: 0 };
  const nodes = partsOf(root, 'node');
  const messages = partsOf(root, 'message');
  const order = new Map(nodes.map((node, index) => [valueOf(node, 'data-id'), index]));
  const mark = (part: SvgElement, step: number): SvgElement => ({
    ...part,
    attributes: [...part.attributes, { local: 'data-step', namespace: '', value: String(step + firstStep) }],
  });
  const number = (part: SvgElement): SvgElement => {
    const children = part.children.map((child) => (typeof child === 'string' ? child : number(child)));
    const walked = { ...part, children };
    const message = messages.indexOf(part);
    if (message >= 0) return mark(walked, message);
    if (nodes.includes(part)) return mark(walked, order.get(valueOf(part, 'data-id')) ?? 0);
    const ends = [order.get(valueOf(part, 'data-from')), order.get(valueOf(part, 'data-to'))].filter(
      (end) => end !== undefined,
    );
    return ends.length === 2 ? mark(walked, Math.max(...ends)) : walked;
  };
  return { tree: number(root), steps: Math.max(nodes.length, messages.length) };
}

function partsOf(node: SvgElement, name: string): readonly SvgElement[] {
  const own = valueOf(node, 'class').split(' ').includes(name) ? [node] : [];
  return [...own, ...node.children.flatMap((child) => (typeof child === 'string' ? [] : partsOf(child, name)))];
}

function valueOf(node: SvgElement, name: string): string {
  return node.attributes.find(({ local }) => local === name)?.value ?? '';
}

import { isMermaid, withoutFence } from '../../../text/index.ts';
import type { Holder } from '../values.ts';

/** A text of Mermaid under whatever key, with or without the fence of a Markdown file. */
export function asDrawing(slide: Holder): void {
  const key = drawingIn(slide);
  const text = key === undefined ? slide.diagram : slide[key];
  if (typeof text !== 'string') return;
  if (key !== undefined && key !== 'diagram' && slide.diagram === undefined) Reflect.deleteProperty(slide, key);
  slide.diagram = withoutFence(text);
}

/** The key of a slide under which a diagram for Mermaid stands. */
export const drawingIn = (slide: Holder): string | undefined =>
  ['diagram', ...Object.keys(slide)].find((key) => {
    const text = slide[key];
    return typeof text === 'string' && key !== 'notes' && isMermaid(text);
  });

import { failure, success, type Outcome } from '../../base/index.ts';
import { writeChildren, type Cleaning } from '../svg/clean.ts';
import { parseSvg, type SvgElement } from '../svg/parse.ts';
import { sizeOf } from '../svg/size.ts';
import { element } from '../svg/xml.ts';
import { diagramProblem } from './codes.ts';
import { frame, inset } from './frame.ts';
import { smallestText } from './paint.ts';
import { numberSteps } from './mermaid/steps.ts';
import { restyle, smallestIn } from './mermaid/restyle.ts';
import type { Diagram, DiagramOptions } from './types.ts';

/** Labels never grow beyond this size (CSS pixels), however small the diagram is. */
const largestText = 34;
const longest = 8000;

// Spacing in the renderer's own units: comfortable first, then close. With nodes closer than 16 the layout kernel gives
// up on every chart whose arrows have labels.
const spacings = [
  { nodeSpacing: 28, layerSpacing: 46 },
  { nodeSpacing: 16, layerSpacing: 28 },
  { nodeSpacing: 16, layerSpacing: 14 },
];

/**
 * Draws a Mermaid diagram (flowchart, state, sequence, class or entity diagram) in the theme's colours and font,
 * fitted to its box, without a browser or network.
 * @returns `diagram/mermaid-syntax` with Mermaid's own words when the text is wrong, `diagram/too-much` when its text
 * would be smaller than 24 px
 */
export async function drawMermaid(text: string, options: DiagramOptions): Promise<Outcome<Diagram>> {
  const at = options.at?.('/diagram');
  const place = at ? { at } : {};
  if (text.length > longest) {
    return failure([
      diagramProblem('diagram/too-much', `the Mermaid text has ${text.length} characters, more than ${longest}`, place),
    ]);
  }
  const { renderMermaidSVG } = await import('beautiful-mermaid');
  for (const [source, spacing] of attempts(text)) {
    let drawn: string;
    try {
      drawn = renderMermaidSVG(source, { ...spacing, padding: 4, transparent: true });
    } catch (error) {
      // Mistakes in the text are reported by throwing. What the layout kernel throws is no fault of the text.
      const reason = error instanceof Error ? error.message : String(error);
      if (reason.startsWith('java.')) continue;
      return failure([diagramProblem('diagram/mermaid-syntax', reason.split('\n')[0] ?? reason, place)]);
    }
    const fitted = fitDrawing(drawn, options);
    if (!fitted.ok) return fitted;
    if (fitted.value) return success(fitted.value);
  }
  const message = `the Mermaid diagram does not fit in ${options.width} x ${options.height} px with text of ${smallestText} px`;
  const help = [
    'use fewer nodes or shorter labels',
    'turn the diagram: `graph LR` for wide boxes, `graph TD` for tall ones',
  ];
  return failure([diagramProblem('diagram/too-much', message, { help, ...place })]);
}

/** The text as written in each spacing, then turned a quarter when it says a direction. */
function attempts(text: string): readonly (readonly [string, (typeof spacings)[number]])[] {
  const turned = text.replace(
    /^(\s*(?:graph|flowchart)\s+)(TD|TB|BT|LR|RL)\b/,
    (_, head: string, direction: string) => {
      return `${head}${direction === 'LR' || direction === 'RL' ? 'TD' : 'LR'}`;
    },
  );
  const texts = turned === text ? [text] : [text, turned];
  return texts.flatMap((source) => spacings.map((spacing) => [source, spacing] as const));
}

/** The drawing in the theme's style at the size of its box; `undefined` when its text would be too small. */
function fitDrawing(drawn: string, options: DiagramOptions): Outcome<Diagram | undefined> {
  const parsed = parseSvg(new TextEncoder().encode(drawn), { file: 'the Mermaid diagram' });
  if (!parsed.ok) return parsed;
  const { tree, steps } = numberSteps(restyle(parsed.value), options);
  const size = sizeOf(tree);
  const smallest = smallestIn(tree);
  const box = { width: options.width - 2 * inset, height: options.height - 2 * inset };
  const scale = Math.min(box.width / size.width, box.height / size.height, largestText / smallest);
  if (scale * smallest < smallestText - 0.01) return success(undefined);
  const shift = { x: (box.width - size.width * scale) / 2, y: (box.height - size.height * scale) / 2 };
  const content = contentOf(tree, scale, shift, options);
  return success({ svg: frame(content, options.alt ?? options.title, options), steps });
}

function contentOf(
  tree: SvgElement,
  scale: number,
  shift: { readonly x: number; readonly y: number },
  { id }: DiagramOptions,
): string {
  const cleaning: Cleaning = { rename: (name) => `${id}-${name}`, scope: undefined, dropped: new Set() };
  const transform = `translate(${shift.x.toFixed(2)} ${shift.y.toFixed(2)}) scale(${scale.toFixed(4)})`;
  return element('g', { transform }, writeChildren(tree, cleaning));
}

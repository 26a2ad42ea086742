import { escapeXml } from '../../../base/index.ts';
import { element } from '../../svg/xml.ts';
import { paint } from '../paint.ts';
import { scriptScale } from './measure.ts';
import type { Line, TextBlock } from './wrap.ts';

export interface TextPlace {
  /** Left edge, middle or right edge, after `anchor`. */
  readonly x: number;
  /** Top of the first line. */
  readonly y: number;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly fill?: string;
}

/** Draws the lines of a block, one `<text>` each. */
export function drawText(block: TextBlock, { x, y, anchor = 'start', fill = paint('ink') }: TextPlace): string {
  return block.lines
    .map((line, index) =>
      element(
        'text',
        {
          x,
          y: y + index * block.lineHeight + baselineOf(block),
          'font-size': block.size,
          'font-weight': block.bold ? 600 : undefined,
          'text-anchor': anchor === 'start' ? undefined : anchor,
          fill,
        },
        drawRuns(line, block.size),
      ),
    )
    .join('\n');
}

/** From the top of a line to its baseline, so that lower-case text looks centred in the line. */
function baselineOf(block: TextBlock): number {
  return block.lineHeight / 2 + block.size * 0.3;
}

function drawRuns(line: Line, size: number): string {
  let shift = 0;
  return line.runs
    .map((run) => {
      const wanted = run.script === 'sub' ? size * 0.22 : run.script === 'super' ? -size * 0.35 : 0;
      const dy = wanted - shift;
      shift = wanted;
      const plain = !run.bold && !run.italic && !run.script && dy === 0;
      if (plain) return escapeXml(run.text);
      return element(
        'tspan',
        {
          dy: dy === 0 ? undefined : dy,
          'font-weight': run.bold ? 600 : undefined,
          'font-style': run.italic ? 'italic' : undefined,
          'font-size': run.script ? size * scriptScale : undefined,
          'data-script': run.script,
        },
        escapeXml(run.text),
      );
    })
    .join('');
}

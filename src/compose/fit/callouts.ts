import { isObject } from '../../base/index.ts';
import { Rich } from '../text/rich.ts';
import { calloutMarkdown } from '../callouts.ts';
import { blocksOf } from './blocks.ts';
import { blocksHeight } from './content.ts';
import { sizes, valueAt, type Measure } from './scale.ts';

/** The height of the call-outs of a page, with the space above them. */
export function calloutsHeight(scope: unknown, width: number, on: Measure): number {
  const shown = valueAt('slide.callouts', scope);
  if (!Array.isArray(shown) || shown.length === 0) return 0;
  const box = on.plan.callouts;
  const size = Math.min(36, sizes.small(on.body, on.plan.text));
  const heights = shown.map((item: unknown) => {
    const { mark, text } = isObject(item) ? (item as { mark?: unknown; text?: unknown }) : {};
    if (!(text instanceof Rich) || !(mark instanceof Rich)) return 0;
    const place = { scope, width: width - box.inset, size };
    return box.pad + blocksHeight(blocksOf(calloutMarkdown({ mark, text })), place, { ...on, leading: box.leading });
  });
  return box.above + heights.reduce((sum, height) => sum + height, 0) + (heights.length - 1) * box.between;
}

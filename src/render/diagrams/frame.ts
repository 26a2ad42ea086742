import { escapeXml } from '../../base/index.ts';
import { element } from '../svg/xml.ts';
import { fontFamily } from './paint.ts';

/** Room for the outlines of boxes that touch the edge, in pixels. */
export const inset = 2;

export interface FrameOptions {
  readonly id: string;
  readonly lang: string;
  readonly width: number;
  readonly height: number;
  /** How much larger than its place it is drawn; then it is shown smaller. */
  readonly scale?: number;
  /** The direction of texts, where it is not that of the slide's drawings. */
  readonly direction?: 'rtl';
}

/** The outer element: what it shows for those who listen, size and font for those who look. */
export function frame(
  content: string,
  alt: string,
  { id, lang, width, height, scale = 1, direction }: FrameOptions,
): string {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      role: 'img',
      'aria-labelledby': `${id}-desc`,
      lang,
      direction,
      width,
      height,
      viewBox: `${-inset} ${-inset} ${width * scale} ${height * scale}`,
      'font-family': fontFamily,
    },
    element('desc', { id: `${id}-desc` }, escapeXml(alt)),
    `\n${content}\n`,
  );
}

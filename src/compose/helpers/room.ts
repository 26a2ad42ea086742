import type { Helper } from '../helper.ts';
import { Rich } from '../text/rich.ts';

/** No drawing can be read in less. */
const least = 200;

/** How high a drawing can be under this slide's title and above these notes. */
export const room: Helper = {
  name: 'room',
  usage: '{{diagram "chart" width=1136 height=(room caption note)}} — the height that title and notes leave',
  run: ({ params, slide }) => Math.max(least, slide.room(params.filter((note): note is Rich => note instanceof Rich))),
};

import type { Helper } from '../helper.ts';
import { linesOf } from '../lines.ts';
import { Rich } from '../text/rich.ts';

/** The page plan of the Lectern theme (docs/theme.md), in CSS pixels: at 16:9, then at 4:3. */
const plans = {
  wide: { text: 1136, title: 44, note: 26 },
  narrow: { text: 848, title: 38, note: 24 },
} as const;

/** Height without title and notes: margins, running head, foot, and the space above the body. */
const bare = 526;
const titleLeading = 1.14;
const noteLeading = 1.32;
const gap = 24;
const betweenNotes = 11;
const sourceLine = 30;

/** No drawing can be read in less. */
const least = 200;

/** How high a drawing can be under this slide's title and above these notes. */
export const room: Helper = {
  name: 'room',
  usage: '{{diagram "chart" width=1136 height=(room caption note)}} — the height that title and notes leave',
  run: ({ params, slide }) => {
    const plan = slide.canvas.width < 1280 ? plans.narrow : plans.wide;
    const title = linesOf(slide.title?.plain ?? '', plan.text / plan.title, 'title') * plan.title * titleLeading;
    const notes = params.filter((note): note is Rich => note instanceof Rich);
    const heights = notes.map((note) => linesOf(note.plain, plan.text / plan.note, 'text') * plan.note * noteLeading);
    const written = heights.reduce((sum, height) => sum + height, 0);
    const below = notes.length === 0 ? 0 : gap + written + (notes.length - 1) * betweenNotes;
    const sources = Math.max(0, linesOf(slide.sources, (plan.text - 150) / 24, 'text') - 1) * sourceLine;
    return Math.max(least, Math.floor(bare - title - below - sources));
  },
};

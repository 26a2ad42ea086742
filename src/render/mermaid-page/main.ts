// Runs in the page in which Mermaid draws: no network, no script of a document, one page for all drawings of a lesson.
// The first import takes clock and chance away before Mermaid can keep hold of them.
import { seedChance } from './steady.ts';
import mermaid from 'mermaid';
import type { MermaidAnswer, MermaidOrder, MermaidPicture } from '../../model/index.ts';
import { flatten } from './flatten.ts';
import { coloursIn, type Palette } from './paints.ts';
import { numberSteps } from './steps.ts';
import { tidy } from './tidy.ts';
import { cutsFor, pagesOf, tilesOf } from './tiles.ts';
import { tell } from './told.ts';

/** Sizes that come from scaling are not exact. */
const slack = 0.3;

/** Draws the first attempt that fits well, else the one that fits best. */
async function draw(order: MermaidOrder): Promise<MermaidAnswer> {
  let best: MermaidPicture | undefined;
  let fewest: MermaidPicture | undefined;
  for (const [index, { text, config, enough }] of order.attempts.entries()) {
    let drawn: MermaidAnswer;
    try {
      drawn = await drawOnce(text, config, order, fewest?.tiles?.length ?? Infinity);
    } catch (error) {
      if (best) continue;
      return explain(error, text);
    }
    if (!drawn.ok) return drawn;
    if (drawn.tiles) fewest = { ...drawn, attempt: index };
    // A change of direction must be worth it.
    if (!best || drawn.scale * drawn.smallest > best.scale * best.smallest * 1.05) best = { ...drawn, attempt: index };
    if (best.scale * best.smallest >= enough) break;
  }
  // Text that is too small on one page goes on to others.
  if (best && fewest && best.scale * best.smallest < (order.least ?? 0) - slack) best = fewest;
  const [first] = order.attempts;
  const told = best && first ? await tell(first.text) : undefined;
  if (best && told) return { ...best, told };
  return best ?? { ok: false, message: 'there is nothing to draw' };
}

/** @param fewerThan a drawing whose text is too small is cut into tiles, when they are fewer. */
async function drawOnce(text: string, config: object, order: MermaidOrder, fewerThan = 0): Promise<MermaidAnswer> {
  seedChance(1);
  const stage = document.getElementById('stage') ?? document.body;
  stage.replaceChildren();
  mermaid.initialize(config);
  const { svg } = await mermaid.render('m', text, stage);
  stage.innerHTML = svg;
  const root = stage.querySelector('svg');
  if (!root) return { ok: false, message: 'there is nothing to draw' };
  root.removeAttribute('style');
  tidy(root, huesOf(order), order);
  const steps = order.steps ? numberSteps(root) : 0;
  const palette: Palette = {
    known: new Map(Object.entries(order.colours)),
    own: coloursIn(text),
    ...order.otherwise,
  };
  const flat = flatten(root, palette);
  const scale = Math.min(order.width / flat.width, order.height / flat.height);
  const isSmall = scale * flat.smallest < (order.least ?? 0) - slack;
  const cuts = isSmall ? cutsFor(root, flat, order) : undefined;
  const tiles = cuts && pagesOf(cuts) < fewerThan ? tilesOf(root, palette, cuts) : undefined;
  stage.replaceChildren();
  return {
    ok: true,
    ...flat,
    scale,
    steps,
    attempt: 0,
    ...(cuts && tiles && tiles.length > 1 && { tiles, tileScale: cuts.scale }),
  };
}

/** The colours of the configuration that stand for series. */
const huesOf = ({ colours }: MermaidOrder): readonly string[] =>
  Object.entries(colours).flatMap(([colour, paint]) => (paint.startsWith('var(--series-') ? [colour] : []));

/** Mermaid's own words, and the line of the text when it tells one. */
function explain(error: unknown, text: string): MermaidAnswer {
  const message = error instanceof Error ? error.message : typeof error === 'string' ? error : JSON.stringify(error);
  const { hash } = error as {
    readonly hash?: { readonly loc?: { readonly first_line?: number }; readonly line?: number };
  };
  const told = /\bline:? (\d+)/i.exec(message)?.[1];
  const line = told === undefined ? (hash?.loc?.first_line ?? hash?.line) : Number(told);
  // What is missing at the end is reported behind it.
  const last = text.trimEnd().split('\n').length;
  return { ok: false, message, ...(line === undefined ? {} : { line: Math.min(line, last) }) };
}

(globalThis as unknown as { drawMermaid: typeof draw }).drawMermaid = draw;

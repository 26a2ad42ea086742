/** Tags only: text never holds a bare `<`, so this cannot match inside it. */
const tag = /<[a-zA-Z][^<>]*>/g;
const svgStart = /<svg\b/;
const attribute = /\sdata-(?:marpit-fragment|step)="([^"]*)"/;

/**
 * Numbers what appears step by step, in the order of the document: list items that Marp marked as fragments, elements
 * marked `data-step="+"`, and the parts of drawings, whose own numbers are kept relative to one another.
 * @returns the HTML with `data-step="1"…` and the number of steps.
 */
export function numberSteps(html: string): { readonly html: string; readonly steps: number } {
  let count = 0;
  let drawing: { base: number; highest: number } | undefined;
  const numbered = html.replace(/<\/svg>|<[a-zA-Z][^<>]*>/g, (whole) => {
    if (whole === '</svg>') {
      if (drawing) count = Math.max(count, drawing.highest);
      drawing = undefined;
      return whole;
    }
    if (svgStart.test(whole) && !drawing) drawing = { base: count, highest: count };
    const found = attribute.exec(whole);
    if (!found) return whole;
    const step = drawing
      ? drawing.base + Math.max(1, Math.min(99, Number.parseInt(found[1] ?? '1', 10) || 1))
      : ++count;
    if (drawing) drawing.highest = Math.max(drawing.highest, step);
    return whole.replace(attribute, ` data-step="${step}"`);
  });
  return { html: numbered, steps: count };
}

/** All classes that occur in the tags of some HTML. */
export function classesIn(html: string): ReadonlySet<string> {
  const classes = new Set<string>();
  for (const [whole] of html.matchAll(tag)) {
    for (const name of /\sclass="([^"]*)"/.exec(whole)?.[1]?.split(/\s+/) ?? []) classes.add(name);
  }
  return classes;
}

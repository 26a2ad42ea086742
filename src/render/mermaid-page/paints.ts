/** How colours of a drawing become the theme's. */
export interface Palette {
  /** What stands for a colour that the configuration gave, by the browser's way of writing it. */
  readonly known: ReadonlyMap<string, string>;
  /** Colours that the author wrote, which stay. */
  readonly own: ReadonlySet<string>;
  /** For colours that Mermaid makes up. */
  readonly text: string;
  readonly line: string;
  readonly fill: string;
}

const containers = 4;
const shapes = 'rect, circle, ellipse, polygon, path';

/** The colours that a text names, as the browser writes them. */
export function coloursIn(text: string): ReadonlySet<string> {
  const probe = document.createElement('i');
  document.body.append(probe);
  const found = new Set<string>();
  const words = text.match(/#[\da-f]{3,8}\b|\b(?:rgb|hsl)a?\([^()]{3,40}\)|\b[a-z]{3,20}\b/gi) ?? [];
  for (const word of new Set(words.slice(0, 2000))) {
    if (!CSS.supports('color', word)) continue;
    probe.style.color = word;
    found.add(getComputedStyle(probe).color);
  }
  probe.remove();
  return found;
}

/** The paints of an element in the theme's words. */
export function paintsOf(
  node: SVGElement,
  style: CSSStyleDeclaration,
  palette: Palette,
): { readonly fill: string; readonly stroke: string } {
  const isText = node.localName === 'text' || node.localName === 'tspan';
  const ground = isText ? ownGround(node, palette) : undefined;
  const stroke = paintOf(style.stroke, palette.line, palette);
  if (!isText) return { fill: paintOf(style.fill, palette.fill, palette), stroke };
  const fill = paintOf(style.fill, palette.text, palette);
  if (ground !== undefined && !palette.own.has(style.fill)) return { fill: inkOn(ground), stroke };
  return { fill: fill === 'none' || isQuiet(fill) ? palette.text : fill, stroke };
}

/** Grounds and hairlines: text in them could not be read. */
const isQuiet = (paint: string): boolean => /^color-mix|-soft|--wash|--line/.test(paint);

function paintOf(value: string, otherwise: string, { known, own }: Palette): string {
  if (value === 'none' || value === 'transparent' || /,\s*0\)$/.test(value)) return 'none';
  if (value.startsWith('url(')) return value.replaceAll('"', '').split(' ')[0] ?? value;
  return known.get(value) ?? (own.has(value) ? value : otherwise);
}

/** The author's colour behind a text, when its box has one. */
function ownGround(node: Element, { own }: Palette): string | undefined {
  let around = node.parentElement;
  for (let i = 0; around && i < containers; i++, around = around.parentElement) {
    for (const child of around.children) {
      if (!child.matches(shapes)) continue;
      const { fill } = getComputedStyle(child);
      if (own.has(fill)) return fill;
    }
    if (around.matches('.node, .cluster')) return undefined;
  }
  return undefined;
}

/** Black or white, whichever is easier to read on a colour. */
function inkOn(colour: string): string {
  const [r = 255, g = 255, b = 255] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const linear = (value: number): number => (value <= 10 ? value / 3294 : ((value / 255 + 0.055) / 1.055) ** 2.4);
  const light = 0.2126 * linear(r) + 0.7152 * linear(g) + 0.0722 * linear(b);
  return light > 0.18 ? '#000000' : '#ffffff';
}

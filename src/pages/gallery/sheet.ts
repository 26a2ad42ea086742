import { escapeAttribute } from '../../compose/index.ts';
import type { DeckSlide, PixelSize } from '../../model/index.ts';
import type { Variant } from '../../wire/index.ts';
import { inVariant, type ShownExample } from './slides.ts';

export interface Sheet {
  readonly html: string;
  /** Size of the whole sheet in CSS pixels. */
  readonly size: PixelSize;
}

const columns = 6;
const scale = 0.25;
const gap = 16;
const label = 26;

/** A page with small pictures of all examples in one variant and size, to be photographed. */
export function contactSheet(shown: readonly ShownExample[], slideCss: string, variant: Variant): Sheet {
  const [first] = shown;
  const { width, height } = { width: (first?.canvas.width ?? 0) * scale, height: (first?.canvas.height ?? 0) * scale };
  const cells = shown.flatMap(({ example, slides }) =>
    slides.map((slide, page) => {
      const name = `${example.layout.name} · ${example.name}${page > 0 ? ` ${page + 1}` : ''}`;
      return `<div class="cell"><p>${escapeAttribute(name)}</p><div class="deck">${inVariant(slide.html, variant)}</div></div>`;
    }),
  );
  const rows = Math.ceil(cells.length / columns);
  const css = `html,body{margin:0}body{display:grid;grid-template-columns:repeat(${columns},${width}px);grid-auto-rows:${height + label}px;gap:${gap}px;padding:${gap}px;background:#8b9299}
.cell>p{margin:0;height:${label}px;font:600 16px/${label}px 'Lectern Sans',sans-serif;color:#0b1216;white-space:nowrap;overflow:hidden}
.cell>.deck{position:relative;width:${width}px;height:${height}px;overflow:hidden}
.deck>section{position:absolute!important;top:0;left:0;margin:0!important;transform:scale(${scale});transform-origin:0 0}`;
  return {
    html: page(slideCss, css, cells.join('')),
    size: {
      width: columns * width + (columns + 1) * gap,
      height: rows * (height + label) + (rows + 1) * gap,
    },
  };
}

/** A page with one slide and nothing else. */
export const slidePage = (slide: DeckSlide, slideCss: string): string =>
  page(slideCss, 'html,body{margin:0}', `<div class="deck">${slide.html}</div>`);

const page = (slideCss: string, css: string, body: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Slides</title><style>${slideCss.replaceAll('</', '<\\/')}</style><style>${css}</style></head><body>${body}</body></html>`;

import { svg } from './dom.ts';

/** Line icons on a 24 × 24 grid. */
const paths = {
  previous: 'M15 5l-7 7 7 7',
  next: 'M9 5l7 7-7 7',
  overview: 'M4 4h7v7H4zM13 4h7v7h-7zM4 13h7v7H4zM13 13h7v7h-7z',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21',
  pen: 'M4 20l1-5L16 4l4 4L9 19zM13.5 6.5l4 4',
  highlighter: 'M9 15l-3-3L16 3l5 5-9 10zM6 12l-2 5 2 2 6-1M3 22h9',
  laser: 'M12 9a3 3 0 1 0 0 6 3 3 0 0 0 0-6zM12 2v3M12 19v3M2 12h3M19 12h3M5 5l2 2M17 17l2 2M19 5l-2 2M7 17l-2 2',
  undo: 'M8 5L4 9l4 4M4 9h10a6 6 0 0 1 0 12h-3',
  clear: 'M4 7h16M9 7V4h6v3M6 7l1 14h10l1-14M10 11v6M14 11v6',
  zoom: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5L21 21M10.5 7.5v6M7.5 10.5h6',
  black: 'M3 5h18v12H3zM8 21h8M3 5l18 12',
  reading: 'M4 5c3-1 6-1 8 1c2-2 5-2 8-1v14c-3-1-6-1-8 1c-2-2-5-2-8-1zM12 6v14',
  variant: 'M12 3a9 9 0 1 0 0 18zM12 3a9 9 0 0 1 0 18',
  presenter: 'M3 4h18v11H3zM12 15v3M8 21l4-3 4 3M7 8h6M7 11h9',
  fullscreen: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
  qr: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h2v2h-2zM18 14h2v2M14 18v2h2M18 18h2v2h-2z',
  help: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM9.3 9.3a2.8 2.8 0 1 1 4 2.6c-.9.4-1.3.9-1.3 2M12 17v.2',
  close: 'M5 5l14 14M19 5L5 19',
  question: 'M6 20V10M12 20V4M18 20v-7',
  play: 'M7 4l13 8-13 8z',
  pause: 'M8 5v14M16 5v14',
  reset: 'M4 4v6h6M4.5 10a8 8 0 1 1-.5 4',
  record: 'M12 5a7 7 0 1 0 0 14 7 7 0 0 0 0-14z',
  check: 'M4 12l6 6L20 6',
  ahead: 'M12 19V5M6 11l6-6 6 6',
  behind: 'M12 5v14M6 13l6 6 6-6',
  left: 'M20 12H4M11 5l-7 7 7 7',
  right: 'M4 12h16M13 5l7 7-7 7',
  up: 'M12 20V4M5 11l7-7 7 7',
  down: 'M12 4v16M5 13l7 7 7-7',
  enter: 'M20 5v8H5M11 7l-6 6 6 6',
  save: 'M12 3v12M7 10l5 5 5-5M4 20h16',
  source: 'M4 4h16v9H9l-5 4zM8 8h8',
  timer: 'M12 6a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM12 10v4l3 2M9 2h6',
} as const;

export type IconName = keyof typeof paths;

/** A decorative icon; the control around it carries the name. */
export function icon(name: IconName): SVGSVGElement {
  const path = svg('path', {
    d: paths[name],
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': 2,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
  return svg('svg', { class: 'lp-glyph', viewBox: '0 0 24 24', 'aria-hidden': 'true', focusable: 'false' }, path);
}

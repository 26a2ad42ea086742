import { hashOf } from '../base/index.ts';

/** Numbers from 0 to 1 that follow from a text alone. */
function numbersOf(seed: string): () => number {
  const hash = hashOf(seed);
  let state = Number.parseInt(hash.slice(-8), 16) || 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 0x1_0000_0000;
  };
}

type Motif = (next: () => number) => string;
const round = (value: number): string => String(Math.round(value * 10) / 10);
const stroke = (shape: string, width: number): string =>
  `<g fill='none' stroke='#fff' stroke-width='${width}' stroke-opacity='.12'>${shape}</g>`;

/** Rings around one point, as from a stone in water. */
const rings: Motif = (next) => {
  const [x, y, gap] = [420 + next() * 140, 90 + next() * 420, 30 + next() * 22];
  const count = Math.ceil(620 / gap);
  const circles = Array.from(
    { length: count },
    (_, i) => `<circle cx='${round(x)}' cy='${round(y)}' r='${round(gap * (i + 1))}'/>`,
  );
  return stroke(circles.join(''), 5);
};

/** Waves that lie above each other and grow. */
const waves: Motif = (next) => {
  const [length, phase] = [150 + next() * 130, next() * 6.3];
  const lines = Array.from({ length: 13 }, (_, i) => {
    const height = 6 + i * (2 + next() * 0.6);
    const points = Array.from({ length: 31 }, (_, k) => {
      const x = k * 22;
      return `${round(x)},${round(30 + i * 46 + Math.sin((x / length) * 6.28 + phase + i * 0.35) * height)}`;
    });
    return `<polyline points='${points.join(' ')}'/>`;
  });
  return stroke(lines.join(''), 5);
};

/** Dots of a grid that grow towards one corner. */
const dots: Motif = (next) => {
  const [x, y] = [330 + next() * 330, next() < 0.5 ? next() * 120 : 600 - next() * 120];
  const cells = Array.from({ length: 14 * 13 }, (_, i) => {
    const [cx, cy] = [30 + (i % 14) * 48, 24 + Math.floor(i / 14) * 48];
    const far = Math.hypot(cx - x, cy - y) / 760;
    const r = Math.max(0, 19 * (1 - far) ** 1.4);
    return r < 1.2 ? '' : `<circle cx='${cx}' cy='${cy}' r='${round(r)}'/>`;
  });
  return `<g fill='#fff' fill-opacity='.13'>${cells.join('')}</g>`;
};

/** Quarter rounds in the squares of a grid, each turned by chance. */
const tiles: Motif = (next) => {
  const size = 110;
  const cells = Array.from({ length: 36 }, (_, i) => {
    const [x, y] = [(i % 6) * size, Math.floor(i / 6) * size];
    const turn = Math.floor(next() * 4) * 90;
    const shape = next() < 0.55 ? `<path d='M0 ${size}A${size} ${size} 0 0 1 ${size} 0L${size} ${size}z'/>` : '';
    return shape === ''
      ? ''
      : `<g transform='translate(${x} ${y}) rotate(${turn} ${size / 2} ${size / 2})'>${shape}</g>`;
  });
  return `<g fill='#fff' fill-opacity='.09'>${cells.join('')}</g>`;
};

/** Points of a net, joined with those near them. */
const net: Motif = (next) => {
  const points = Array.from({ length: 34 }, () => ({ x: 20 + next() * 620, y: 10 + next() * 580 }));
  const lines = points.flatMap((a, i) =>
    points
      .slice(i + 1)
      .filter((b) => Math.hypot(a.x - b.x, a.y - b.y) < 150)
      .map((b) => `<path d='M${round(a.x)} ${round(a.y)}L${round(b.x)} ${round(b.y)}'/>`),
  );
  const knots = points.map(({ x, y }) => `<circle cx='${round(x)}' cy='${round(y)}' r='${round(6 + next() * 9)}'/>`);
  return `${stroke(lines.join(''), 3)}<g fill='#fff' fill-opacity='.18'>${knots.join('')}</g>`;
};

const motifs: readonly Motif[] = [rings, waves, dots, tiles, net];

/** A quiet pattern for covers and openers, as a value of CSS; the same for the same title everywhere. */
export function patternUrl(title: string): string {
  const next = numbersOf(title);
  const motif = motifs[Math.floor(next() * motifs.length)] ?? rings;
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 660 600' preserveAspectRatio='xMaxYMid slice'>${motif(next)}</svg>`;
  const encoded = encodeURIComponent(svg).replace(/['()]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  return `url(data:image/svg+xml,${encoded})`;
}

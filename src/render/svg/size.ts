import type { SvgElement } from './parse.ts';

const pixels: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  in: 96,
};

export interface SvgSize {
  /** CSS pixels. */
  readonly width: number;
  readonly height: number;
  readonly viewBox: string;
  /** Whether the file states its size at all. */
  readonly known: boolean;
}

/** The natural size of a drawing: width and height, else the viewBox, else the 300 x 150 of CSS. */
export function sizeOf(root: SvgElement): SvgSize {
  const value = (name: string): string =>
    root.attributes.find((attribute) => attribute.local === name && attribute.namespace === '')?.value ?? '';
  const box = value('viewBox')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const [left = 0, top = 0, boxWidth = 0, boxHeight = 0] = box.every(Number.isFinite) ? box : [];
  const boxed = boxWidth > 0 && boxHeight > 0;
  const ratio = boxed ? boxWidth / boxHeight : 2;
  const ownWidth = length(value('width'));
  const ownHeight = length(value('height'));
  const width = ownWidth ?? (ownHeight === undefined ? (boxed ? boxWidth : 300) : ownHeight * ratio);
  const height = ownHeight ?? width / ratio;
  const viewBox = boxed ? `${left} ${top} ${boxWidth} ${boxHeight}` : `0 0 ${width} ${height}`;
  return { width, height, viewBox, known: boxed || (ownWidth !== undefined && ownHeight !== undefined) };
}

function length(text: string): number | undefined {
  const parts = /^([\d.]+(?:e\d+)?)\s*([a-z]*)$/i.exec(text.trim());
  const unit = pixels[(parts?.[2] ?? '').toLowerCase()];
  const value = Number(parts?.[1]) * (unit ?? NaN);
  return Number.isFinite(value) && value > 0 ? value : undefined;
}

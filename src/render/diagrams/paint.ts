import { evidenceTones } from '../../model/index.ts';

/** The theme's colours that diagrams use, with the light variant's values for a viewer that has no theme. */
const values = {
  paper: '#fcfcfb',
  ink: '#14202b',
  muted: '#51606b',
  line: '#d3dad9',
  'line-strong': '#6b7a83',
  'shape-muted': '#8a969d',
  wash: '#f0f3f2',
  accent: '#0a5c6e',
  'on-accent': '#ffffff',
  'accent-soft': '#e4eced',
  signal: '#b53d12',
  'tone-neutral': '#51606b',
  'tone-neutral-soft': '#edeeee',
  'tone-positive': '#17633f',
  'tone-positive-soft': '#e7eeea',
  'tone-negative': '#a3281f',
  'tone-negative-soft': '#f4e9e7',
  'tone-accent': '#0a5c6e',
  'tone-accent-soft': '#e6eeee',
  'ev-human': '#17633f',
  'ev-human-soft': '#e7eeea',
  'ev-animal': '#85480b',
  'ev-animal-soft': '#f1ece5',
  'ev-in-vitro': '#5d3f9f',
  'ev-in-vitro-soft': '#eeebf3',
  'ev-review': '#1d5296',
  'ev-review-soft': '#e8edf2',
  'ev-claim': '#a3281f',
  'ev-claim-soft': '#f4e9e7',
  'ev-legal': '#46545f',
  'ev-legal-soft': '#eceded',
  'on-ev': '#ffffff',
  'heat-1': '#e3eff0',
  'heat-2': '#b5d6da',
  'heat-3': '#72b1ba',
  'heat-4': '#2b7f8d',
  'heat-5': '#0a4b5a',
  'on-heat-1': '#14202b',
  'on-heat-2': '#14202b',
  'on-heat-3': '#0b1a21',
  'on-heat-4': '#ffffff',
  'on-heat-5': '#ffffff',
  'series-1': '#0a5c6e',
  'series-2': '#b53d12',
  'series-3': '#2a1a52',
  'series-4': '#2a76b8',
  'series-5': '#3f6b2f',
  'series-6': '#8f2f63',
} as const;

export type Token = keyof typeof values;

/** A paint that follows the theme: `var(--ink, #1b2430)`. */
export const paint = (token: Token): string => `var(--${token}, ${values[token]})`;

/** A quiet ground in the colour of a series, on which ink can be read. */
export const softSeries = (index: number): string => `color-mix(in srgb, ${seriesPaint(index)} 16%, ${paint('paper')})`;

const series: readonly Token[] = ['series-1', 'series-2', 'series-3', 'series-4', 'series-5', 'series-6'];

/** The colour of the n-th series by its name in the theme; they repeat after six. */
export const seriesToken = (index: number): Token => series[index % series.length] ?? 'series-1';

/** The paint of the n-th series. */
export const seriesPaint = (index: number): string => paint(seriesToken(index));

/** The light value alone, for renderers that need a plain colour. */
export const plainColour = (token: Token): string => values[token];

export const tokens = Object.keys(values) as readonly Token[];

/** A theme whose letters are wider than those that drawings are measured with names others for figures. */
export const fontFamily = 'var(--font-figure, var(--font-text, sans-serif))';

/** Nothing in a diagram is set smaller than this (CSS pixels on the 1280 x 720 canvas: 18 pt). */
export const smallestText = 24;

const tones = ['neutral', 'positive', 'negative', 'accent'] as const;

/** The strong and the soft colour of a tone, of the layout's tones as well as of evidence. */
export function toneColours(tone: string | undefined): { readonly strong: string; readonly soft: string } | undefined {
  const family = (tones as readonly string[]).includes(tone ?? '') ? 'tone' : 'ev';
  if (family === 'ev' && !(evidenceTones as readonly string[]).includes(tone ?? '')) return undefined;
  return { strong: paint(`${family}-${tone}` as Token), soft: paint(`${family}-${tone}-soft` as Token) };
}

import type { Paint, SceneSlide } from '../scene.ts';
import { el, part } from './xml.ts';

/** The colours of a theme of ours that become the twelve of a theme of Office, in their order there: accents are those of series. */
const slots = [
  ['dk1', 'ink', 'tx1'],
  ['lt1', 'paper', 'bg1'],
  ['dk2', 'muted', 'tx2'],
  ['lt2', 'wash', 'bg2'],
  ['accent1', 'series-1', 'accent1'],
  ['accent2', 'series-2', 'accent2'],
  ['accent3', 'series-3', 'accent3'],
  ['accent4', 'series-4', 'accent4'],
  ['accent5', 'series-5', 'accent5'],
  ['accent6', 'series-6', 'accent6'],
  ['hlink', 'accent', 'hlink'],
  ['folHlink', 'muted', 'folHlink'],
] as const;

/** Tokens that the theme of Office takes over. */
export const themeColors: readonly string[] = [...new Set(slots.map(([, token]) => token))];

/** The colours and fonts that a deck of Office names instead of repeating them. */
export interface OfficeTheme {
  readonly xml: string;
  readonly fonts: SceneSlide['fonts'];
  /** Name of a colour in the theme, by its value. */
  readonly names: ReadonlyMap<string, string>;
}

const fills =
  '<a:fillStyleLst><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:solidFill><a:schemeClr val="phClr"/></a:solidFill></a:fillStyleLst>';
const line = (width: number): string =>
  `<a:ln w="${width}"><a:solidFill><a:schemeClr val="phClr"/></a:solidFill><a:prstDash val="solid"/></a:ln>`;
const effects = `<a:effectStyleLst>${'<a:effectStyle><a:effectLst/></a:effectStyle>'.repeat(3)}</a:effectStyleLst>`;
const styles = `<a:fmtScheme name="Lectern">${fills}<a:lnStyleLst>${line(9525)}${line(19050)}${line(28575)}</a:lnStyleLst>${effects}${fills.replaceAll('fillStyleLst', 'bgFillStyleLst')}</a:fmtScheme>`;

/** The theme of Office for a deck: its colours are those of most of its slides. */
export function officeTheme(slides: readonly SceneSlide[], name: string): OfficeTheme {
  const counted = new Map<string, { count: number; slide: SceneSlide }>();
  for (const slide of slides) {
    const key = JSON.stringify(slide.tokens);
    counted.set(key, { count: (counted.get(key)?.count ?? 0) + 1, slide });
  }
  const [usual] = [...counted.values()].sort((a, b) => b.count - a.count);
  const tokens = usual?.slide.tokens ?? {};
  const fonts = usual?.slide.fonts ?? { title: 'Georgia', text: 'Arial' };
  const names = new Map<string, string>();
  const colors = slots.map(([slot, token, scheme]) => {
    const hex = tokens[token]?.hex ?? (slot === 'lt1' ? 'FFFFFF' : '000000');
    if (!names.has(hex)) names.set(hex, scheme);
    return el(`a:${slot}`, {}, el('a:srgbClr', { val: hex }));
  });
  const font = (kind: string, typeface: string): string =>
    el(`a:${kind}`, {}, el('a:latin', { typeface }), '<a:ea typeface=""/><a:cs typeface=""/>');
  const elements = el(
    'a:themeElements',
    {},
    el('a:clrScheme', { name }, ...colors),
    el('a:fontScheme', { name }, font('majorFont', fonts.title), font('minorFont', fonts.text)),
    styles,
  );
  const xml = part(
    el('a:theme', { 'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main', name }, elements),
  );
  return { xml, fonts, names };
}

/** A colour: by its name in the theme where it has one, so that other colours of the theme change it. */
export function color({ hex, alpha }: Paint, theme: OfficeTheme): string {
  const share = alpha >= 0.995 ? '' : el('a:alpha', { val: Math.round(alpha * 100_000) });
  const name = theme.names.get(hex);
  return name === undefined ? el('a:srgbClr', { val: hex }, share) : el('a:schemeClr', { val: name }, share);
}

export const solid = (paint: Paint | undefined, theme: OfficeTheme): string =>
  paint ? el('a:solidFill', {}, color(paint, theme)) : '<a:noFill/>';

import { isObject, type Diagnostic, type Json } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import type { PlaceIndex } from '../yaml/places.ts';

/** Palettes by the colours that they are. */
const colours: Readonly<Record<string, string>> = {
  ...{ blue: 'ocean', navy: 'ocean', teal: 'ocean', green: 'forest', purple: 'plum', violet: 'plum' },
  ...{ orange: 'ember', red: 'ember', brown: 'ember', grey: 'slate', gray: 'slate', black: 'slate', pink: 'rose' },
};

/** `palette: green` names the palette of that colour. */
function meantPalette(looks: Record<string, Json | undefined>, places: PlaceIndex): readonly Diagnostic[] {
  const { palette } = looks;
  const meant = typeof palette === 'string' ? colours[palette.trim().toLowerCase()] : undefined;
  if (meant === undefined || typeof palette !== 'string') return [];
  looks.palette = meant;
  const at = places.value('/presentation/palette');
  const help = [`Write \`palette: ${meant}\`.`];
  return [diagnostic('outline/read-as', `The palette \`${palette}\` is read as \`${meant}\`.`, { at, help })];
}

/** What the looks of a lesson mean in other words. */
export function meantTheme(outline: Json, places: PlaceIndex): readonly Diagnostic[] {
  const looks = isObject(outline) ? outline.presentation : undefined;
  return isObject(looks)
    ? [...meantVariant(outline, places), ...meantPalette(looks, places), ...shortFooter(looks, places)]
    : [];
}

/** `theme: dark` names a variant, which every theme has. */
function meantVariant(outline: Json, places: PlaceIndex): readonly Diagnostic[] {
  const looks = isObject(outline) ? outline.presentation : undefined;
  const theme = isObject(looks) ? looks.theme : undefined;
  if (!isObject(looks) || typeof theme !== 'string') return [];
  const word = theme.trim().toLowerCase();
  const at = places.key('/presentation/theme');
  const holder = looks as Record<string, Json | undefined>;
  if (!['light', 'dark', 'contrast', 'print'].includes(word)) return [];
  Reflect.deleteProperty(holder, 'theme');
  if (looks.variant === undefined) {
    holder.variant = word;
    places.alias('/presentation/theme', '/presentation/variant');
  }
  const help = [`Write \`variant: ${word}\`.`];
  return [diagnostic('outline/read-as', `\`${theme}\` is a variant of every theme, and is read so.`, { at, help })];
}

/** The longest foot of slides, in characters. */
const longestFooter = 110;

/** A footer that does not fit its two lines ends where they end. */
function shortFooter(looks: Record<string, Json | undefined>, places: PlaceIndex): readonly Diagnostic[] {
  const { footer } = looks;
  if (typeof footer !== 'string' || footer.length <= longestFooter) return [];
  const cut = footer.slice(0, longestFooter - 1);
  const shown = `${cut.slice(0, cut.lastIndexOf(' ')).trimEnd() || cut}…`;
  looks.footer = shown;
  const message = `\`footer\` has ${footer.length} characters; at most ${longestFooter} fit, and it ends with “${shown.slice(-30)}”.`;
  return [
    diagnostic('outline/too-long', message, {
      at: places.value('/presentation/footer'),
      severity: 'warning',
      help: ['Shorten it; what is longer belongs on the first slide.'],
    }),
  ];
}

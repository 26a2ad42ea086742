import { isObject, type Diagnostic, type Json } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import type { PlaceIndex } from '../yaml/places.ts';

/** `theme: dark` names a variant, which every theme has. */
export function meantTheme(outline: Json, places: PlaceIndex): readonly Diagnostic[] {
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

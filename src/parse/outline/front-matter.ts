import type { Diagnostic, Json } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { presentationSchema } from '../schema/index.ts';
import type { PlaceIndex } from '../yaml/places.ts';

/** What the front matter of a deck for Marp says that no lesson needs. */
const marp = new Set(
  'marp paginate headingDivider class backgroundColor backgroundImage backgroundPosition backgroundRepeat backgroundSize color math transition style header keywords url'.split(
    ' ',
  ),
);

/**
 * Reads the front matter of other programs at the head of an outline, in place: what says how the lesson looks goes to
 * `presentation`; what has no meaning here is left out, and said.
 */
export function fromFrontMatter(outline: Json, places: PlaceIndex): readonly Diagnostic[] {
  if (!isObject(outline)) return [];
  const holder = outline as Record<string, Json | undefined>;
  const found: Diagnostic[] = [];
  const looks = isObject(presentationSchema.properties) ? Object.keys(presentationSchema.properties) : [];
  for (const key of Object.keys(holder)) {
    const tell = (message: string, help: string): void => {
      found.push(diagnostic('outline/read-as', message, { at: places.key(pointerStep(key)), help: [help] }));
    };
    if (looks.includes(key)) {
      const own = isObject(holder.presentation) ? holder.presentation : {};
      if (own[key] !== undefined) continue;
      holder.presentation = { ...own, [key]: holder[key] ?? null };
      tell(`\`${key}\` belongs to \`presentation\`, and is read so.`, `Write \`${key}\` under \`presentation:\`.`);
      places.alias(pointerStep(key), `/presentation${pointerStep(key)}`);
      Reflect.deleteProperty(holder, key);
    } else if (marp.has(key)) {
      tell(`\`${key}\` is a setting of Marp that has no meaning here; it is left out.`, `Take \`${key}\` out.`);
      Reflect.deleteProperty(holder, key);
    }
  }
  return found;
}

import type { Diagnostic, Json } from '../../base/index.ts';
import { isObject, pointerStep } from '../../base/index.ts';
import { diagnostic } from '../codes.ts';
import { presentationSchema } from '../schema/index.ts';
import type { PlaceIndex } from '../yaml/places.ts';

/** What the front matter of decks for Marp, Quarto, Pandoc, Slidev and their like says that no lesson needs. */
const settings = new Set(
  'marp paginate headingDivider class backgroundColor backgroundImage backgroundPosition backgroundRepeat backgroundSize color math transition style header keywords url format execute engine jupyter kernelspec bibliography csl output fontsize geometry documentclass aspectratio header-includes colortheme highlighter drawings mdc css revealOptions template toc number-sections filters editor defaults layout fonts font highlight mainfont slideNumber slide-number transitionspeed controls progress hash draft tags categories slug version'.split(
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
    } else if (settings.has(key) && !isList(key, holder[key])) {
      tell(
        `\`${key}\` is a setting of other programs that has no meaning here; it is left out.`,
        `Take \`${key}\` out.`,
      );
      Reflect.deleteProperty(holder, key);
    }
  }
  return found;
}

/** `bibliography: [...]` are references; elsewhere it is the name of a file. */
const isList = (key: string, value: Json | undefined): boolean => key === 'bibliography' && typeof value === 'object';

import type { Json, JsonObject } from '../../base/index.ts';
import { isObject } from '../../base/index.ts';
import type { LayoutDefinition } from '../layouts/index.ts';
import { completeSlideSchema, slideProperties, visitTexts } from '../schema/index.ts';
import { isLinkKind, type LinkKind } from './links.ts';

/** A field that names something of the lesson. */
interface FieldLink {
  readonly kind: LinkKind;
  readonly id: string;
  readonly pointer: string;
}

/** The links in the fields of a slide, each place once. */
export function linksIn(layout: LayoutDefinition, value: Json): readonly FieldLink[] {
  const { $defs } = completeSlideSchema(layout);
  const found = new Map<string, FieldLink>();
  visitTexts(layout.schema, value, $defs, (described, text, pointer) => {
    const kind = described['x-link'];
    if (isLinkKind(kind) && !found.has(pointer)) found.set(pointer, { kind, id: text.trim(), pointer });
  });
  return [...found.values()];
}

/** The fields of a slide that belong to its layout. */
export function ownFields(value: Json): JsonObject {
  const fields = Object.create(null) as Record<string, Json | undefined>;
  if (!isObject(value)) return fields;
  for (const [key, field] of Object.entries(value)) {
    if (!Object.hasOwn(slideProperties, key)) fields[key] = field;
  }
  return fields;
}

import { defineCodes, isObject, type Diagnostic, type Json, type Span } from '../../base/index.ts';
import { slidesOf, type Slide } from '../../model/index.ts';
import type { Check, CheckContext } from '../check.ts';
import { numberOption } from '../settings.ts';
import { passagesOf } from '../texts/index.ts';

const { table, diagnostic } = defineCodes({
  'slide/bullets': {
    severity: 'warning',
    summary: 'A list on a slide has more items than the audience can take in (more than 7; option `limit`).',
    why: 'Long lists are read instead of listened to, and their items are all equally unimportant.',
    mend: 'Keep the items that carry the point and move the others to the notes, or divide the slide.',
  },
});

interface List {
  readonly items: number;
  readonly at: Span;
}

interface FieldList extends List {
  readonly pointer: string;
}

const isItem = (value: Json): boolean =>
  typeof value === 'string' || (isObject(value) && typeof value.text === 'string' && value.label === undefined);

/** Lists that are fields of the layout: `bullets: […]`, `sides[0].points: […]`. */
function fieldLists(slide: Slide, value: Json | undefined, pointer: string): readonly FieldList[] {
  if (Array.isArray(value)) {
    const items: readonly Json[] = value;
    if (items.length > 0 && items.every(isItem))
      return [{ items: items.length, at: slide.places.key(pointer), pointer }];
    return items.flatMap((item, i) => fieldLists(slide, item, `${pointer}/${i}`));
  }
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, item]) => fieldLists(slide, item, `${pointer}/${key}`));
}

/** Lists written in Markdown inside a text. */
function writtenLists(context: CheckContext, slide: Slide): readonly List[] {
  return passagesOf(context, slide).map(({ markdown, at }) => ({
    items: markdown.match(/^\s{0,3}(?:[-*+]|\d{1,9}[.)])\s+\S/gm)?.length ?? 0,
    at,
  }));
}

// Lists of texts that are no bullets: rows and heads of tables, links to other parts of the lesson.
const noBullets = new Set(['rows', 'head', 'columns', 'only', 'align']);

const withoutRows = (fields: Slide['fields']): Slide['fields'] =>
  Object.fromEntries(Object.entries(fields).filter(([name]) => !noBullets.has(name)));

export const bulletsCheck: Check = {
  name: 'bullets',
  codes: table,
  run(context) {
    const limit = numberOption(context.config, 'slide/bullets', 'limit', 7);
    return slidesOf(context.lesson).flatMap(({ slide }): readonly Diagnostic[] => {
      if (slide.role === 'listing' || slide.role === 'activity') return [];
      // A list that holds no text for the audience (the order of a chart's months) is no list of bullets.
      const shown = passagesOf(context, slide).map(({ pointer }) => pointer);
      const lists = [
        ...fieldLists(slide, withoutRows(slide.fields), '').filter(({ pointer }) =>
          shown.some((text) => text.startsWith(`${pointer}/`)),
        ),
        ...writtenLists(context, slide),
      ];
      return lists
        .filter(({ items }) => items > limit)
        .map(({ items, at }) =>
          diagnostic('slide/bullets', `The list on slide "${slide.id}" has ${items} items; ${limit} are enough.`, {
            at,
            help: [
              `Keep the ${limit} that carry the point and move the others to \`notes\`.`,
              `Divide it: ${Math.ceil(items / 2)} items here and ${Math.floor(items / 2)} on a second slide.`,
            ],
          }),
        );
    });
  },
};

import { isObject, type Json, type JsonObject } from '../../src/base/index.ts';
import { loadCatalogue, loadYaml, ownTemplates, type LayoutDefinition } from '../../src/parse/index.ts';
import { completeSlideSchema } from '../../src/parse/schema/slide.ts';
import { visitTexts } from '../../src/parse/schema/walk.ts';
import { createFiles } from '../../src/host/index.ts';
import { packageRoot } from './files.ts';

const files = createFiles(packageRoot, packageRoot);
const catalogue = loadCatalogue(files, [ownTemplates]);

/** One worked example of a layout: a slide and the parts of the lesson that it needs. */
export interface Example {
  readonly layout: LayoutDefinition;
  readonly name: string;
  readonly slide: JsonObject;
  readonly lesson: JsonObject;
  readonly lang: string;
}

/** Every picture of an example becomes the one that {@link surroundings} has. */
function withOnePicture<T extends Json | undefined>(value: T): T {
  const text = JSON.stringify(value).replace(/"images\/[^"]+\.(?:png|jpg|webp|avif|svg)"/g, '"images/example.svg"');
  return JSON.parse(text) as T;
}

/** The examples of all layouts, read from their example.yaml. */
export const examples: readonly Example[] = catalogue.names.flatMap((name) => {
  const layout = catalogue.get(name);
  if (!layout?.ok) throw new Error(`The layout ${name} cannot be read.`);
  const read = files.read(layout.value.examples);
  const loaded = read.ok ? loadYaml(layout.value.examples, read.bytes) : undefined;
  const list: Json = loaded?.ok ? loaded.value.value : [];
  return (Array.isArray(list) ? list : []).filter(isObject).map((item) => ({
    layout: layout.value,
    name: typeof item.name === 'string' ? item.name : '',
    slide: isObject(item.slide) ? withOnePicture(item.slide) : {},
    lesson: isObject(item.lesson) ? item.lesson : {},
    lang: typeof item.lang === 'string' ? item.lang : 'en',
  }));
});

/** A text field of an example that an author may fill with anything. */
export interface TextField {
  readonly pointer: string;
  readonly format: string;
  readonly maxLength: number;
}

/** All free text fields of an example's slide, found by the schema of its layout. */
export function textFields({ layout, slide }: Example): readonly TextField[] {
  const schema = completeSlideSchema(layout);
  const found = new Map<string, TextField>();
  visitTexts(schema, { notes: 'n', ...slide }, schema.$defs, (field, _text, pointer) => {
    const fixed = ['enum', 'const', 'pattern', 'x-link'].some((key) => key in field);
    const format = typeof field.format === 'string' ? field.format : '';
    if (fixed || !['inline', 'block', 'text', 'code', 'tex'].includes(format) || /\/(src|data|id)$/.test(pointer))
      return;
    const maxLength = typeof field.maxLength === 'number' ? field.maxLength : 400;
    const before = found.get(pointer)?.maxLength ?? Infinity;
    found.set(pointer, { pointer, format, maxLength: Math.min(maxLength, before) });
  });
  return [...found.values()];
}

/** A copy of a value with some of its texts, named by JSON pointer, replaced. */
export function withTexts(value: Json | undefined, texts: ReadonlyMap<string, string>, pointer = ''): Json {
  const replaced = texts.get(pointer);
  if (replaced !== undefined) return replaced;
  if (Array.isArray(value)) return value.map((item: Json, i) => withTexts(item, texts, `${pointer}/${i}`));
  if (!isObject(value)) return value ?? null;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, withTexts(item, texts, `${pointer}/${key}`)]),
  );
}

/** What every example may name: one reference and one picture. */
export const surroundings: Readonly<Record<string, string>> = {
  'lessons/x/images/example.svg':
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><rect width="5" height="5"/></svg>',
};

const cited = (value: Json | undefined): readonly string[] =>
  Array.isArray(value)
    ? value.flatMap(cited)
    : isObject(value)
      ? Object.entries(value).flatMap(([key, item]) =>
          /^cites?$/.test(key) ? [item].flat().filter((id) => typeof id === 'string') : cited(item),
        )
      : [];

/** The outline of a lesson that holds one slide, with whatever it names; other sections that it needs stay empty. */
export function outlineWith({ lesson, lang }: Example, slide: Json): JsonObject {
  const references = [...new Set(cited(slide))].map((id) => ({ id, authors: 'A. Name', year: 2001, title: 'A title' }));
  const sections: Json = lesson.sections ?? [{ id: 's', title: 'S' }];
  return {
    title: 'T',
    lang,
    ...(references.length > 0 ? { references } : {}),
    ...lesson,
    sections: [sections]
      .flat()
      .filter(isObject)
      .map((section, i) => ({ ...section, slides: i === 0 ? [slide] : [] })),
  };
}

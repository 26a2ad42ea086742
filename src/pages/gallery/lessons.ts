import { isObject, type FileId, type Json, type JsonObject } from '../../base/index.ts';
import type { Files, LessonId, SlideSize } from '../../model/index.ts';
import { loadYaml } from '../../parse/index.ts';
import { exampleId, type LayoutExample } from './examples.ts';

/** A lesson that exists in memory to show examples. */
export interface GalleryLesson {
  readonly id: LessonId;
  /** Its outline and pictures, by project path. */
  readonly files: ReadonlyMap<FileId, Uint8Array>;
  readonly examples: readonly LayoutExample[];
}

export interface GalleryLook {
  readonly size: SlideSize;
  /** As in `presentation.theme`; the project's own theme when absent. */
  readonly theme?: string;
  readonly variant?: string;
  /** Each example in a lesson of its own, so that a mistake in one spoils no other. */
  readonly apart?: boolean;
}

/** Words, references and pictures for examples that do not bring their own. */
const samples: FileId = 'lectern:templates/samples';

/** Folder name of an example lesson, so strange that no lesson has it. */
const idPrefix = 'lectern-gallery';

/**
 * Puts examples into lessons: one for each language, and one for each example that brings parts of an outline.
 * Slide ids are those of {@link exampleId}, with `-4x3` for that size, so that they are unique in one page.
 * @param folder the project's lessons folder.
 */
export function galleryLessons(
  examples: readonly LayoutExample[],
  files: Files,
  folder: FileId,
  look: GalleryLook,
): readonly GalleryLesson[] {
  const own = examples.filter((example) => look.apart === true || Object.keys(example.lesson).length > 0);
  const rest = examples.filter((example) => !own.includes(example));
  const languages = [...new Set(rest.map(({ lang }) => lang))].sort();
  const groups = [
    ...languages.map((lang) => rest.filter((example) => example.lang === lang)),
    ...own.map((example) => [example]),
  ];
  const base = readSamples(files);
  return groups.map((group, i) => writeLesson(group, { id: `${idPrefix}-${i + 1}`, files, folder, look, base }));
}

interface Setting {
  readonly id: LessonId;
  readonly files: Files;
  readonly folder: FileId;
  readonly look: GalleryLook;
  readonly base: JsonObject;
}

function readSamples(files: Files): JsonObject {
  const file = `${samples}/lesson.yaml`;
  const read = files.read(file);
  const loaded = read.ok ? loadYaml(file, read.bytes) : undefined;
  return loaded?.ok && isObject(loaded.value.value) ? loaded.value.value : {};
}

function writeLesson(group: readonly LayoutExample[], { id, files, folder, look, base }: Setting): GalleryLesson {
  const dir = `${folder}/${id}`;
  const collected = new Map<FileId, Uint8Array>();
  const suffix = look.size === '4:3' ? '-4x3' : '';
  const slides = group.map((example) => {
    const place = (value: Json | undefined) => withPictures(value, example, files, dir, collected);
    return { ...(place(example.slide) as JsonObject), id: `${exampleId(example)}${suffix}` };
  });
  const [first] = group;
  const lang = first?.lang ?? 'en';
  const words = isObject(base[lang]) ? base[lang] : isObject(base.en) ? base.en : {};
  const parts: JsonObject = { ...words, references: base.references, ...first?.lesson };
  const outline: JsonObject = {
    ...parts,
    lang,
    duration: 45,
    sections: withSlides(parts.sections, slides, first),
    presentation: {
      ...(look.theme === undefined ? {} : { theme: look.theme }),
      size: look.size,
      variant: look.variant ?? 'light',
    },
  };
  collected.set(`${dir}/lesson.yaml`, Buffer.from(JSON.stringify(outline)));
  return { id, files: collected, examples: group };
}

/** Puts the slides into the section that the first example names as `current`, or into the second of several. */
function withSlides(sections: Json | undefined, slides: readonly JsonObject[], first: LayoutExample | undefined): Json {
  const list = Array.isArray(sections) && sections.length > 0 ? sections.filter(isObject) : [{ title: 'Examples' }];
  const named = list.findIndex((section) => section.id !== undefined && section.id === first?.slide.current);
  const chosen = named >= 0 ? named : Math.min(1, list.length - 1);
  return list.map((section, i) => ({ ...section, slides: i === chosen ? slides : [] }));
}

const picturePath = /^[\w./-]+\.(?:svg|png|jpe?g|gif|webp|avif|csv)$/i;

/** Collects the files that an example names, from the layout's own folder or the samples, and renames them apart. */
function withPictures(
  value: Json | undefined,
  example: LayoutExample,
  files: Files,
  dir: FileId,
  collected: Map<FileId, Uint8Array>,
): Json {
  if (value === undefined) return null;
  if (Array.isArray(value)) return value.map((item: Json) => withPictures(item, example, files, dir, collected));
  if (isObject(value))
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, withPictures(item, example, files, dir, collected)]),
    );
  if (typeof value !== 'string' || !picturePath.test(value)) return value;
  const { layout } = example;
  const [own, sample] = [
    files.read(`${layout.origin}/layouts/${layout.name}/${value}`, { within: layout.origin }),
    files.read(`${samples}/${value}`),
  ];
  const found = own.ok ? own : sample;
  if (!found.ok) return value;
  collected.set(`${dir}/${layout.name}/${value}`, found.bytes);
  return `${layout.name}/${value}`;
}

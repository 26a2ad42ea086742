import {
  failure,
  hasErrors,
  isObject,
  success,
  type Diagnostic,
  type JsonObject,
  type Outcome,
} from '../../base/index.ts';
import type { Files } from '../../model/index.ts';
import { loadYaml, type LayoutDefinition, type YamlFile } from '../../parse/index.ts';
import { diagnostic } from './codes.ts';

/** One worked example of a layout. */
export interface LayoutExample {
  readonly layout: LayoutDefinition;
  /** `normal`, `short`, `long` or a name of its own. */
  readonly name: string;
  readonly lang: string;
  /** The slide as it would stand in lesson.yaml. */
  readonly slide: JsonObject;
  /** Other parts of the outline that the slide needs, such as the quiz. */
  readonly lesson: JsonObject;
  /** The slide as YAML text, ready to be copied. */
  readonly yaml: string;
}

/** The id of the slide that shows an example: unique among all layouts. */
export const exampleId = ({ layout, name }: LayoutExample): string => `${layout.name}-${name}`;

/** Reads a layout's examples. A layout without any gives an empty list and a warning. */
export function readExamples(files: Files, layout: LayoutDefinition): Outcome<readonly LayoutExample[]> {
  const file = layout.examples;
  const read = files.read(file, { within: layout.origin });
  if (!read.ok) return success([], [none(layout)]);
  const loaded = loadYaml(file, read.bytes);
  if (!loaded.ok) return loaded;
  const entries = Array.isArray(loaded.value.value) ? loaded.value.value : [];
  const names = new Set<string>();
  const diagnostics: Diagnostic[] = entries.length === 0 ? [none(layout)] : [];
  const examples = entries.flatMap((entry, i): LayoutExample[] => {
    const flaw = flawOf(entry, layout, names);
    if (flaw !== undefined || !isObject(entry)) {
      const message = `${layout.name}, example ${i + 1}: ${flaw ?? 'not a mapping'}.`;
      diagnostics.push(diagnostic('layout/example', message, { at: loaded.value.places.value(`/${i}`) }));
      return [];
    }
    const { name, lang, slide, lesson } = entry;
    return [
      {
        layout,
        name: typeof name === 'string' ? name : '',
        lang: typeof lang === 'string' ? lang : 'en',
        slide: isObject(slide) ? slide : {},
        lesson: isObject(lesson) ? lesson : {},
        yaml: textOf(loaded.value, `/${i}/slide`),
      },
    ];
  });
  return hasErrors(diagnostics) ? failure(diagnostics) : success(examples, diagnostics);
}

const none = (layout: LayoutDefinition): Diagnostic =>
  diagnostic('layout/no-example', `The layout ${layout.name} has no example.`, {
    at: { file: layout.examples, start: 0, end: 0 },
  });

/** What is wrong with an entry; notes down its name. */
function flawOf(entry: unknown, layout: LayoutDefinition, names: Set<string>): string | undefined {
  if (!isObject(entry)) return 'not a mapping';
  const { name, lang, slide } = entry;
  if (typeof name !== 'string' || !/^[a-z][a-z0-9-]*$/.test(name)) return '`name` must be a word in lower case';
  if (names.has(name)) return `there is a second example \`${name}\``;
  names.add(name);
  if (typeof lang !== 'string') return '`lang` is missing';
  if (!isObject(slide) || slide.layout !== layout.name) return `\`slide\` must have \`layout: ${layout.name}\``;
  return undefined;
}

/** The text of a value, its own indentation taken off. */
function textOf({ text, places }: YamlFile, pointer: string): string {
  const { start, end } = places.value(pointer);
  const indent = start - (text.lastIndexOf('\n', start - 1) + 1);
  const isBlock = text[start] !== '{';
  const lines = text.slice(start, end).trimEnd().split('\n');
  return lines.map((line, i) => (isBlock && i > 0 ? line.replace(new RegExp(`^ {0,${indent}}`), '') : line)).join('\n');
}

export { parseCodes, type ParseCode } from './codes.ts';
export { composedSchema } from './composed.ts';
export { defaultConfig, parseConfig } from './config/parse.ts';
export {
  isCommon,
  loadCatalogue,
  ownTemplates,
  type Catalogue,
  type LayoutData,
  type LayoutDefinition,
  type TextFile,
} from './layouts/index.ts';
export { checkLessonId, lessonIdFlaw, lessonIds } from './outline/lesson-id.ts';
export { asStandIn } from './outline/stand-in.ts';
export { lessonCatalogue, parseLesson, type LessonOptions } from './outline/lesson.ts';
export { definitions, formats, visitTexts } from './schema/index.ts';
export { slugOf } from './slug.ts';
export {
  htmlText,
  parseSource,
  readSourceText,
  readTags,
  splitSentences,
  wordsIn,
  type ReadSection,
  type ReadSource,
  type ReadStatement,
} from './source/index.ts';
export { loadYaml, type YamlFile } from './yaml/load.ts';
export type { PlaceIndex } from './yaml/places.ts';
export { maxTextBytes } from './yaml/decode.ts';
export { loadStrings, ownStrings, pageWords, type Strings } from './words.ts';

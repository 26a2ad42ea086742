export { parseCodes } from './codes.ts';
export { composedSchema } from './composed.ts';
export { defaultConfig, parseConfig } from './config/parse.ts';
export {
  isCommon,
  loadCatalogue,
  ownTemplates,
  type Catalogue,
  type LayoutDefinition,
  type TextFile,
} from './layouts/index.ts';
export { layoutOfQuestions } from './outline/hoist.ts';
export { checkLessonId, lessonIdFlaw, lessonIds } from './outline/lesson-id.ts';
export { asStandIn } from './outline/stand-in.ts';
export { lessonCatalogue, parseLesson } from './outline/lesson.ts';
export { writesPoint } from './questions/index.ts';
export { definitions, findErrors, formats, visitTexts } from './schema/index.ts';
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
export type { YamlFile } from './yaml/file.ts';
export { loadYaml } from './yaml/load.ts';
export {
  editYaml,
  listLength,
  mapSize,
  pathAt,
  scalarAt,
  type YamlEdit,
  type YamlItem,
  type YamlPath,
} from './yaml/edit.ts';
export { pagePlan } from './page-plan.ts';
export { maxTextBytes } from './yaml/decode.ts';
export { loadStrings, ownStrings, pageWords, wordsOf, type Strings } from './words.ts';

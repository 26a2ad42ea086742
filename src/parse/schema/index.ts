export { answersIn, choicesIn } from './answer-list.ts';
export { markAnswers, questionKeys, tellsAnswer } from './answers.ts';
export { readAnswer } from './marks.ts';
export { isSetting, isWithoutPlace } from './below.ts';
export { isGathered } from './gather.ts';
export { isGuess, renameKey } from './keys.ts';
export { checkStrictly, checkValue } from './check.ts';
export { alsoKnownAs, yesOrNo } from './synonyms.ts';
export { definitions, idPattern } from './defs.ts';
export { formats } from './formats.ts';
export {
  includedFileSchema,
  looseOutlineSchema,
  looseSlidesSchema,
  outlineSchema,
  referencesFileSchema,
} from './outline.ts';
export { presentationSchema } from './parts.ts';
export type { LayoutFields } from './slide.ts';
export { includeSchema, slideProperties, slideSchema, completeSlideSchema } from './slide.ts';
export { metaSchema } from './meta.ts';
export { asText } from './words.ts';
export { salvage, type Salvaged } from './salvage.ts';
export { drawingIn } from './shapes/drawing.ts';
export { visitTexts } from './walk.ts';
export { findErrors } from './validate.ts';

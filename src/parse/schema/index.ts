export { checkValue } from './check.ts';
export { compile } from './compile.ts';
export { definitions, idPattern } from './defs.ts';
export { formats } from './formats.ts';
export { includedFileSchema, looseOutlineSchema, outlineSchema, referencesFileSchema } from './outline.ts';
export { presentationSchema } from './parts.ts';
export { includeSchema, slideProperties, slideSchema } from './slide.ts';
export { resolve } from './unions.ts';
export { visitTexts } from './walk.ts';

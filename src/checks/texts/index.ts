export { passagesAround } from './around.ts';
export { inlineOf } from './inline.ts';
export { foreignLanguage, knownLanguage, type KnownLanguage } from './language.ts';
export { choiceOption } from './options.ts';
export { notesOf, passagesOf, visitFields, type Passage } from './passage.ts';

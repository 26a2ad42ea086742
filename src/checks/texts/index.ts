export { passagesAround } from './around.ts';
export { foreignLanguage, knownLanguage, type KnownLanguage } from './language.ts';
export { assertionLayouts, layoutsWithoutNotes, listingLayouts } from './layouts.ts';
export { choiceOption } from './options.ts';
export { notesOf, passagesOf, visitFields, type Passage } from './passage.ts';

export { saidOf, sayingNames, sayings, type FoundTerm, type Said, type Saying } from './said.ts';
export { slideTexts, type SlideTexts } from './texts.ts';
export { likelyLanguage } from './languages.ts';
export { termsOf } from './terms.ts';

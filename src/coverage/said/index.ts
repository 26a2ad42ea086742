export { saidInDeck, saidOf, sayingNames, sayings, type FoundTerm, type Said, type Saying } from './said.ts';
export { slideTexts } from './texts.ts';
export { Passages, type Passage } from './passages.ts';
export { likelyLanguage } from './languages.ts';
export { termsOf, type Term } from './terms.ts';

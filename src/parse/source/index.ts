export { parseSource, readSourceText, type ReadSection, type ReadSource, type ReadStatement } from './parse.ts';
export { splitSentences } from './sentences.ts';
export { wordsIn } from './account.ts';
export { htmlText } from './html-text.ts';
export { readTags } from './html-tags.ts';
